import type { Ledger } from '@/utils/payments/accounting-invoice';
import { payNow, vendorsOf } from '../../../sandbox/books/happenings';
import type { Eyes } from '../../../sandbox/oracle';
import { createWorld, type LivingWorld, type WorldOptions } from '../../../sandbox/world';
import type { ConnectedSystem } from '../../unit/worker/connections';

export const TODAY = '2026-11-22';

/** One way in which the same firm keeps its books, and what can be seen of them there. */
export interface Books {
  readonly system: ConnectedSystem;
  readonly connection?: Readonly<Record<string, unknown>>;
  readonly eyes: Eyes;
}

const WITHOUT_LEDGER = 'business-central-without-ledger';

export const BOOKS: readonly (readonly [name: string, books: Books])[] = [
  ['PowerOffice Go', { system: 'poweroffice-go', eyes: { system: 'poweroffice-go' } }],
  ['Business Central', { system: 'business-central', eyes: { system: 'business-central' } }],
  ['Business Central without its ledger', { system: 'business-central', eyes: { system: WITHOUT_LEDGER } }],
  [
    'Business Central without its ledger, with days first seen',
    {
      system: 'business-central',
      connection: { datedWhenFirstSeen: true },
      eyes: { system: WITHOUT_LEDGER, firstSeenOn: TODAY },
    },
  ],
  ['Dynamics NAV', { system: 'dynamics-nav', eyes: { system: 'dynamics-nav' } }],
];

/** The world of Nord IT AS, offering no more than these books show. */
export function worldWith({ eyes }: Books) {
  return (now: number, options: WorldOptions): LivingWorld => {
    const world = createWorld(now, options);
    if (eyes.system === WITHOUT_LEDGER) world.businessCentral.knobs.analytics = false;
    return world;
  };
}

/** What the suite must know of a ledger to tell whether a source tells of it rightly. */
export interface LedgerTold {
  readonly ledger: Ledger;
  /** More live invoices than so many changed within the month. */
  readonly moreThan: number;
  /** An invoice that nobody has paid anything of, and the way to pay a thousand on it. */
  readonly unpaid: string;
  readonly pay: (world: LivingWorld, postedOn: string) => void;
}

const RECEIVABLE: LedgerTold = {
  ledger: 'receivable',
  moreThan: 50,
  unpaid: '12189',
  pay: (world, postedOn) => payNow(world, 12_189, 1000, postedOn),
};

const PAYABLE: LedgerTold = {
  ledger: 'payable',
  moreThan: 25,
  unpaid: 'BN20261104',
  pay: (world, postedOn) => payNow(vendorsOf(world), 70_004, 1000, postedOn),
};

/** Names of the books whose ledger of vendors can be read too. */
export const WITH_BILLS: readonly string[] = ['PowerOffice Go', 'Business Central', 'Dynamics NAV'];

export const LEDGERS: readonly (readonly [name: string, books: Books, told: LedgerTold])[] = [
  ...BOOKS.map(([name, books]) => [name, books, RECEIVABLE] as const),
  ...BOOKS.filter(([name]) => WITH_BILLS.includes(name)).map(
    ([name, books]) => [`bills in ${name}`, books, PAYABLE] as const,
  ),
];
