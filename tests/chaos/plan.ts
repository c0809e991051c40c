import { between, seeded } from '../../sandbox/books/seeded';
import type { Ledger } from '@/utils/payments/accounting-invoice';
import { FAULTS, PASSING_FAULTS, type Fault } from './faults';

/** What one seed has in store. */
export interface Plan {
  /** What is synced: customers' invoices, vendors' bills, or both side by side. */
  readonly ledgers: readonly Ledger[];
  readonly strategy: 'payment-record' | 'custom-fields';
  readonly browsers: readonly {
    readonly signIn: 'api-keys' | 'session';
    readonly endsIdleWorkers: boolean;
  }[];
  /** Milliseconds that one way over the network takes. */
  readonly latency: readonly [least: number, most: number];
  /** How likely a request meets one of these faults, and which requests can. */
  readonly faultRate: number;
  readonly faults: readonly Fault[];
  readonly aim: Aim;
  /** Times at which a host answers everything with one fault. */
  readonly outages: readonly {
    readonly host: string;
    readonly from: number;
    readonly to: number;
    readonly fault: Fault;
  }[];
  /** Steps of a browser's worker, counted over all its lives, before which it dies. */
  readonly deaths: readonly { readonly browser: number; readonly step: number }[];
  /** What happens at certain moments of a browser's worker, or so many steps later. */
  readonly accidents: readonly Accident[];
  /** What else happens, in ms since the beginning. */
  readonly events: readonly { readonly at: number; readonly what: Happening; readonly browser: number }[];
  /** Whether this Manage takes a second payment record for one invoice. */
  readonly takesSeveral: boolean;
  /** For how long Manage shows old sums after a payment was written. */
  readonly sumsLagMs: number;
  /** Whether nothing happens that somebody has to do something about. */
  readonly passes: boolean;
}

/** Which requests faults are aimed at. */
export type Aim = 'all' | 'writes' | 'look-ups' | 'books';

export interface Accident {
  readonly browser: number;
  readonly moment: Moment;
  /** The first, second … time that this moment comes. */
  readonly time: number;
  readonly steps: number;
  readonly what: readonly Happening[];
}

const MOMENTS = [
  // Of a write to Manage: it leaves, is carried out, is answered, or its answer is lost.
  ...(['sent', 'carried out', 'answered', 'lost'] as const),
  // Of any other request: it leaves.
  'asked',
  // Of a run: its beginning is answered, it notes what became of an invoice, tells how it stands, tells its end.
  ...(['begun', 'noted', 'told', 'ended'] as const),
] as const;

export type Moment = (typeof MOMENTS)[number];

const EVENTS = {
  // Buttons
  sync: 6,
  preview: 1,
  stop: 3,
  resume: 2,
  undo: 2,
  retry: 1,
  'take over': 1,
  look: 1,
  // The day goes on
  payment: 3,
  'un-matching': 2,
  'credit note': 1,
  'write-off': 1,
  reversal: 1,
  'edit by hand': 1,
  // Around the browser
  'clock jump': 1,
  'storage full': 2,
  'storage cleared': 1,
} as const;

export type Happening = keyof typeof EVENTS | 'death';

const DISRUPTIVE: readonly Happening[] = ['storage full', 'storage cleared'];

/** What can happen at a moment of the worker's doings, the likelier the more often it stands here. */
const ACCIDENTS: readonly (readonly Happening[])[] = [
  ['death'],
  ['death'],
  ['death'],
  // A page that asks wakes the worker at once.
  ['death', 'look'],
  ['death', 'look'],
  ['death', 'un-matching'],
  ['death', 'un-matching', 'look'],
  ['death', 'payment'],
  ['un-matching'],
  ['payment'],
  ['edit by hand'],
  ['stop'],
  ['stop', 'un-matching'],
  ['storage full'],
  ['storage full', 'death'],
  ['storage full', 'stop'],
  ['storage cleared'],
];

/** How likely a request that is aimed at meets a fault. */
const RATES: Readonly<Record<Aim, readonly number[]>> = {
  all: [0, 0.01, 0.05, 0.15],
  writes: [0.02, 0.1, 0.3, 0.6],
  'look-ups': [0, 0.02, 0.1, 0.3],
  books: [0, 0.02, 0.1, 0.3],
};

const HOSTS = ['na.myconnectwise.net', 'api-na.myconnectwise.net', 'goapi.poweroffice.net'];

const HOUR_MS = 3_600_000;

/** How many steps a worker takes in a run of twenty invoices, roughly. */
const STEPS_OF_A_RUN = 1_500;

/** Most seeds play customers' invoices alone, so that bills cost the suite little. */
function ledgersOf(seed: number): Plan['ledgers'] {
  const drawn = seeded(seed ^ 0xb111)();
  if (drawn < 0.65) return ['receivable'];
  return drawn < 0.8 ? ['payable'] : ['receivable', 'payable'];
}

export function planOf(seed: number): Plan {
  const random = seeded(seed ^ 0x5eed);
  const chance = (likely: number): boolean => random() < likely;
  const oneOf = <T>(items: readonly T[]): T => items[between(random, 0, items.length - 1)] as T;
  const times = <T>(most: number, make: () => T): T[] =>
    Array.from({ length: between(random, 0, most) }, make);

  const passes = chance(0.6);
  const strategy = chance(0.7) ? 'payment-record' : 'custom-fields';
  const browsers = Array.from({ length: chance(0.45) ? 2 : 1 }, () => ({
    signIn: chance(0.7) ? ('api-keys' as const) : ('session' as const),
    endsIdleWorkers: chance(0.7),
  }));
  const aBrowser = (): number => between(random, 0, browsers.length - 1);
  const known = passes ? PASSING_FAULTS : FAULTS;
  const faults = chance(0.3) ? known : [oneOf(known), oneOf(known)];
  const aim = oneOf(['all', 'all', 'writes', 'look-ups', 'books'] as const);
  const mayHappen = (what: Happening): boolean => !passes || !DISRUPTIVE.includes(what);
  const weighted = Object.entries(EVENTS).flatMap(([kind, weight]) =>
    Array<Happening>(weight).fill(kind as Happening),
  );
  const happenings = weighted.filter(mayHappen);
  const accidents = ACCIDENTS.filter((what) => what.every(mayHappen));

  const events: Plan['events'][number][] = browsers.map((_, browser) => ({
    at: between(random, 0, 5_000),
    what: 'sync',
    browser,
  }));
  const gaps = oneOf([400, 3_000, 60_000]);
  const night = chance(0.25) ? between(random, 1, 8) : 0;
  for (let at = 0, left = between(random, 2, 10); left > 0; left -= 1) {
    at += between(random, 1, 2 * gaps);
    if (left === night) at += between(random, 20, 44) * HOUR_MS;
    events.push({ at, what: oneOf(happenings), browser: aBrowser() });
  }
  const slow = chance(0.2);
  return {
    ledgers: ledgersOf(seed),
    strategy,
    browsers,
    latency: slow ? [200, 4_000] : [5, 150],
    faultRate: oneOf(RATES[aim]),
    faults,
    aim,
    outages: times(chance(0.3) ? 2 : 0, () => {
      const from = between(random, 0, 60_000);
      const to = from + between(random, 5_000, 12 * 60_000);
      return { host: oneOf(HOSTS), from, to, fault: oneOf(PASSING_FAULTS) };
    }),
    deaths: times(chance(0.6) ? 4 : 0, () => ({
      browser: aBrowser(),
      step: between(random, 1, oneOf([STEPS_OF_A_RUN / 10, STEPS_OF_A_RUN, 3 * STEPS_OF_A_RUN])),
    })),
    accidents: times(chance(0.8) ? 5 : 0, () => ({
      browser: aBrowser(),
      moment: oneOf(MOMENTS),
      time: between(random, 1, 8),
      steps: chance(0.4) ? 0 : between(random, 0, oneOf([6, 60])),
      what: oneOf(accidents),
    })),
    events,
    takesSeveral: chance(0.3),
    sumsLagMs: chance(0.3) ? between(random, 200, oneOf([6_000, 90_000])) : 0,
    passes,
  };
}
