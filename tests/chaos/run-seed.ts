import { dayBefore } from '../../sandbox/books/calendar';
import { between, seeded } from '../../sandbox/books/seeded';
import { smallWorld } from '../../sandbox/world';
import type { Browser } from './browser';
import { openBrowser } from './browser';
import { createEventLoop } from './event-loop';
import { createFates } from './fates';
import { createInspection } from './inspection';
import { createNetwork } from './network';
import { planOf, type EventKind } from './plan';
import { remainsOf } from './remains';
import { useStorageOn } from './storage';
import { createDay } from './the-day';
import { createUser } from './user';
import { createWriteAudit } from './write-audit';

/** Noon in Greenwich, one in Oslo. */
const NOW = Date.UTC(2026, 10, 22, 12);

/** Nothing in the story changed longer ago, and nothing that did not change has to be written. */
const EARLY_ENOUGH = dayBefore(NOW, 40);

const HOUR_MS = 3_600_000;

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
  const fates = createFates({ plan, random: chance(1), now: loop.now });
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
      onTold: (what) => {
        if ('state' in what) users[at]?.saw(what.state);
        inspection.told(at, what);
      },
      onStep: () => fates.stepOf(at, browsers[at]),
    }),
  );
  const users = browsers.map((browser, at) =>
    createUser(
      browser,
      chance(20 + at),
      world.manage.invoices.map(({ invoiceNumber }) => invoiceNumber),
    ),
  );
  network.onMoment((sent, moment) =>
    fates.momentOf(
      sent,
      moment,
      browsers.findIndex(({ name }) => name === sent.life.browser),
    ),
  );
  const day = createDay({ world, strategy: plan.strategy, random: chance(3), audit });
  const skews = chance(4);
  const pressed = browsers.map(() => 0);

  const events: Record<EventKind, (at: number) => string | void> = {
    sync: (at) => users[at]?.sync(),
    preview: (at) => users[at]?.preview(),
    stop: (at) => stop(at),
    resume: (at) => users[at]?.resume(),
    undo: (at) => users[at]?.undo(),
    retry: (at) => users[at]?.retry(),
    'take over': (at) => users[at]?.takeOver(),
    look: (at) => users[at]?.look(),
    payment: () => day.pay(),
    'un-matching': () => day.unmatch(),
    'credit note': () => day.credit(),
    'write-off': () => day.writeOff(),
    reversal: () => day.reverse(),
    'edit by hand': () => day.editByHand(),
    'clock jump': (at) => {
      const hours = between(skews, -9, 9);
      browsers[at]?.setClock(hours * HOUR_MS);
      return `the clock is ${hours} h ahead`;
    },
    'storage full': (at) => {
      const storage = browsers[at]?.storage;
      if (storage === undefined) return;
      storage.full = true;
      loop.after(between(skews, 50, 20_000), () => void (storage.full = false), null);
    },
    'storage cleared': (at) => {
      audit.forget(browsers[at]?.name ?? '', loop.now());
      inspection.cleared(at);
      users[at]?.forgets();
      browsers[at]?.clearStorage(skews() < 0.5);
      // Somebody notices and connects everything again.
      loop.after(between(skews, 10, 30_000), () => browsers[at]?.setUp(), null);
    },
  };

  function stop(at: number): void {
    const browser = browsers[at];
    const pressedAt = loop.now();
    const asked = browser?.requests.length ?? 0;
    const presses = pressed[at];
    users[at]?.stop(() => {
      // Another press asks for requests of its own.
      if (pressed[at] !== presses) return;
      inspection.stopped({
        requests: (browser?.requests.length ?? 0) - asked,
        took: loop.now() - pressedAt,
      });
    });
  }

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
          pressed[browser] = (pressed[browser] ?? 0) + 1;
          const said = events[what](browser);
          note(`${browsers[browser]?.name} ${what}${typeof said === 'string' ? `: ${said}` : ''}`);
        },
        null,
      );
    }
    const last = Math.max(...plan.events.map(({ at }) => at), ...plan.outages.map(({ to }) => to));
    loop.after(last + 60_000, () => fates.end(), null);
    await comeToRest('the storm');
    fates.end();
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
    for (const browser of browsers) inspection.requests(browser.requests);
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
    browsers[at]?.send('startRun', { start, mode: 'sync' }, (answer) => {
      if (!answer.ok) refused = answer.reason.code;
    });
    await comeToRest('a clean run');
    if (refused === 'noLastRun' && choice === 'last-run') return cleanRun(at, 'custom');
    if (refused !== null) violate(`a clean run is refused: ${refused as string}`);
    else inspection.cleanRunEnded(at);
  }
}
