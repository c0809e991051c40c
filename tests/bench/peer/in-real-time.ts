import { setTimeout as sleep } from 'node:timers/promises';
import { dayBefore } from '../../../sandbox/books/calendar';
import { API_HOST } from '../../../sandbox/manage/keys';
import { expectedInManage, heldInManage } from '../../../sandbox/oracle';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { sizedWorld, type LivingWorld } from '../../../sandbox/world';
import { launch } from '../../../scripts/browser';
import { connect } from '../../../scripts/connect';
import { DEMO_SYSTEMS } from '../../../scripts/systems';
import { invoiceSearchUrl } from '../../e2e/support/demo';
import { pressRunSync } from '../../e2e/support/panel';
import type { Bench, Figure } from '../bench';
import { lostOf, type Due } from '../support/due';
import { medianOf } from '../support/median-of';
import { realCarrier } from './real-carrier';
import { usualSync } from './usual-sync';

/** Changed invoices, and how many pairs are measured. */
const SIZES: readonly (readonly [invoices: number, pairs: number])[] = [
  [100, 3],
  [500, 1],
];

/** There and back. */
const LATENCY_MS = 40;

interface Took {
  readonly seconds: number;
  readonly requests: number;
  readonly lost: number;
}

export const inRealTime: Bench = {
  about: 'The same beside the usual client in real time',
  how:
    'The production build in real Chromium, from Run Sync to the last word of the panel, and right after it the usual client ' +
    'in Node, one invoice at a time: both over TLS to a sandbox that answers 40 ms late and keeps to Manage’s limit. The ' +
    'ratio is that of each pair. The product may not go faster than the limit; the usual client never comes near it.',
  flags: [],
  needsBuild: true,
  async run() {
    const figures: Figure[] = [];
    for (const [size, pairs] of SIZES) {
      const took: { readonly product: Took; readonly usual: Took }[] = [];
      for (let at = 0; at < pairs; at += 1)
        took.push({
          product: await withSandbox(size, byProduct),
          usual: await withSandbox(size, byUsualClient),
        });
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

async function withSandbox(
  size: number,
  sync: (sandbox: Sandbox, due: Due) => Promise<number>,
): Promise<Took> {
  const now = Date.now();
  const world: LivingWorld = sizedWorld(now, size);
  const due = expectedInManage(world, dayBefore(now, 40), 'payment-record').held as Due;
  const sandbox = await startSandbox(world, {
    intercept: async () => {
      await sleep(LATENCY_MS);
      return undefined;
    },
  });
  try {
    const seconds = await sync(sandbox, due);
    const requests = sandbox.requests.filter(({ host }) => host === API_HOST);
    return {
      seconds,
      requests: requests.length,
      lost: lostOf(due, heldInManage(world.manage)),
    };
  } finally {
    await sandbox.close();
  }
}

async function byProduct(sandbox: Sandbox): Promise<number> {
  const { hosts } = DEMO_SYSTEMS['poweroffice-go'];
  const browser = await launch({ sandbox, headless: true, grant: hosts });
  try {
    const { context } = browser;
    await connect(context);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(invoiceSearchUrl());
    const panel = page.getByRole('region', { name: 'Payment sync' });
    await panel.waitFor();
    const begun = performance.now();
    await pressRunSync(panel);
    await panel.locator('.headline', { hasText: 'Sync finished.' }).waitFor({ timeout: 300_000 });
    return (performance.now() - begun) / 1000;
  } finally {
    await browser.close();
  }
}

async function byUsualClient(sandbox: Sandbox, due: Due): Promise<number> {
  const begun = performance.now();
  await usualSync(due, realCarrier(sandbox), 1);
  return (performance.now() - begun) / 1000;
}
