import type { AccountingInvoice, Ledger } from '@/utils/payments/accounting-invoice';
import { money, subtract } from '@/utils/payments/money';
import { parseMoney } from '@/utils/payments/parse-money';
import { currencyOf } from './matched-part';
import type { LedgerEntry, PostedInvoice } from './schemas';
import { settledAmount } from './settled-amount';
import { settlementsOf } from './settlements';

/**
 * Turns an invoice and its match group into the domain's terms, in the invoice's own currency.
 * @param number the one Manage knows it by
 * @param group all entries of the match group, the invoice's own included; empty where it has none
 */
export function toAccountingInvoice(
  number: string,
  invoice: PostedInvoice,
  group: readonly LedgerEntry[],
  ledger: Ledger,
): AccountingInvoice {
  const currency = currencyOf(invoice);
  const total = parseMoney(invoice.TotalAmount, currency);
  const facts = {
    id: invoice.Id,
    number,
    kind: invoice.VoucherType.endsWith('CreditNote') ? 'credit-note' : 'invoice',
    ledger,
    customerNumber: invoice.SupplierNo ?? invoice.CustomerNo ?? '',
    ...(invoice.SupplierName != null && { partyName: invoice.SupplierName }),
    currency,
    total,
  } as const;
  const nothing = { settlements: [], closedOn: null, notes: [] };
  // A reversal voucher nullified it: nothing of it is owed, and nothing was paid on it.
  if (invoice.IsReversed === true) {
    return { ...facts, ...nothing, state: 'reversed', remaining: money(0, currency) };
  }
  const settled = settledAmount(invoice, group);
  if (settled === null) return { ...facts, ...nothing, state: 'posted', remaining: null };

  const others = group.filter(({ VoucherId }) => VoucherId !== invoice.Id);
  const { settlements, notes, newest } = settlementsOf(settled.amount, others);
  const remaining = subtract(total, settled.amount);
  const paid = settlements.some(({ kind }) => kind === 'payment' || kind === 'unclassified');
  return {
    ...facts,
    state: 'posted',
    remaining,
    settlements,
    closedOn: remaining.minor === 0 && paid ? newest : null,
    notes: settled.converted ? [...notes, 'convertedAtInvoiceRate'] : notes,
  };
}
