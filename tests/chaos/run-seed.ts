import { dayBefore } from '../../sandbox/books/calendar';
import { between, seeded } from '../../sandbox/books/seeded';
import { smallWorld } from '../../sandbox/world';
import type { PanelState } from '@/utils/messaging/protocol';
import type { Browser } from './browser';
import { openBrowser } from './browser';
import { createEventLoop } from './event-loop';
import { createFates } from './fates';
import { createHappenings } from './happenings';
import { createInspection } from './inspection';
import { createNetwork } from './network';
import { planOf } from './plan';
import { lineOf } from './played-lines';
import { remainsOf } from './remains';
import { useStorageOn } from './storage';
import { createDays } from './the-day';
import { createUser } from './user';
import { createWriteAudit } from './write-audit';

/** Noon in Greenwich, one in Oslo. */
const NOW = Date.UTC(2026, 10, 22, 12);

/** Nothing in the story changed longer ago, and nothing that did not change has to be written. */
const EARLY_ENOUGH = dayBefore(NOW, 40);

/** Once nothing goes wrong any more, everything must have come to rest within so many turns of the clock. */
const MOST_TURNS = 50_000;

export interface SeedResult {
  readonly seed: number;
  /** What should never have happened; empty when all went well. */
  readonly violations: readonly string[];
  /** Everything that happened, line by line: the same for the same seed. */
  readonly trace: readonly string[];
}

/** Lives through everything that one seed has in store, and then looks whether all is as it should be. */
export async function runSeed(seed: number): Promise<SeedResult> {
  const plan = planOf(seed);
  const lines = plan.ledgers.map(lineOf);
  const loop = createEventLoop();
  const world = smallWorld(NOW, seed, { now: () => NOW + Math.trunc(loop.now()) });
  world.manage.sumsLagMs = plan.sumsLagMs;
  const chance = (salt: number): (() => number) => seeded(seed * 31 + salt);
  const violations: string[] = [];
  const trace: string[] = [];
  const note = (line: string): void => void trace.push(`${loop.now()} ${line}`);
  const violate = (what: string): void => {
    violations.push(what);
    note(`VIOLATION: ${what}`);
  };

  const audit = createWriteAudit(world, { takesSeveral: plan.takesSeveral, violate });
  let happen: ReturnType<typeof createHappenings> = () => undefined;
  const fates = createFates({
    plan,
    random: chance(1),
    now: loop.now,
    happen: (what, at, number) => happen(what, at, number),
  });
  const way = chance(2);
  const network = createNetwork({
    loop,
    world,
    audit,
    latency: () => between(way, ...plan.latency),
    faultOf: (sent) => fates.faultOf(sent),
    trace: note,
  });
  const inspection = createInspection({ plan, world, audit, network, violate, earlyEnough: EARLY_ENOUGH });
  const browsers = plan.browsers.map((options, at): Browser =>
    openBrowser({
      ...options,
      name: 'AB'.charAt(at),
      loop,
      network,
      worldNow: () => world.now(),
      strategy: plan.strategy,
      bills: plan.ledgers.includes('payable'),
      random: chance(10 + at),
      trace: note,
      onTold: (what, life) => {
        inspection.told(at, what, life);
        if (!('change' in what)) return;
        users[at]?.saw(what.change);
        fates.momentOf(at, what.change.run.finishedAt === null ? 'told' : 'ended');
      },
      onNoted: (number) => fates.momentOf(at, 'noted', number),
      onBegun: () => fates.momentOf(at, 'begun'),
      onStep: () => fates.stepOf(at),
    }),
  );
  const users = browsers.map((browser, at) =>
    createUser(
      browser,
      lines,
      chance(20 + at),
      world.manage.invoices.map(({ invoiceNumber }) => invoiceNumber),
      () => dayBefore(world.now(), 0),
      (...listed) => inspection.listed(at, ...listed),
    ),
  );
  network.onMoment(({ life, isWrite, number }, moment) => {
    if (isWrite) fates.momentOf(indexOf(life.browser), moment, number);
    else if (moment === 'sent') fates.momentOf(indexOf(life.browser), 'asked');
  });
  const days = createDays(plan, { world, strategy: plan.strategy, random: chance(3), audit });
  happen = createHappenings({
    loop,
    browsers,
    users,
    days,
    audit,
    inspection,
    random: chance(4),
    trace: note,
  });

  const unheard = (error: unknown): void => violate(`nobody hears of ${String(error)}`);
  process.on('unhandledRejection', unheard);
  useStorageOn(loop);
  try {
    for (const browser of browsers) {
      await browser.signInToManage();
      browser.setUp();
    }
    await loop.settle();
    fates.begin();
    for (const { at, what, browser } of plan.events) {
      loop.after(
        at,
        () => {
          happen(what, browser);
        },
        null,
      );
    }
    const last = Math.max(...plan.events.map(({ at }) => at), ...plan.outages.map(({ to }) => to));
    loop.after(last + 60_000, () => fates.end(), null);
    await comeToRest('the storm');
    fates.end();
    world.manage.sumsLagMs = 0;
    loop.after(plan.sumsLagMs, () => undefined, null);
    await comeToRest('Manage');
    for (const [at, browser] of browsers.entries()) {
      const remains = await remainsOf(browser.storage, loop);
      inspection.atRest(at, remains, users[at]?.synced() ?? []);
      if (!remains.isSetUp) browser.setUp();
    }
    await comeToRest('setting up again');
    for (const at of browsers.keys()) await cleanRuns(at, 'last-run');
    inspection.afterLastRuns();
    for (const at of browsers.keys()) await cleanRuns(at, 'custom');
    inspection.afterFullRuns();
    const writes = inspection.writes();
    await cleanRuns(0, 'custom');
    if (inspection.writes() > writes) violate('a run that had nothing to write wrote');
    for (const { requests, storage } of browsers) {
      inspection.requests(requests);
      inspection.atTheEnd(await remainsOf(storage, loop));
    }
    inspection.secrets();
  } catch (error) {
    violate(`the suite fell: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  } finally {
    useStorageOn(undefined);
    // Node tells of rejections that nobody heard once it has nothing else to do.
    await new Promise((resolve) => setTimeout(resolve));
    process.off('unhandledRejection', unheard);
  }
  return { seed, violations, trace };

  function indexOf(name: string): number {
    return browsers.findIndex((browser) => browser.name === name);
  }

  async function comeToRest(what: string): Promise<void> {
    for (let turns = 0; await loop.forward(); turns += 1) {
      if (turns > MOST_TURNS) throw new Error(`${what} never comes to rest`);
    }
  }

  /** A run of each line on which nothing befalls; where there is no last run to go on from, from early enough. */
  async function cleanRuns(at: number, choice: 'last-run' | 'custom', of = lines): Promise<void> {
    const start = choice === 'custom' ? { choice, date: EARLY_ENOUGH } : { choice };
    const refused = new Map<string, string>();
    const without = choice === 'last-run' ? await neverRun(at, of) : [];
    if (without.length > 0) await cleanRuns(at, 'custom', without);
    const connectionIds = of.filter((line) => !without.includes(line));
    if (connectionIds.length === 0) return;
    note(`${browsers[at]?.name} runs cleanly from ${choice}`);
    for (const line of connectionIds) inspection.cleanRunBegins(at, line);
    browsers[at]?.send('startRun', { connectionIds, start, mode: 'sync' }, (answer, line) => {
      if (!answer.ok) refused.set(line, answer.reason.code);
    });
    await comeToRest('a clean run');
    for (const line of connectionIds) {
      const why = refused.get(line);
      if (why === undefined) inspection.cleanRunEnded(at, line);
      else violate(`a clean run is refused: ${why}`);
    }
  }

  /** Which of these lines have no last run to go on from: the product would begin with the past month. */
  async function neverRun(at: number, of: readonly string[]): Promise<string[]> {
    let state: PanelState | undefined;
    browsers[at]?.send('panelState', undefined, (answer) => {
      if (answer.ok) state = answer.value as PanelState;
    });
    await comeToRest('a look at the panel');
    return of.filter((line) => state?.connections.find(({ id }) => id === line)?.lastRunAt === null);
  }
}
