import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { decide } from '@/utils/payments/decide';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import { isWorthMentioning, matchInManage } from '@/utils/payments/match';
import type { Outcome, OutcomeKind } from '@/utils/payments/outcome';
import { Problem, reasonOf } from '@/utils/payments/problem';
import { reason, type Reason } from '@/utils/payments/reason';
import type { BatchPlan, PlannedWrite } from './batch-plan';
import type { ManagePort } from './manage-port';

export interface PlanOptions {
  readonly manage: ManagePort;
  readonly ownRecordIds: ReadonlySet<number>;
  /** True when the sums Manage reports may lag behind a write just made, so that records are read regardless. */
  readonly distrustSums: boolean;
}

/**
 * Looks a batch of live invoices up in Manage, one per number, and decides about each. An invoice that Manage
 * does not hold and on which no money was booked is nobody's business and gets no outcome.
 * @throws Problem when Manage cannot be read at all
 */
export async function planBatch(
  candidates: readonly AccountingInvoice[],
  { manage, ownRecordIds, distrustSums }: PlanOptions,
  signal: AbortSignal,
): Promise<BatchPlan> {
  const outcomes: Outcome[] = [];
  const writes: PlannedWrite[] = [];
  const end = (books: AccountingInvoice, kind: OutcomeKind, ...reasons: Reason[]): void =>
    void outcomes.push({ invoiceNumber: books.number, kind, reasons });

  const found = await manage.findInvoices(
    candidates.map(({ number }) => number),
    signal,
  );
  const matched: { books: AccountingInvoice; held: ManageInvoice }[] = [];
  for (const books of candidates) {
    const unreadable = found.unreadable.find(({ number }) => number === books.number);
    const match = matchInManage(books.number, found.invoices);
    if (unreadable !== undefined) end(books, 'failed', unreadable.reason);
    else if (found.unaskable.includes(books.number) && isWorthMentioning(books)) {
      end(books, 'skipped', reason('numberNotAskable', { number: books.number }));
    } else if (match.is === 'ambiguous') end(books, 'skipped', match.reason);
    else if (match.is === 'found') matched.push({ books, held: match.invoice });
    else if (isWorthMentioning(books)) end(books, 'not-found', reason('notFoundInManage'));
  }

  const toRead = matched.map(({ held }) => (distrustSums ? { ...held, payments: null } : held));
  const shownNow = await manage.writeBack.read(toRead, signal);
  for (const { books, held } of matched) {
    try {
      const shown = shownNow.get(held.id) ?? new Problem('unexpected');
      if (shown instanceof Problem) throw shown;
      const decision = decide({ books, manage: held, shown, ownRecordIds });
      if (decision.do === 'write') {
        writes.push({ manage: held, change: decision.change, notes: decision.notes });
      } else if (decision.do === 'nothing') {
        end(books, 'unchanged', ...decision.notes);
      } else {
        const { takeOver } = decision;
        const skipped = { invoiceNumber: books.number, kind: 'skipped', reasons: [decision.reason] } as const;
        outcomes.push(takeOver === undefined ? skipped : { ...skipped, takeOver });
      }
    } catch (error) {
      end(books, 'failed', reasonOf(error));
    }
  }
  return { outcomes, writes };
}
