import { parseJson, readRows } from '@/utils/http/json';
import {
  ledgerEntrySchema,
  outgoingInvoiceSchema,
  type LedgerEntry,
  type PostedInvoice,
} from '@/utils/accounting/poweroffice-go/schemas';
import { toAccountingInvoice } from '@/utils/accounting/poweroffice-go/to-accounting-invoice';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { toDecimalText } from '@/utils/payments/money';
import { ownEntry, type EntryRow, type InvoiceRow } from './rows';

export function readInvoice(row: InvoiceRow, clientCurrency = 'NOK'): PostedInvoice {
  const [invoice] = readRows(outgoingInvoiceSchema, parseJson(JSON.stringify([row]), 'test'), 'test').rows;
  if (invoice === undefined) throw new Error('an unreadable test invoice');
  return { ...invoice, ClientCurrency: clientCurrency };
}

function readEntries(rows: readonly EntryRow[], clientCurrency: string): readonly LedgerEntry[] {
  const { rows: entries } = readRows(ledgerEntrySchema, parseJson(JSON.stringify(rows), 'test'), 'test');
  if (entries.length !== rows.length) throw new Error('an unreadable test entry');
  return entries.map((entry) => ({ ...entry, ClientCurrency: clientCurrency }));
}

/** What the product makes of an invoice whose match group holds its own entry and these others. */
export function understood(invoice: InvoiceRow, ...others: readonly EntryRow[]): AccountingInvoice {
  return understoodIn('NOK', invoice, ...others);
}

/** The same where the ledger is kept in another currency. */
export function understoodIn(
  clientCurrency: string,
  invoice: InvoiceRow,
  ...others: readonly EntryRow[]
): AccountingInvoice {
  const group = invoice.MatchId === null ? [] : [ownEntry(invoice), ...others];
  const read = readInvoice(invoice, clientCurrency);
  return toAccountingInvoice(read.InvoiceNo ?? '', read, readEntries(group, clientCurrency), 'receivable');
}

/** An invoice in a few words: `payment 400 2026-03-01`. */
export function inWords({ settlements, remaining, closedOn, notes }: AccountingInvoice) {
  return {
    settled: settlements.map(
      ({ kind, amount, date }) => `${kind} ${toDecimalText(amount)} ${date ?? 'some day'}`,
    ),
    remaining: remaining === null ? null : toDecimalText(remaining),
    closedOn,
    notes,
  };
}
