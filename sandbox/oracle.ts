import { factsOf, leftOf, type Facts } from './books/facts';
import { heldBefore, heldInManage, type Held } from './books/held';
import type { Day, InManage, Story } from './books/story';
import { newestDay, viewOf, type BooksSystem, type View } from './books/views';

export { heldInManage, type Held };

export type Strategy = 'payment-record' | 'custom-fields';

export interface Expected {
  /** Every invoice of Manage, by number, as it must be after the sync. */
  readonly held: ReadonlyMap<string, Held>;
  /** Sorted invoice numbers. `failed`: Manage does not let the fields of a closed invoice be changed. */
  readonly outcomes: Readonly<
    Record<'updated' | 'unchanged' | 'notFound' | 'skipped' | 'failed', readonly string[]>
  >;
}

export interface Eyes {
  /** The system that the books are kept in. */
  readonly system?: BooksSystem;
  /** The day that a system without days is given for what it sees, where the user agreed to that. */
  readonly firstSeenOn?: Day;
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
  { system = 'poweroffice-go', firstSeenOn }: Eyes = {},
): Expected {
  const view = viewOf(system, firstSeenOn ?? null);
  const held = new Map(story.inManage.map((invoice) => [invoice.number, heldBefore(invoice)]));
  const outcomes: Record<keyof Expected['outcomes'], string[]> = {
    updated: [],
    unchanged: [],
    notFound: [],
    skipped: [],
    failed: [],
  };
  const seen = factsOf(story).filter((facts) => view.sees(facts, since));
  for (const number of new Set(seen.map((each) => each.number))) {
    const same = seen.filter((each) => each.number === number);
    const facts = same.find(({ reversed }) => !reversed) ?? same[0];
    const invoice = story.inManage.find((each) => each.number === number);
    // A credit note is nobody's business, whatever Manage holds under its number.
    if (facts === undefined || !facts.isInvoice) continue;
    const told = tell(facts, view);
    if (invoice === undefined) {
      if (told.paid > 0) outcomes.notFound.push(number);
      continue;
    }
    const before = heldBefore(invoice);
    const outcome = (): keyof Expected['outcomes'] => {
      if (facts.total === 0) return 'unchanged';
      if (facts.currency !== invoice.currency) return 'skipped';
      if (strategy === 'custom-fields') {
        if (isSame(before, withFields(before, told))) return 'unchanged';
        return invoice.closed ? 'failed' : 'updated';
      }
      const { record } = invoice;
      const after = withRecord(before, told, invoice);
      const [to] = after.records;
      // Manage would put in today for a day that is missing.
      if (to?.date === null) return record?.minor === Math.round(to.amount * 100) ? 'unchanged' : 'skipped';
      if (isSame(before, after as Held)) return 'unchanged';
      return record !== null && !isRunningTotal(record, told) ? 'skipped' : 'updated';
    };
    const is = outcome();
    outcomes[is].push(number);
    if (is !== 'updated') continue;
    const after = strategy === 'custom-fields' ? withFields(before, told) : withRecord(before, told, invoice);
    held.set(number, after as Held);
  }
  for (const numbers of Object.values(outcomes)) numbers.sort();
  return { held, outcomes };
}

/** What the books say of one invoice's payment. Amounts are minor units. */
interface Told {
  readonly paid: number;
  readonly isClosed: boolean;
  readonly closedOn: Day | null;
  /** The payments, in the order in which they were entered. */
  readonly money: ReturnType<View['closings']>;
}

function tell(facts: Facts, view: View): Told {
  const closings = facts.reversed ? [] : view.closings(facts);
  const money = closings.filter(({ isMoney }) => isMoney);
  return {
    paid: money.reduce((sum, { minor }) => sum + minor, 0),
    isClosed: leftOf(facts) === 0,
    closedOn: view.closedOn(closings),
    money,
  };
}

/** Two custom fields: the amount as the books have it, the date only once nothing is left to pay. */
function withFields(before: Held, { paid, isClosed, closedOn }: Told): Held {
  return {
    ...before,
    paidAmount: paid > 0 ? paid / 100 : null,
    datePaid: paid > 0 && isClosed ? closedOn : null,
  };
}

/** As Manage would hold it, if it could hold a payment without a day. */
type HeldUndated = Omit<Held, 'records'> & {
  readonly records: readonly { readonly amount: number; readonly date: Day | null }[];
};

/** One payment record: no more than Manage leaves open, dated by the newest payment, or by what closed the invoice. */
function withRecord(before: Held, { paid, isClosed, closedOn, money }: Told, invoice: InManage): HeldUndated {
  const open = invoice.memos.reduce((sum, { minor }) => sum - minor, invoice.total);
  const amount = Math.min(paid, open);
  const date = isClosed ? closedOn : newestDay(money);
  return { ...before, records: amount > 0 ? [{ amount: amount / 100, date }] : [] };
}

/** A record is the product's to change if it says what had been paid after one of the payments, on its day. */
function isRunningTotal(record: NonNullable<InManage['record']>, told: Told): boolean {
  const money = [...told.money].sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1));
  return money.some(
    ({ day }, at) =>
      day === record.paidOn &&
      record.minor === money.slice(0, at + 1).reduce((sum, { minor }) => sum + minor, 0),
  );
}

function isSame(a: Held, b: Held): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
