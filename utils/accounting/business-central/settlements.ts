import Big from 'big.js';
import type { InvoiceNote, Settlement, SettlementKind } from '@/utils/payments/accounting-invoice';
import { money, subtract, sum, type Money } from '@/utils/payments/money';
import { parseMoney } from '@/utils/payments/parse-money';
import type { LedgerRow } from './schemas';

export interface InvoiceSettlements {
  /** In the order in which they were booked; their amounts add up to exactly what is settled of the invoice. */
  readonly settlements: readonly Settlement[];
  readonly notes: readonly InvoiceNote[];
}

/** Of an application only a credit memo is surely no money. The others count; only a payment surely is one. */
const BY_DOCUMENT: ReadonlyMap<string, SettlementKind> = new Map<string, SettlementKind>([
  ['Payment', 'payment'],
  ['Credit Memo', 'credit'],
  // An invoice posted onto a payment or credit memo that was there before.
  ['Invoice', 'unclassified'],
  // A journal line that was given no type.
  ['', 'unclassified'],
  ['Refund', 'unclassified'],
  ['Finance Charge Memo', 'unclassified'],
  ['Reminder', 'unclassified'],
]);

/** A payment or credit memo in another currency may leave a difference of rates on the invoice. */
const RATE_DIFFERENCES = ['Realized Gain', 'Realized Loss'];

/** Discounts, tolerances and roundings stand on the invoice only where a payment in local currency closes it. */
const REDUCTIONS = /^(Payment Discount|Payment Tolerance|Payment Discount Tolerance|Appln\. Rounding)/;

/** A row that settled, with what it settled in the company's own currency. */
interface Settling {
  readonly row: LedgerRow;
  readonly kind: SettlementKind;
  readonly local: Big;
}

/**
 * Says by what an invoice was settled. In the company's own currency the rows are the amounts. Of an invoice in
 * another currency they tell the shares: all of one kind come to exactly what is settled, and of several kinds each
 * is reckoned by the invoice's own rate.
 * @param settled what is settled, in the invoice's own currency
 * @param rows those of the invoice's ledger entry that are in force
 * @returns null where the rows cannot have settled that much, or by something that is no settlement known here
 */
export function settlementsOf(
  settled: Money,
  rows: readonly LedgerRow[],
  { isLocal }: { readonly isLocal: boolean },
): InvoiceSettlements | null {
  const settling = settlingRows(rows);
  if (settling === null) return null;
  const amounts = isLocal
    ? settling.map(({ local }) => parseMoney(local.toFixed(), settled.currency))
    : shares(settled, settling);
  if (amounts === null || subtract(sum(amounts, settled.currency), settled).minor !== 0) return null;
  const settlements = settling
    .map(({ row, kind }, at) => ({
      kind,
      date: row.detailPostedOn,
      amount: amounts[at] ?? settled,
      reference: row.documentNo,
    }))
    .filter(({ amount }) => amount.minor !== 0);
  const kinds = new Set(settlements.map(({ kind }) => kind));
  return {
    settlements,
    notes: [
      ...(kinds.has('unclassified') ? (['unclassifiedSettlement'] as const) : []),
      ...(!isLocal && kinds.has('credit') && kinds.size > 1 ? (['convertedAtInvoiceRate'] as const) : []),
    ],
  };
}

/** What these rows settled in the company's own currency; null where one is of a kind that is no settlement known here. */
export function settledLocally(rows: readonly LedgerRow[]): Big | null {
  const settling = settlingRows(rows);
  return settling && settling.reduce((amount, { local }) => amount.plus(local), new Big(0));
}

function settlingRows(rows: readonly LedgerRow[]): Settling[] | null {
  const found: Settling[] = [];
  for (const row of rows) {
    const { type } = row;
    const isApplication = type === 'Application';
    if (!isApplication && !REDUCTIONS.test(type)) continue;
    const kind = isApplication ? BY_DOCUMENT.get(row.documentType) : 'discount';
    if (kind === undefined) return null;
    const differences = isApplication ? rows.filter((each) => isDifferenceOf(each, row)) : [];
    const local = [row, ...differences].reduce((amount, each) => amount.minus(each.amount), new Big(0));
    found.push({ row, kind, local });
  }
  return found;
}

function isDifferenceOf(each: LedgerRow, application: LedgerRow): boolean {
  return (
    RATE_DIFFERENCES.includes(each.type) &&
    each.documentType === application.documentType &&
    each.documentNo === application.documentNo
  );
}

/** Divides what is settled by the rows' amounts; the last takes what rounding leaves. */
function shares(settled: Money, settling: readonly Settling[]): Money[] | null {
  const whole = settling.reduce((amount, { local }) => amount.plus(local), new Big(0));
  if (whole.cmp(0) !== Math.sign(settled.minor)) return null;
  let left = settled.minor;
  return settling.map(({ local }, at) => {
    const isLast = at === settling.length - 1;
    const share = whole.eq(0) ? new Big(0) : local.times(settled.minor).div(whole);
    const minor = isLast ? left : share.round(0, Big.roundHalfUp).toNumber();
    left -= minor;
    return money(minor, settled.currency);
  });
}
