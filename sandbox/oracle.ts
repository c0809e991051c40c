import { CUSTOM_FIELDS } from './books/build-manage';
import type { Day, InManage, Key, Part, Story } from './books/story';
import { timestampText, type Ticks } from './books/ticks';
import type { ManageState } from './manage/state';

export type Strategy = 'payment-record' | 'custom-fields';

/** What one invoice of Manage holds. Amounts are decimals, as Manage stores them. */
export interface Held {
  /** Payments, applied credit memos left out. */
  readonly records: readonly { readonly amount: number; readonly date: Day }[];
  /** Applied credit memos. */
  readonly memos: readonly { readonly amount: number; readonly date: Day }[];
  readonly paidAmount: number | null;
  readonly datePaid: Day | null;
  /** A custom field that is none of the product's business. */
  readonly note: string | null;
}

export interface Expected {
  /** Every invoice of Manage, by number, as it must be after the sync. */
  readonly held: ReadonlyMap<string, Held>;
  /** Sorted invoice numbers. `failed`: Manage does not let the fields of a closed invoice be changed. */
  readonly outcomes: Readonly<
    Record<'updated' | 'unchanged' | 'notFound' | 'skipped' | 'failed', readonly string[]>
  >;
}

/** What closed part of an invoice. Money of a voucher without a name counts as money. */
interface Closing {
  readonly by: Key;
  readonly isMoney: boolean;
  readonly postedOn: Day;
  readonly minor: number;
}

interface Facts {
  readonly number: string;
  readonly currency: string;
  readonly total: number;
  readonly isInvoice: boolean;
  closings: Closing[];
  reversed: boolean;
  changedAt: Ticks;
}

/**
 * What a first sync from the day `since` must make of Manage, told from what happened at the firm and from
 * nothing that was made of it: neither the vendor's rows nor the product's rules have a part in this.
 *
 * It knows more than the books can say of a match group in which several invoices met both money and credits, so
 * the story has none.
 */
export function expectedInManage(
  { story }: { readonly story: Story },
  since: Day,
  strategy: Strategy,
): Expected {
  const held = new Map(story.inManage.map((invoice) => [invoice.number, heldBefore(invoice)]));
  const outcomes: Record<keyof Expected['outcomes'], string[]> = {
    updated: [],
    unchanged: [],
    notFound: [],
    skipped: [],
    failed: [],
  };
  const changed = factsOf(story).filter(({ changedAt }) => timestampText(changedAt).slice(0, 10) >= since);
  for (const number of new Set(changed.map((each) => each.number))) {
    const same = changed.filter((each) => each.number === number);
    const facts = same.find(({ reversed }) => !reversed) ?? same[0];
    const invoice = story.inManage.find((each) => each.number === number);
    if (facts === undefined) continue;
    if (invoice === undefined) {
      if (paid(facts) > 0) outcomes.notFound.push(number);
      continue;
    }
    const before = heldBefore(invoice);
    const after =
      strategy === 'custom-fields' ? withFields(before, facts) : withRecord(before, facts, invoice);
    if (!facts.isInvoice || facts.total === 0) outcomes.unchanged.push(number);
    else if (facts.currency !== invoice.currency) outcomes.skipped.push(number);
    else if (isSame(before, after)) outcomes.unchanged.push(number);
    else if (
      strategy === 'payment-record' &&
      invoice.record !== null &&
      !isRunningTotal(invoice.record, facts)
    )
      outcomes.skipped.push(number);
    else if (strategy === 'custom-fields' && invoice.closed) outcomes.failed.push(number);
    else {
      outcomes.updated.push(number);
      held.set(number, after);
    }
  }
  for (const numbers of Object.values(outcomes)) numbers.sort();
  return { held, outcomes };
}

/** What Manage holds now, in the same form. */
export function heldInManage({ invoices }: ManageState): ReadonlyMap<string, Held> {
  return new Map(
    invoices.map(({ invoiceNumber, payments, customFieldValues: values }) => {
      const rows = (areMemos: boolean) =>
        payments
          .filter(({ creditInvoiceId }) => (creditInvoiceId !== null) === areMemos)
          .map(({ amount, paymentDate }) => ({ amount, date: paymentDate.slice(0, 10) }));
      return [
        invoiceNumber,
        {
          records: rows(false),
          memos: rows(true),
          paidAmount: (values.get(CUSTOM_FIELDS.paidAmount.id) ?? null) as number | null,
          datePaid: (values.get(CUSTOM_FIELDS.datePaid.id) ?? null) as Day | null,
          note: (values.get(CUSTOM_FIELDS.note.id) ?? null) as string | null,
        },
      ];
    }),
  );
}

function heldBefore({ record, memos, fields }: InManage): Held {
  return {
    records: record === null ? [] : [{ amount: record.minor / 100, date: record.paidOn }],
    memos: memos.map(({ minor, appliedOn }) => ({ amount: minor / 100, date: appliedOn })),
    paidAmount: fields.paidAmount === null ? null : fields.paidAmount / 100,
    datePaid: fields.datePaid,
    note: fields.note,
  };
}

/** Two custom fields: the amount as the books have it, the date only once nothing is left to pay. */
function withFields(before: Held, facts: Facts): Held {
  const amount = paid(facts);
  return {
    ...before,
    paidAmount: amount > 0 ? amount / 100 : null,
    datePaid: amount > 0 && left(facts) === 0 ? lastDay(facts.closings) : null,
  };
}

/** One payment record: no more than Manage leaves open, dated by the newest payment, or by what closed the invoice. */
function withRecord(before: Held, facts: Facts, { total, memos }: InManage): Held {
  const open = memos.reduce((sum, { minor }) => sum - minor, total);
  const amount = Math.min(paid(facts), open);
  const closings = left(facts) === 0 ? facts.closings : facts.closings.filter(({ isMoney }) => isMoney);
  return { ...before, records: amount > 0 ? [{ amount: amount / 100, date: lastDay(closings) }] : [] };
}

/** A record is the product's to change if it says what had been paid after one of the payments, on its day. */
function isRunningTotal(record: NonNullable<InManage['record']>, { closings }: Facts): boolean {
  const money = closings.filter(({ isMoney }) => isMoney).sort((a, b) => (a.postedOn < b.postedOn ? -1 : 1));
  return money.some(
    ({ postedOn }, at) =>
      postedOn === record.paidOn &&
      record.minor === money.slice(0, at + 1).reduce((sum, { minor }) => sum + minor, 0),
  );
}

function paid({ closings, reversed }: Facts): number {
  return reversed ? 0 : closings.reduce((sum, { isMoney, minor }) => sum + (isMoney ? minor : 0), 0);
}

function left({ total, closings }: Facts): number {
  return closings.reduce((open, { minor }) => open - minor, total);
}

function lastDay(closings: readonly Closing[]): Day {
  return (
    closings
      .map(({ postedOn }) => postedOn)
      .sort()
      .at(-1) ?? ''
  );
}

function isSame(a: Held, b: Held): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Goes through what happened and notes for each invoice and credit note what closed it and when that changed last. */
function factsOf({ events }: Story): Facts[] {
  const facts = new Map<Key, Facts>();
  const settlings = new Map<Key, { isMoney: boolean; postedOn: Day }>();
  const close = (by: Key, parts: readonly Part[], at: Ticks): void => {
    const settling = settlings.get(by);
    for (const { of, minor } of parts) {
      const closed = facts.get(of);
      if (closed === undefined || settling === undefined) continue;
      closed.closings.push({ by, ...settling, minor });
      closed.changedAt = at;
    }
  };
  const open = (by: Key, at: Ticks): void => {
    for (const each of facts.values()) {
      if (each.closings.every((closing) => closing.by !== by)) continue;
      each.closings = each.closings.filter((closing) => closing.by !== by);
      each.changedAt = at;
    }
  };
  for (const event of events) {
    const at = event.bookedAt;
    if (event.what === 'invoice-issued' || event.what === 'credit-note-issued') {
      const { currency, minor: total } = event.amount;
      const isInvoice = event.what === 'invoice-issued';
      const number = String(event.invoiceNo);
      facts.set(event.key, {
        number,
        currency,
        total,
        isInvoice,
        closings: [],
        reversed: false,
        changedAt: at,
      });
    }
    if (
      event.what === 'payment-received' ||
      event.what === 'credit-note-issued' ||
      event.what === 'written-off'
    ) {
      settlings.set(event.key, { isMoney: event.what === 'payment-received', postedOn: event.postedOn });
      close(event.key, event.closes, at);
    }
    if (event.what === 'matched') close(event.settling, event.closes, at);
    if (event.what === 'unmatched') open(event.settling, at);
    if (event.what === 'payment-reversed') open(event.payment, at);
    const reversed = event.what === 'invoice-reversed' ? facts.get(event.invoice) : undefined;
    if (reversed !== undefined) Object.assign(reversed, { reversed: true, changedAt: at });
  }
  return [...facts.values()];
}
