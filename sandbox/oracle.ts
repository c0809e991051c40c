import { factsOf, type Closing, type Facts } from './books/facts';
import { heldBefore, heldInManage, type Held } from './books/held';
import type { Day, InManage, Story } from './books/story';
import { timestampText } from './books/ticks';

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
    // A credit note is nobody's business, whether Manage has a credit memo of its number or not.
    if (facts === undefined || !facts.isInvoice) continue;
    if (invoice === undefined) {
      if (paid(facts) > 0) outcomes.notFound.push(number);
      continue;
    }
    const before = heldBefore(invoice);
    const after =
      strategy === 'custom-fields' ? withFields(before, facts) : withRecord(before, facts, invoice);
    if (facts.total === 0) outcomes.unchanged.push(number);
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
