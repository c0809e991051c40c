import type { AccountingInvoice, InvoiceNote } from '@/utils/payments/accounting-invoice';
import type { IsoDate } from '@/utils/payments/iso-date';
import { money, sameMoney, subtract, type Money } from '@/utils/payments/money';
import { parseMoney } from '@/utils/payments/parse-money';
import type { BusinessCentralConnection } from './api';
import { rowsInForce, type LedgerEntry } from './ledger-entry';
import { LOCAL_CURRENCY_ID, type SalesInvoice } from './schemas';
import { settlementsOf } from './settlements';

/** Which field of an invoice holds the number that Manage knows. */
export type NumberField = BusinessCentralConnection['matching']['field'];

/** What the document itself says of its payment. */
export interface DocumentAmounts {
  readonly total: Money;
  readonly remaining: Money;
  readonly settled: Money;
}

export function amountsOf(document: SalesInvoice): DocumentAmounts {
  const { currencyCode, totalAmountIncludingTax, remainingAmount } = document;
  const total = parseMoney(totalAmountIncludingTax, currencyCode);
  const remaining = parseMoney(remainingAmount, currencyCode);
  return { total, remaining, settled: subtract(total, remaining) };
}

/** Whether money may have been booked on it: it is posted, and neither cancelled nor made to cancel another. */
export function isLive({ status }: SalesInvoice): boolean {
  return status === 'Open' || status === 'Paid';
}

/** Drafts are no invoices yet. */
export function isPosted({ status }: SalesInvoice): boolean {
  return status !== 'Draft' && status !== 'In Review';
}

/** What the API calls the fields. Source: page 30012 of API v2.0. */
export const NUMBER_FIELDS = {
  number: 'number',
  'external-document-number': 'externalDocumentNumber',
  'order-number': 'orderNumber',
} as const satisfies Readonly<Record<NumberField, keyof SalesInvoice>>;

export function numberOf(document: SalesInvoice, field: NumberField): string {
  return document[NUMBER_FIELDS[field]];
}

/** An invoice that was cancelled, or made to cancel a credit memo: it reports that nothing remains, and is not paid. */
export function ended(document: SalesInvoice, field: NumberField): AccountingInvoice {
  const { currencyCode, status } = document;
  return {
    ...facts(document, field),
    state: status === 'Canceled' ? 'cancelled' : 'reversed',
    settlements: [],
    remaining: money(0, currencyCode),
    closedOn: null,
    notes: [],
  };
}

/** An invoice whose figures contradict one another, or are not all there: nothing may be concluded. */
export function doubtful(document: SalesInvoice, field: NumberField, note: InvoiceNote): AccountingInvoice {
  const nothing = { settlements: [], remaining: null, closedOn: null };
  return { ...facts(document, field), state: 'posted', ...nothing, notes: [note] };
}

/**
 * An invoice by what remains of it alone: settled by nobody knows what, on the day given or on no day anybody knows.
 */
export function byRemaining(
  document: SalesInvoice,
  field: NumberField,
  firstSeen: IsoDate | null,
): AccountingInvoice {
  const { remaining, settled } = amountsOf(document);
  const isSettled = settled.minor !== 0;
  return {
    ...facts(document, field),
    state: 'posted',
    remaining,
    settlements: isSettled ? [{ kind: 'unclassified', date: firstSeen, amount: settled, reference: '' }] : [],
    closedOn: isSettled && remaining.minor === 0 ? firstSeen : null,
    notes: isSettled && firstSeen !== null ? ['dateFirstSeen'] : [],
  };
}

/** An invoice with its ledger entry; null where the two contradict each other. */
export function byLedger(
  document: SalesInvoice,
  entry: LedgerEntry,
  field: NumberField,
): AccountingInvoice | null {
  const { total, remaining, settled } = amountsOf(document);
  const isLocal = document.currencyId === LOCAL_CURRENCY_ID;
  if (entry.open !== (document.status === 'Open')) return null;
  if (isLocal && !sameMoney(parseMoney(entry.original.toFixed(), total.currency), total)) return null;
  const read = settlementsOf(settled, rowsInForce(entry), { isLocal });
  if (read === null) return null;
  const dates = read.settlements.flatMap(({ date }) => date ?? []).sort();
  const isClosed = settled.minor !== 0 && remaining.minor === 0;
  return {
    ...facts(document, field),
    state: 'posted',
    remaining,
    ...read,
    closedOn: isClosed ? (entry.closedOn ?? dates.at(-1) ?? null) : null,
  };
}

function facts(document: SalesInvoice, field: NumberField) {
  return {
    id: document.id,
    number: numberOf(document, field),
    kind: 'invoice',
    ledger: 'receivable',
    customerNumber: document.billToCustomerNumber,
    currency: document.currencyCode,
    total: amountsOf(document).total,
  } as const;
}
