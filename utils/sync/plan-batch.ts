import { aboutInvoice } from '@/utils/payments/about-invoice';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import type { Shown } from '@/utils/payments/change';
import { decide } from '@/utils/payments/decide';
import type { PaymentRecord } from '@/utils/payments/manage-invoice';
import type { Decision } from '@/utils/payments/decision';
import { isWorthMentioning, matchInManage } from '@/utils/payments/match';
import type { Outcome, OutcomeKind } from '@/utils/payments/outcome';
import { Problem, reasonOf } from '@/utils/payments/problem';
import { reason, type Reason } from '@/utils/payments/reason';
import type { BatchPlan, PlannedWrite, Surplus } from './batch-plan';
import { claimsOn } from './claims';
import type { ConnectionRules } from './connection-rules';
import type { Journal } from './journal';
import type { ManagePort } from './manage-port';
import { recordIdsIn } from './record-ids-in';
import { shownNow, type Matched } from './shown-now';

export interface PlanOptions {
  readonly manage: ManagePort;
  readonly journal: Pick<Journal, 'ownAmong'>;
  /** Numbers of invoices whose sums may lag behind a write just made, so that their records are read regardless. */
  readonly unsure: ReadonlySet<string>;
  readonly rules: ConnectionRules;
}

/**
 * Looks a batch of live invoices up in Manage, one per number, and decides about each. An invoice that Manage
 * does not hold and on which no money was booked is nobody's business and gets no outcome. One that the books of
 * another connection carry too is not written.
 * @throws Problem when Manage cannot be read at all
 */
export async function planBatch(
  candidates: readonly AccountingInvoice[],
  { manage, journal, unsure, rules }: PlanOptions,
  signal: AbortSignal,
): Promise<BatchPlan> {
  const outcomes: Outcome[] = [];
  const writes: PlannedWrite[] = [];
  const surplus: Surplus[] = [];
  const end = (books: AccountingInvoice, kind: OutcomeKind, ...reasons: Reason[]): void =>
    void outcomes.push({ invoiceNumber: books.number, kind, reasons });

  const found = await manage.findInvoices(
    candidates.map(({ number }) => number),
    signal,
  );
  // A row that does not even tell its number may be any invoice that seems to be missing.
  const nameless = found.unreadable.find(({ number }) => number === undefined);
  const matched: Matched[] = [];
  for (const books of candidates) {
    const unreadable = found.unreadable.find(({ number }) => number === books.number);
    const match = matchInManage(books.number, found.invoices);
    if (unreadable !== undefined) end(books, 'failed', unreadable.reason);
    else if (found.unaskable.includes(books.number) && isWorthMentioning(books, rules.paid)) {
      end(books, 'skipped', reason('numberNotAskable', { number: books.number }));
    } else if (match.is === 'ambiguous') end(books, 'skipped', match.reason);
    else if (match.is === 'found') matched.push({ books, held: match.invoice });
    else if (nameless !== undefined) end(books, 'failed', nameless.reason);
    else if (isWorthMentioning(books, rules.paid))
      end(books, 'not-found', reason(books.ledger === 'payable' ? 'billOnNoOrder' : 'notFoundInManage'));
  }

  const shownOf = await shownNow(matched, { manage, journal, unsure, rules }, signal);
  const ownRecordIds = await journal.ownAmong(recordIdsIn(shownOf.values()));
  const decided: (Matched & { decision: Decision })[] = [];
  for (const { books, held } of matched) {
    const about = aboutInvoice(held);
    const endHeld = (kind: OutcomeKind, ...reasons: Reason[]): void =>
      void outcomes.push({ invoiceNumber: books.number, kind, reasons, ...about });
    try {
      const shown = shownOf.get(held.id) ?? new Problem('unexpected');
      if (shown instanceof Problem) throw shown;
      const ours = oursAmong(shown, ownRecordIds);
      if (ours !== null) {
        if (ours.surplus === null) endHeld('failed', ours.reason);
        else surplus.push({ manage: held, record: ours.surplus });
        continue;
      }
      const decision = decide({ books, manage: held, shown, ownRecordIds, paid: rules.paid });
      decided.push({ books, held, decision });
    } catch (error) {
      endHeld('failed', reasonOf(error));
    }
  }

  const contested = decided.filter(({ decision }) => decision.do !== 'nothing');
  const claims = await claimsOn(
    contested.map(({ books }) => books.number),
    rules,
    signal,
  );
  for (const { books, held, decision } of decided) {
    const endHeld = (kind: OutcomeKind, reasons: readonly Reason[], more: Partial<Outcome> = {}): void =>
      void outcomes.push({ invoiceNumber: books.number, kind, reasons, ...aboutInvoice(held), ...more });
    const claim = decision.do === 'nothing' ? undefined : claims.get(books.number);
    if (claim?.is === 'unknown') endHeld('failed', claim.reasons);
    else if (claim?.is === 'shared') {
      // An invoice that ended gives its number free: it is the other books' now, and so is what Manage shows.
      if (books.state === 'posted') endHeld('skipped', claim.reasons);
      else endHeld('unchanged', []);
    } else if (decision.do === 'write') {
      writes.push({ manage: held, change: decision.change, notes: decision.notes });
    } else if (decision.do === 'nothing') {
      endHeld('unchanged', decision.notes);
    } else {
      const { takeOver } = decision;
      endHeld('skipped', [decision.reason], takeOver === undefined ? {} : { takeOver });
    }
  }
  return { outcomes, writes, surplus };
}

/**
 * Two browsers may each have made a payment record at the same moment, should Manage take both. Whose is not the
 * first takes it back; the other waits for that. Null where no record of ours has company.
 */
function oursAmong(
  shown: Shown,
  own: ReadonlySet<number>,
): { readonly surplus: PaymentRecord | null; readonly reason: Reason } | null {
  if (shown.strategy !== 'payment-record' || shown.records.length < 2) return null;
  const ours = shown.records.filter(({ id }) => own.has(id));
  if (ours.length === 0) return null;
  const first = Math.min(...shown.records.map(({ id }) => id));
  return {
    surplus: ours.find(({ id }) => id !== first) ?? null,
    reason: reason('severalPaymentRecords', { count: String(shown.records.length) }),
  };
}
