import { setTimeout as sleep } from 'node:timers/promises';
import { dayBefore } from '../../../sandbox/books/calendar';
import { API_HOST } from '../../../sandbox/manage/keys';
import { expectedInManage, heldInManage } from '../../../sandbox/oracle';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { sizedWorld, type LivingWorld } from '../../../sandbox/world';
import { openDemo } from '../../e2e/support/demo';
import { pressRunSync } from '../../e2e/support/panel';
import type { Bench, Figure } from '../bench';
import { lostOf, type Due } from '../support/due';
import { medianOf } from '../support/median-of';
import { realCarrier } from './real-carrier';
import { usualSync } from './usual-sync';

/** Changed invoices, and how many pairs are measured. */
const SIZES: readonly (readonly [invoices: number, pairs: number])[] = [
  [100, 3],
  [200, 1],
];

/** There and back, as on the virtual network: the usual client stays below the limit with it. */
const LATENCY_MS = 80;

interface Took {
  readonly seconds: number;
  readonly requests: number;
  readonly lost: number;
}

export const inRealTime: Bench = {
  about: 'The same beside the usual client in real time',
  how:
    'The production build in real Chromium, from Run Sync to the last word of the panel, and right after it the usual client ' +
    'in Node, one invoice at a time: both over TLS to a sandbox that answers 80 ms late and keeps to Manage’s limit. The ' +
    'ratio is that of each pair. The product may not go faster than the limit; the usual client, waiting for each answer, does not reach it.',
  flags: [],
  needsBuild: true,
  async run() {
    const figures: Figure[] = [];
    for (const [size, pairs] of SIZES) {
      const took: { readonly product: Took; readonly usual: Took }[] = [];
      for (let at = 0; at < pairs; at += 1)
        took.push({ product: await byProduct(size), usual: await byUsualClient(size) });
      for (const who of ['product', 'usual'] as const) {
        const by = `${size}: ${who === 'product' ? 'product' : 'usual client'}`;
        const all = took.map((pair) => pair[who]);
        const [one] = all;
        figures.push(
          { what: 'requests to Manage', by, value: one?.requests ?? 0, unit: 'requests' },
          { what: 'time', by, unit: 's', ...medianOf(all.map(({ seconds }) => seconds)) },
          { what: 'writes lost', by, unit: 'writes', ...medianOf(all.map(({ lost }) => lost)) },
        );
      }
      const ratio = medianOf(took.map(({ product, usual }) => usual.seconds / product.seconds));
      figures.push({ what: 'as fast as the usual client', by: `${size}: product`, unit: 'times', ...ratio });
    }
    return figures;
  },
};

/** Leaves the answer to the vendor, and keeps it waiting. */
async function late(): Promise<undefined> {
  await sleep(LATENCY_MS);
}

/** What has to come to Manage, from the books of a world that nobody has synced yet. */
const dueIn = (world: LivingWorld, now: number): Due =>
  expectedInManage(world, dayBefore(now, 40), 'payment-record').held;

/** Does the work and tells what it took and left undone. */
async function timed(
  { sandbox, world, due }: { readonly sandbox: Sandbox; readonly world: LivingWorld; readonly due: Due },
  work: () => Promise<void>,
): Promise<Took> {
  const from = sandbox.requests.length;
  const begun = performance.now();
  await work();
  return {
    seconds: (performance.now() - begun) / 1000,
    requests: sandbox.requests.slice(from).filter(({ host }) => host === API_HOST).length,
    lost: lostOf(due, heldInManage(world.manage)),
  };
}

async function byProduct(size: number): Promise<Took> {
  const demo = await openDemo({ makeWorld: (now) => sizedWorld(now, size) });
  try {
    demo.answerInstead(late);
    return await timed({ ...demo, due: dueIn(demo.world, demo.now) }, async () => {
      await pressRunSync(demo.panel);
      await demo.panel.locator('.headline', { hasText: 'Sync finished.' }).waitFor({ timeout: 300_000 });
    });
  } finally {
    await demo.close();
  }
}

async function byUsualClient(size: number): Promise<Took> {
  const now = Date.now();
  const world = sizedWorld(now, size);
  const due = dueIn(world, now);
  const sandbox = await startSandbox(world, { intercept: late });
  try {
    return await timed({ sandbox, world, due }, () => usualSync(due, realCarrier(sandbox), 1));
  } finally {
    await sandbox.close();
  }
}
