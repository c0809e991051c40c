import type { AccountingInvoice, Settlement, SettlementKind } from '@/utils/payments/accounting-invoice';
import { isoDate, parseIsoDate, type IsoDate } from '@/utils/payments/iso-date';
import { money } from '@/utils/payments/money';
import { parseMoney } from '@/utils/payments/parse-money';
import type { LedgerEntry, OutgoingInvoice } from './schemas';

const CLIENT_CURRENCY = 'NOK';

const KIND_OF_VOUCHER: Readonly<Record<string, SettlementKind>> = {
  BankJournal: 'payment',
  IncomingOcrGiro: 'payment',
  IncomingPayments: 'payment',
  CashJournal: 'payment',
  ManualJournal: 'payment',
  OutgoingCreditNote: 'credit',
};

/** Turns an invoice and the entries of its match group into the domain's terms. */
export function toAccountingInvoice(row: OutgoingInvoice, group: readonly LedgerEntry[]): AccountingInvoice {
  const currency = row.CurrencyCode ?? CLIENT_CURRENCY;
  const remaining = row.Balance == null ? null : parseMoney(row.Balance, currency);
  const settlements = group.filter(({ Amount }) => Amount.startsWith('-')).map((entry) => settlement(entry, currency));
  const closed = remaining?.minor === 0 && settlements.length > 0;
  return {
    id: row.Id,
    number: String(row.InvoiceNo ?? ''),
    kind: row.VoucherType === 'OutgoingCreditNote' ? 'credit-note' : 'invoice',
    ledger: 'receivable',
    state: row.IsReversed === true ? 'reversed' : 'posted',
    customerNumber: String(row.CustomerNo ?? ''),
    currency,
    total: parseMoney(row.TotalAmount, currency),
    settlements,
    remaining,
    closedOn: closed ? newest(settlements) : null,
    notes: [],
  };
}

function settlement(entry: LedgerEntry, currency: string): Settlement {
  const amount = parseMoney(entry.Amount, currency);
  return {
    kind: entry.IsWriteOff === true ? 'write-off' : (KIND_OF_VOUCHER[entry.VoucherType] ?? 'unclassified'),
    date: parseIsoDate(entry.PostingDate),
    amount: money(-amount.minor, currency),
    reference: String(entry.VoucherNo ?? ''),
  };
}

function newest(settlements: readonly Settlement[]): IsoDate | null {
  const last = settlements.flatMap(({ date }) => date ?? []).sort().at(-1);
  return last === undefined ? null : isoDate(last);
}
