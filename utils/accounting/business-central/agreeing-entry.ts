import Big from 'big.js';
import type { LedgerEntry } from './ledger-entry';
import { LOCAL_CURRENCY_ID, type InvoiceDocument } from './schemas';

/**
 * The ledger entry of a posted invoice: its number, account and posting date, and where several have these, its
 * amount. A number used again has the entry of the earlier invoice, its reversal, and the live one; only the company's
 * own currency lets amounts be compared.
 * @returns null where none or more than one agrees
 */
export function agreeingEntry(
  document: InvoiceDocument,
  entries: readonly LedgerEntry[],
): LedgerEntry | null {
  const alike = entries.filter(
    (entry) =>
      entry.documentNumber === document.number &&
      entry.accountNumber === document.accountNumber &&
      entry.postedOn === document.postingDate,
  );
  if (alike.length <= 1) return alike[0] ?? null;
  const total = new Big(document.totalAmountIncludingTax);
  const same = alike.filter(
    ({ open, original }) =>
      open === (document.status === 'Open') &&
      (document.currencyId !== LOCAL_CURRENCY_ID || original.eq(total)),
  );
  return same.length === 1 ? (same[0] ?? null) : null;
}
