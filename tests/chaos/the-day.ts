import { CUSTOM_FIELDS } from '../../sandbox/books/build-manage';
import { ORDER_FIELDS } from '../../sandbox/books/build-orders';
import { dayBefore } from '../../sandbox/books/calendar';
import {
  creditNow,
  payNow,
  reverseNow,
  unmatch,
  vendorsOf,
  writeOffNow,
} from '../../sandbox/books/happenings';
import { keepLedger, type Posting } from '../../sandbox/books/ledger';
import { between } from '../../sandbox/books/seeded';
import type { LivingWorld } from '../../sandbox/world';
import type { Ledger } from '@/utils/payments/accounting-invoice';
import { numberOf, recordsOn, type ManageRecord } from './manage-record';
import type { Plan } from './plan';
import { ledgerOfNumber } from './played-lines';
import type { WriteAudit } from './write-audit';

/** An invoice or a bill of the books on which something can happen now. */
interface LiveInvoice {
  readonly no: number;
  /** What Manage and outcomes may call it or the orders that it is for. */
  readonly names: readonly string[];
  readonly minor: number;
  readonly open: number;
  /** Whether a settlement of it settles nothing else, so that a credit beside it is told apart from money. */
  readonly alone: boolean;
}

/** Something in Manage that shows a payment, and what somebody may do to that. */
interface Editable {
  readonly row: ManageRecord['row'];
  readonly edit: () => void;
}

export interface DayOptions {
  readonly world: LivingWorld;
  readonly strategy: Plan['strategy'];
  readonly random: () => number;
  readonly audit: WriteAudit;
}

/** What goes on in each of these ledgers while syncs run. */
export function createDays({ ledgers }: Pick<Plan, 'ledgers'>, options: DayOptions) {
  const days = new Map(ledgers.map((ledger) => [ledger, createDay(ledger, options)]));
  return {
    /** In the ledger that this number is from; in any without one. */
    of(number: string | undefined): Day {
      const played = [...days.values()];
      const at = number === undefined && played.length > 1 ? between(options.random, 0, 1) : 0;
      const day = (number !== undefined && days.get(ledgerOfNumber(number))) || played[at];
      if (day === undefined) throw new Error('nothing is played');
      return day;
    },
  };
}

export type Days = ReturnType<typeof createDays>;

/** What goes on at the firm in one ledger, and by hand in Manage. Answers what was done. */
function createDay(ledger: Ledger, { world, strategy, random, audit }: DayOptions) {
  const accounts = ledger === 'payable' ? vendorsOf(world) : world;
  /** One of them; where it can be, the one that is asked for. */
  const pick = <T>(items: readonly T[], isCalled: (item: T) => boolean): T | undefined =>
    items.find(isCalled) ?? items[between(random, 0, items.length - 1)];
  const pickInvoice = (fits: (invoice: LiveInvoice) => boolean, wanted?: string): LiveInvoice | undefined =>
    pick(invoicesOf(world, ledger).filter(fits), ({ names }) => names.includes(wanted ?? ''));
  let creditNotes = ledger === 'payable' ? 90_000 : 40_000;

  const day = (): string => dayBefore(world.now(), between(random, 0, 3));

  return {
    pay(wanted?: string): string {
      const invoice = pickInvoice(({ open, alone }) => open > 0 && alone, wanted);
      if (invoice === undefined) return 'nothing to pay';
      const minor = random() < 0.5 ? invoice.open : between(random, 1, invoice.open);
      payNow(accounts, invoice.no, minor / 100, day());
      return `${minor / 100} is paid on ${invoice.no}`;
    },
    unmatch(wanted?: string): string {
      const invoice = pickInvoice(({ open, minor }) => open < minor, wanted);
      if (invoice === undefined) return 'nothing to un-match';
      unmatch(accounts, invoice.no);
      return `${invoice.no} is un-matched`;
    },
    credit(): string {
      const invoice = pickInvoice(({ open, alone }) => open > 0 && alone);
      if (invoice === undefined) return 'nothing to credit';
      const minor = between(random, 1, invoice.open);
      creditNow(accounts, invoice.no, minor / 100, (creditNotes += 1));
      return `${minor / 100} is credited on ${invoice.no}`;
    },
    writeOff(): string {
      const invoice = pickInvoice(({ open, alone }) => open > 0 && alone);
      if (invoice === undefined) return 'nothing to write off';
      writeOffNow(accounts, invoice.no);
      return `the rest of ${invoice.no} is written off`;
    },
    reverse(): string {
      const invoice = pickInvoice(({ minor, alone }) => minor > 0 && alone);
      if (invoice === undefined) return 'nothing to reverse';
      reverseNow(accounts, invoice.no);
      return `${invoice.no} is reversed`;
    },
    editByHand(wanted?: string): string {
      const paid = ledger === 'payable' ? ordersShowing() : invoicesShowing();
      const picked = pick(paid, ({ row }) => numberOf(row) === wanted);
      if (picked === undefined) return 'nothing to edit in Manage';
      picked.edit();
      audit.byHand(picked.row);
      return `somebody edits ${numberOf(picked.row)} in Manage`;
    },
  };

  /** Orders that show an amount. */
  function ordersShowing(): Editable[] {
    const { id } = ORDER_FIELDS.paidAmount;
    const paid = world.manage.purchaseOrders.filter((row) => row.customFieldValues.get(id) != null);
    return paid.map((row) => ({
      row,
      edit: (): void => void row.customFieldValues.set(id, between(random, 1, 900)),
    }));
  }

  /** Invoices that show an amount in the way that is synced. */
  function invoicesShowing(): Editable[] {
    const { id } = CUSTOM_FIELDS.paidAmount;
    return world.manage.invoices.flatMap((row) => {
      const [record] = recordsOn(row);
      const shows = strategy === 'payment-record' ? record : row.customFieldValues.get(id);
      const edit = (): void => {
        if (strategy === 'custom-fields') row.customFieldValues.set(id, between(random, 1, 900));
        else if (random() < 0.3) row.payments = row.payments.filter((each) => each !== record);
        else if (record !== undefined) record.amount = Math.max(1, Math.floor(record.amount) - 1);
      };
      return shows == null ? [] : [{ row, edit }];
    });
  }
}

export type Day = ReturnType<typeof createDay>;

function invoicesOf({ story }: LivingWorld, ledger: Ledger): LiveInvoice[] {
  const { postings, matches } = keepLedger(ledger === 'payable' ? story.bills : story.events);
  const groupOf = (posting: Posting): number =>
    new Set(
      matches
        .filter(({ charge }) => charge === posting)
        .flatMap(({ settling }) =>
          matches.filter((each) => each.settling === settling).map(({ charge }) => charge),
        ),
    ).size;
  return postings.flatMap((posting) => {
    const { event, reversed, minor } = posting;
    if (event.what !== 'invoice-issued' || reversed) return [];
    const { invoiceNo: no, theirNumber } = event;
    const orders = story.orders.filter(({ bills }) => bills.includes(theirNumber ?? ''));
    return {
      no,
      names:
        theirNumber === undefined
          ? [String(no)]
          : [`${theirNumber} · ${event.customerNo}`, ...orders.map(({ poNumber }) => poNumber)],
      minor,
      open: matches
        .filter(({ charge }) => charge === posting)
        .reduce((left, each) => left - each.minor, minor),
      alone: groupOf(posting) <= 1,
    };
  });
}
