import { CUSTOM_FIELDS } from '../../sandbox/books/build-manage';
import { dayBefore } from '../../sandbox/books/calendar';
import { creditNow, payNow, reverseNow, unmatch, writeOffNow } from '../../sandbox/books/happenings';
import { keepLedger, type Posting } from '../../sandbox/books/ledger';
import { between } from '../../sandbox/books/seeded';
import type { LivingWorld } from '../../sandbox/world';
import type { Plan } from './plan';
import type { WriteAudit } from './write-audit';

/** An invoice of the books on which something can happen now. */
interface LiveInvoice {
  readonly no: number;
  readonly minor: number;
  readonly open: number;
  /** Whether a settlement of it settles nothing else, so that a credit beside it is told apart from money. */
  readonly alone: boolean;
}

export interface DayOptions {
  readonly world: LivingWorld;
  readonly strategy: Plan['strategy'];
  readonly random: () => number;
  readonly audit: WriteAudit;
}

/** What goes on at the firm while syncs run: in the books, and by hand in Manage. Answers what was done. */
export function createDay({ world, strategy, random, audit }: DayOptions) {
  /** One of them; where it can be, the one that is asked for. */
  const pick = <T>(items: readonly T[], numberOf: (item: T) => string, wanted?: string): T | undefined =>
    items.find((item) => numberOf(item) === wanted) ?? items[between(random, 0, items.length - 1)];
  const pickInvoice = (fits: (invoice: LiveInvoice) => boolean, wanted?: string): LiveInvoice | undefined =>
    pick(invoicesOf(world).filter(fits), ({ no }) => String(no), wanted);
  let creditNotes = 40_000;

  const day = (): string => dayBefore(world.now(), between(random, 0, 3));

  return {
    pay(wanted?: string): string {
      const invoice = pickInvoice(({ open, alone }) => open > 0 && alone, wanted);
      if (invoice === undefined) return 'nothing to pay';
      const minor = random() < 0.5 ? invoice.open : between(random, 1, invoice.open);
      payNow(world, invoice.no, minor / 100, day());
      return `${minor / 100} is paid on ${invoice.no}`;
    },
    unmatch(wanted?: string): string {
      const invoice = pickInvoice(({ open, minor }) => open < minor, wanted);
      if (invoice === undefined) return 'nothing to un-match';
      unmatch(world, invoice.no);
      return `${invoice.no} is un-matched`;
    },
    credit(): string {
      const invoice = pickInvoice(({ open, alone }) => open > 0 && alone);
      if (invoice === undefined) return 'nothing to credit';
      const minor = between(random, 1, invoice.open);
      creditNow(world, invoice.no, minor / 100, (creditNotes += 1));
      return `${minor / 100} is credited on ${invoice.no}`;
    },
    writeOff(): string {
      const invoice = pickInvoice(({ open, alone }) => open > 0 && alone);
      if (invoice === undefined) return 'nothing to write off';
      writeOffNow(world, invoice.no);
      return `the rest of ${invoice.no} is written off`;
    },
    reverse(): string {
      const invoice = pickInvoice(({ minor, alone }) => minor > 0 && alone);
      if (invoice === undefined) return 'nothing to reverse';
      reverseNow(world, invoice.no);
      return `${invoice.no} is reversed`;
    },
    editByHand(wanted?: string): string {
      const paid = world.manage.invoices.flatMap((invoice) => {
        const record = invoice.payments.find(({ creditInvoiceId }) => creditInvoiceId === null);
        const shows =
          strategy === 'payment-record' ? record : invoice.customFieldValues.get(CUSTOM_FIELDS.paidAmount.id);
        return shows == null ? [] : [{ invoice, record }];
      });
      const picked = pick(paid, ({ invoice }) => invoice.invoiceNumber, wanted);
      if (picked === undefined) return 'nothing to edit in Manage';
      const { invoice, record } = picked;
      if (strategy === 'custom-fields')
        invoice.customFieldValues.set(CUSTOM_FIELDS.paidAmount.id, between(random, 1, 900));
      else if (random() < 0.3) invoice.payments = invoice.payments.filter((row) => row !== record);
      else if (record !== undefined) record.amount = Math.max(1, Math.floor(record.amount) - 1);
      audit.byHand(invoice);
      return `somebody edits ${invoice.invoiceNumber} in Manage`;
    },
  };
}

export type Day = ReturnType<typeof createDay>;

function invoicesOf({ story }: LivingWorld): LiveInvoice[] {
  const { postings, matches } = keepLedger(story.events);
  const groupOf = (posting: Posting): number =>
    new Set(
      matches
        .filter(({ charge }) => charge === posting)
        .flatMap(({ settling }) =>
          matches.filter((each) => each.settling === settling).map(({ charge }) => charge),
        ),
    ).size;
  const live = postings.filter(({ event, reversed }) => event.what === 'invoice-issued' && !reversed);
  return live.map((posting) => ({
    no: (posting.event as { invoiceNo: number }).invoiceNo,
    minor: posting.minor,
    open: matches
      .filter(({ charge }) => charge === posting)
      .reduce((left, { minor }) => left - minor, posting.minor),
    alone: groupOf(posting) <= 1,
  }));
}
