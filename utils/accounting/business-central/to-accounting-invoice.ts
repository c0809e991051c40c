import type { AccountingInvoice, InvoiceNote } from '@/utils/payments/accounting-invoice';
import type { IsoDate } from '@/utils/payments/iso-date';
import { money, sameMoney, subtract, type Money } from '@/utils/payments/money';
import { parseMoney } from '@/utils/payments/parse-money';
import type { BusinessCentralConnection } from './api';
import { rowsInForce, type LedgerEntry } from './ledger-entry';
import { LOCAL_CURRENCY_ID, type InvoiceDocument } from './schemas';
import { settledByLedger } from './settled-by-ledger';
import { settlementsOf } from './settlements';

/** Which field of an invoice holds the number that Manage knows. */
export type NumberField = BusinessCentralConnection['matching']['field'];

/** What the document itself says of its payment: nothing, where that is left to the ledger. */
export interface DocumentAmounts {
  readonly total: Money;
  readonly remaining: Money;
  readonly settled: Money;
}

export function amountsOf(document: InvoiceDocument): DocumentAmounts {
  const { currencyCode, totalAmountIncludingTax, remainingAmount = totalAmountIncludingTax } = document;
  const total = parseMoney(totalAmountIncludingTax, currencyCode);
  const remaining = parseMoney(remainingAmount, currencyCode);
  return { total, remaining, settled: subtract(total, remaining) };
}

/** Whether money may have been booked on it: it is posted, and neither cancelled nor made to cancel another. */
export function isLive({ status }: InvoiceDocument): boolean {
  return status === 'Open' || status === 'Paid';
}

/** Drafts are no invoices yet. */
export function isPosted({ status }: InvoiceDocument): boolean {
  return status !== 'Draft' && status !== 'In Review';
}

/** A vendor's own number of a bill is the external one: a vendor ledger calls it so. */
export const NUMBER_FIELDS = {
  number: 'number',
  'external-document-number': 'externalDocumentNumber',
  'order-number': 'orderNumber',
} as const satisfies Readonly<Record<NumberField, keyof InvoiceDocument>>;

export function numberOf(document: InvoiceDocument, field: NumberField): string {
  return document[NUMBER_FIELDS[field]];
}

/** An invoice that was cancelled, or made to cancel a credit memo: it reports that nothing remains, and is not paid. */
export function ended(document: InvoiceDocument, field: NumberField): AccountingInvoice {
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
export function doubtful(
  document: InvoiceDocument,
  field: NumberField,
  note: InvoiceNote,
): AccountingInvoice {
  const nothing = { settlements: [], remaining: null, closedOn: null };
  return { ...facts(document, field), state: 'posted', ...nothing, notes: [note] };
}

/**
 * An invoice by what remains of it alone: settled by nobody knows what, on the day given or on no day anybody knows.
 */
export function byRemaining(
  document: InvoiceDocument,
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
  document: InvoiceDocument,
  entry: LedgerEntry,
  field: NumberField,
): AccountingInvoice | null {
  const { total, settled: told } = amountsOf(document);
  const isLocal = document.currencyId === LOCAL_CURRENCY_ID;
  if (entry.open !== (document.status === 'Open')) return null;
  if (isLocal && !sameMoney(parseMoney(entry.original.toFixed(), total.currency), total)) return null;
  const tells = document.remainingAmount !== undefined;
  const settled = tells ? told : settledByLedger(total, entry, { isLocal });
  const read = settled && settlementsOf(settled, rowsInForce(entry), { isLocal });
  if (settled === null || read === null) return null;
  const remaining = subtract(total, settled);
  const isConverted = !tells && !isLocal && entry.open && settled.minor !== 0;
  const dates = read.settlements.flatMap(({ date }) => date ?? []).sort();
  const isClosed = settled.minor !== 0 && remaining.minor === 0;
  return {
    ...facts(document, field),
    state: 'posted',
    remaining,
    settlements: read.settlements,
    notes: [...new Set([...read.notes, ...(isConverted ? (['convertedAtInvoiceRate'] as const) : [])])],
    closedOn: isClosed ? (entry.closedOn ?? dates.at(-1) ?? null) : null,
  };
}

/** Only purchase invoices name a vendor. */
function facts(document: InvoiceDocument, field: NumberField) {
  const { vendorNumber, vendorName = '' } = document;
  return {
    id: document.id,
    number: numberOf(document, field),
    kind: 'invoice',
    ...(vendorNumber === undefined
      ? ({ ledger: 'receivable', customerNumber: document.accountNumber } as const)
      : ({ ledger: 'payable', customerNumber: vendorNumber, partyName: vendorName } as const)),
    currency: document.currencyCode,
    total: amountsOf(document).total,
  } as const;
}
