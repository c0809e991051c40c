import type { AccountingInvoice } from './accounting-invoice';
import type { Shown } from './change';
import { isCreditMemo } from './credit-memo';
import type { Decision } from './decision';
import type { ManageInvoice } from './manage-invoice';
import { USUALLY_PAID, type PaidRule } from './paid-rule';
import { paymentStatus } from './payment-status';
import { planCustomFields } from './plan-custom-fields';
import { planPaymentRecord } from './plan-payment-record';
import { reason, type Reason } from './reason';
import { withinRounding } from './within-rounding';

export interface DecisionInput {
  readonly books: AccountingInvoice;
  /** The invoice of Manage that carries its number. */
  readonly manage: ManageInvoice;
  /** What Manage shows of its payment now; the strategy it was read by is the one to write by. */
  readonly shown: Shown;
  /** Ids of payment records this browser's journal made or was allowed to take over. */
  readonly ownRecordIds: ReadonlySet<number>;
  /** What the firm counts as paid; what is usual unless given. */
  readonly paid?: PaidRule;
}

/**
 * Compares what the books say with what Manage shows and decides what, if anything, to write. Whoever carries the
 * decision out and decides again comes to `nothing`.
 *
 * Nothing is to be done about drafts and credit notes, about credit memos of Manage and about an invoice by which
 * nothing is owed. A cancelled or reversed invoice has no payment, so Manage goes back to showing none.
 * @throws RangeError if a settlement's currency is not its invoice's
 */
export function decide(input: DecisionInput): Decision {
  const { books, manage, shown, ownRecordIds, paid: rule = USUALLY_PAID } = input;
  if (books.state === 'draft' || isCreditMemo(manage)) return { do: 'nothing', notes: [] };
  if (books.state === 'posted' && books.remaining === null)
    return { do: 'skip', reason: reason(books.notes[0] ?? 'remainingUnknown') };
  const status = paymentStatus(books, rule);
  if (status.state === 'nothing-to-pay') return { do: 'nothing', notes: [] };
  if (manage.currency === '') return { do: 'skip', reason: reason('manageCurrencyUnknown') };
  if (manage.currency !== books.currency) {
    return {
      do: 'skip',
      reason: reason('currencyDiffers', { manage: manage.currency, books: books.currency }),
    };
  }
  const decision =
    shown.strategy === 'payment-record'
      ? planPaymentRecord({ books, status, rule, manage, records: shown.records, ownRecordIds })
      : planCustomFields({ status, manage, shown });
  if (decision.do === 'skip') return decision;
  const paid = status.paidAmount.minor > 0;
  return {
    ...decision,
    notes: [...booksNotes(books), ...(paid ? totalsNote(books, manage) : []), ...decision.notes],
  };
}

/** What the books themselves say makes these figures less than certain. */
function booksNotes({ notes, remarks = [] }: AccountingInvoice): readonly Reason[] {
  return [...notes.map((code) => reason(code)), ...remarks];
}

/**
 * Names both totals where more than rounding lies between them: somebody changed one side after the other. What was
 * ordered and what was billed differ as a rule: by freight, by taxes, by what was not delivered.
 */
function totalsNote(books: AccountingInvoice, manage: ManageInvoice): readonly Reason[] {
  if (books.ledger === 'payable' || withinRounding(books.total, manage.total)) return [];
  return [reason('totalsDiffer', { manage: manage.total, books: books.total })];
}
