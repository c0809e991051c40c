import type { ShownPayment } from './change';
import { toDecimalText } from './money';
import type { Outcome, OutcomeKind } from './outcome';
import type { Reason } from './reason';

/** The words of a table of outcomes, in the reader's language. */
export interface CsvWords {
  readonly columns: {
    readonly invoice: string;
    readonly result: string;
    readonly currency: string;
    readonly amountBefore: string;
    readonly dateBefore: string;
    readonly amount: string;
    readonly date: string;
    readonly reasons: string;
    /** In place of the invoice, where the table is of purchase orders, and what is added to them. */
    readonly order: string;
    readonly vendor: string;
    readonly bills: string;
  };
  readonly kind: (kind: OutcomeKind) => string;
  readonly reason: (reason: Reason) => string;
}

/** Spreadsheets read a file without it in the encoding of the computer. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Outcomes as a table for spreadsheets: one invoice a line, amounts in their currency with a decimal point, dates as
 * yyyy-MM-dd. What was written stands beside what stood there before. Purchase orders come with their vendors and
 * bills. Written as RFC 4180 has it.
 */
export function outcomesCsv(outcomes: readonly Outcome[], { columns, kind, reason }: CsvWords): string {
  const areOrders = outcomes.some(({ bills }) => bills !== undefined);
  const rows = outcomes.map(({ invoiceNumber, company = '', bills = [], kind: of, change, reasons }) => [
    invoiceNumber,
    ...(areOrders ? [company, bills.join(', ')] : []),
    kind(of),
    change?.to.amount?.currency ?? change?.from.amount?.currency ?? '',
    ...shown(change?.from),
    ...shown(change?.to),
    reasons.map((each) => reason(each)).join(' '),
  ]);
  const { invoice, result, currency, amountBefore, dateBefore, amount, date, reasons } = columns;
  const { order, vendor, bills } = columns;
  const first = areOrders ? [order, vendor, bills] : [invoice];
  const title = [...first, result, currency, amountBefore, dateBefore, amount, date, reasons];
  return BYTE_ORDER_MARK + [title, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function shown(payment: ShownPayment | undefined): [amount: string, date: string] {
  const amount = payment?.amount ?? null;
  return [amount === null ? '' : toDecimalText(amount), payment?.date ?? ''];
}

/**
 * One cell. A spreadsheet carries out what begins like a formula, and invoice numbers and reasons hold words of other
 * systems: such a cell gets an apostrophe before it, unless it is a plain number.
 * Source: https://owasp.org/www-community/attacks/CSV_Injection
 */
function cell(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !isNumber && /^\s*[=+\-@＝＋－＠|]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",\r\n\t;]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
