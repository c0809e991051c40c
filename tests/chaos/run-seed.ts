import { dayBefore } from '../../sandbox/books/calendar';
import { between, seeded } from '../../sandbox/books/seeded';
import { smallWorld } from '../../sandbox/world';
import type { Browser } from './browser';
import { CONNECTION_ID, openBrowser } from './browser';
import { createEventLoop } from './event-loop';
import { createFates } from './fates';
import { createHappenings } from './happenings';
import { createInspection } from './inspection';
import { createNetwork } from './network';
import { planOf } from './plan';
import { remainsOf } from './remains';
import { useStorageOn } from './storage';
import { createDay } from './the-day';
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
      random: chance(10 + at),
      trace: note,
      onTold: (what, life) => {
        inspection.told(at, what, life);
        if (!('state' in what)) return;
        users[at]?.saw(what.state);
        fates.momentOf(at, what.state.finishedAt === null ? 'told' : 'ended');
      },
      onNoted: (number) => fates.momentOf(at, 'noted', number),
      onBegun: () => fates.momentOf(at, 'begun'),
      onStep: () => fates.stepOf(at),
    }),
  );
  const users = browsers.map((browser, at) =>
    createUser(
      browser,
      chance(20 + at),
      world.manage.invoices.map(({ invoiceNumber }) => invoiceNumber),
      () => dayBefore(world.now(), 0),
      (...listed) => inspection.listed(at, ...listed),
    ),
  );
  network.onMoment(({ life, isWrite, invoiceNumber }, moment) => {
    if (isWrite) fates.momentOf(indexOf(life.browser), moment, invoiceNumber);
    else if (moment === 'sent') fates.momentOf(indexOf(life.browser), 'asked');
  });
  const day = createDay({ world, strategy: plan.strategy, random: chance(3), audit });
  happen = createHappenings({
    loop,
    browsers,
    users,
    day,
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
      inspection.atRest(at, remains, users[at]?.synced ?? []);
      if (!remains.isSetUp) browser.setUp();
    }
    await comeToRest('setting up again');
    for (const at of browsers.keys()) await cleanRun(at, 'last-run');
    inspection.afterLastRuns();
    for (const at of browsers.keys()) await cleanRun(at, 'custom');
    inspection.afterFullRuns();
    const writes = inspection.writes();
    await cleanRun(0, 'custom');
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

  /** A run on which nothing befalls; where there is no last run to go on from, one from early enough. */
  async function cleanRun(at: number, choice: 'last-run' | 'custom'): Promise<void> {
    const start = choice === 'custom' ? { choice, date: EARLY_ENOUGH } : { choice };
    let refused: string | null = null;
    note(`${browsers[at]?.name} runs cleanly from ${choice}`);
    inspection.cleanRunBegins(at);
    browsers[at]?.send('startRun', { connectionIds: [CONNECTION_ID], start, mode: 'sync' }, (answer) => {
      if (!answer.ok) refused = answer.reason.code;
    });
    await comeToRest('a clean run');
    if (refused === 'noLastRun' && choice === 'last-run') return cleanRun(at, 'custom');
    if (refused !== null) violate(`a clean run is refused: ${refused as string}`);
    else inspection.cleanRunEnded(at);
  }
}
