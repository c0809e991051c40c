import Big from 'big.js';
import type { Settlement, SettlementKind } from '@/utils/payments/accounting-invoice';
import type { IsoDate } from '@/utils/payments/iso-date';
import { parseMoney } from '@/utils/payments/parse-money';
import { reason, type Reason } from '@/utils/payments/reason';
import { isKnownDocumentType, isKnownEntryType } from './option-names';
import type { DetailedEntry, LedgerEntry } from './schemas';

/** What a document applied to an invoice makes of the application. A line or an invoice may have been anything. */
const KIND_OF_DOCUMENT: Readonly<Partial<Record<string, SettlementKind>>> = {
  Payment: 'payment',
  'Credit Memo': 'credit',
};

/** What settled an invoice, oldest first, and the newest posting day of the rows in force. */
export interface NavSettlements {
  readonly settlements: readonly Settlement[];
  readonly newest: IsoDate | null;
}

/**
 * Reads off the detailed rows of one invoice what settled it: the rows in force, that is those that were not undone.
 * Discounts and tolerances stand on the payment's side, so the application covers them and counts with the payment; the
 * few rows of that kind on the invoice itself are named for what they are.
 * @returns a reason where a row is of a type that is not known
 */
export function settlementsOf(
  rows: readonly DetailedEntry[],
  currency: string,
): NavSettlements | { readonly unknown: Reason } {
  const strange = rows.find(({ Entry_Type }) => !isKnownEntryType(Entry_Type));
  if (strange !== undefined) return { unknown: reason('navEntryTypeUnknown', { type: strange.Entry_Type }) };
  const inForce = rows
    .filter(isInForce)
    .sort((a, b) => a.Posting_Date.localeCompare(b.Posting_Date) || a.Entry_No - b.Entry_No);
  const foreign = inForce.find(({ Document_Type }) => !isKnownDocumentType(Document_Type));
  if (foreign !== undefined)
    return { unknown: reason('navDocumentTypeUnknown', { type: foreign.Document_Type }) };
  return {
    settlements: inForce
      .filter(({ Amount }) => !new Big(Amount).eq(0))
      .map((row) => ({
        kind: kindOf(row),
        date: row.Posting_Date,
        amount: parseMoney(new Big(row.Amount).neg().toFixed(), currency),
        reference: row.Document_No,
      })),
    newest: inForce.at(-1)?.Posting_Date ?? null,
  };
}

/** Whether the rows in force account for all that is settled of the entry: its original amount less what remains. */
export function accountsFor(
  rows: readonly DetailedEntry[],
  { Original_Amount, Remaining_Amount }: Pick<LedgerEntry, 'Original_Amount' | 'Remaining_Amount'>,
): boolean {
  const settled = rows.filter(isInForce).reduce((sum, { Amount }) => sum.minus(Amount), new Big(0));
  return settled.eq(new Big(Original_Amount).minus(Remaining_Amount));
}

/** Whether the row still counts. What an exchange rate adjustment wrote up or down settled nothing on its day. */
function isInForce({ Entry_Type, Unapplied }: DetailedEntry): boolean {
  return !Unapplied && Entry_Type !== 'Initial Entry' && !Entry_Type.startsWith('Unrealized');
}

function kindOf({ Entry_Type, Document_Type }: DetailedEntry): SettlementKind {
  if (Entry_Type === 'Application') return KIND_OF_DOCUMENT[Document_Type] ?? 'unclassified';
  return /Discount|Tolerance|Rounding/.test(Entry_Type) ? 'discount' : 'unclassified';
}
