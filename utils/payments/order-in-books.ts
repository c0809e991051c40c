import type { AccountingInvoice } from './accounting-invoice';
import { isWorthMentioning, liveInvoice } from './match';
import { sum, money } from './money';
import type { IsoDate } from './iso-date';
import type { PaidRule } from './paid-rule';
import { MONEY } from './payment-status';
import type { PurchaseOrder } from './purchase-order';
import { reason, type Reason } from './reason';
import { isSameVendor, type VendorAlias } from './whose-order';

export interface OrderInput {
  readonly order: PurchaseOrder;
  /** The bills that the order lists, by their numbers as Manage writes them. */
  readonly listed: readonly string[];
  /** All bills of the books that have such a number, of whatever vendor. */
  readonly billsOf: (number: string) => readonly AccountingInvoice[];
  /** All orders that list a bill of this number, of whatever vendor. */
  readonly ordersListing: (number: string) => readonly PurchaseOrder[];
  readonly aliases: readonly VendorAlias[];
  readonly paid: PaidRule;
}

/** What the books say of a purchase order, and which bills it has something to do with. */
export type OrderInBooks = { readonly bills: readonly AccountingInvoice[] } & (
  | {
      /** Its bills have not reached them. */
      readonly is: 'unknown';
    }
  | { readonly is: 'known'; readonly invoice: Omit<AccountingInvoice, 'id' | 'number'> }
  | {
      /** Nobody can tell which bills are meant. */
      readonly is: 'doubtful';
      readonly reasons: readonly Reason[];
      /** False where all of them are other vendors'. */
      readonly isInBooks: boolean;
    }
);

/**
 * Adds the bills of an order up, as if they were one invoice of its number.
 *
 * - A bill is the order's if number and vendor agree. Two vendors that both do, two live bills of one number, and bills
 *   in several currencies are a doubt, and so is an order all of whose bills are other vendors'.
 * - A bill that several orders list is shown by each of them in full: how much of it is whose nobody knows.
 * - While a bill of the list is not in the books, or only as a draft, the order is not paid in full.
 * - A bill that was cancelled or reversed adds nothing and lacks nothing, and so does a vendor's credit note.
 */
export function orderInBooks(input: OrderInput): OrderInBooks {
  const { order, listed, billsOf, aliases, paid } = input;
  const found = listed.map((number) => ({ number, ...ownAmong(billsOf(number), order, aliases) }));
  const own = found.flatMap(({ bills }) => bills);
  if (own.length === 0) {
    const foreign = found.flatMap(({ others }) => others);
    if (!foreign.some((bill) => isWorthMentioning(bill, paid))) return { is: 'unknown', bills: [] };
    return { is: 'doubtful', bills: foreign, isInBooks: false, reasons: remarksOn(found, input) };
  }

  const doubts: Reason[] = [];
  const live: AccountingInvoice[] = [];
  let ended: AccountingInvoice | undefined;
  for (const { number, bills } of found) {
    const posted = bills.filter(({ kind, state }) => kind === 'invoice' && state === 'posted');
    const vendors = [...new Set(posted.map(({ customerNumber }) => customerNumber))].sort();
    if (vendors.length > 1) {
      doubts.push(reason('billOfSeveralVendors', { bill: number, vendors: vendors.join(', ') }));
      continue;
    }
    const counts = liveInvoice(bills);
    if (counts.is === 'duplicate') doubts.push(counts.reason);
    if (counts.is !== 'found') continue;
    if (counts.invoice.state === 'posted') live.push(counts.invoice);
    else ended = counts.invoice;
  }
  const currencies = [...new Set(live.map(({ currency }) => currency))].sort();
  if (currencies.length > 1)
    doubts.push(reason('billsOfSeveralCurrencies', { currencies: currencies.join(', ') }));
  if (doubts.length > 0) return { is: 'doubtful', bills: own, isInBooks: true, reasons: doubts };

  const [first = own[0]] = [...live, ...(ended ? [ended] : [])];
  if (first === undefined) return { is: 'unknown', bills: [] };
  const { customerNumber, partyName, currency, total } = first;
  const about = {
    kind: 'invoice',
    ledger: 'payable',
    customerNumber,
    ...(partyName !== undefined && { partyName }),
    currency,
    bills: listed,
    remarks: remarksOn(found, input),
  } as const;
  const nothing = { total, settlements: [], remaining: null, closedOn: null, notes: [] };
  const invoice =
    live.length > 0
      ? ({ ...about, ...figuresOf(live), state: 'posted', incomplete: found.some(isLacking) } as const)
      : { ...about, ...nothing, state: ended?.state ?? ('draft' as const) };
  return { is: 'known', bills: own, invoice };
}

interface Found {
  readonly number: string;
  /** Those of the order's vendor, or vendors. */
  readonly bills: readonly AccountingInvoice[];
  /** Those of other vendors. */
  readonly others: readonly AccountingInvoice[];
}

function ownAmong(
  bills: readonly AccountingInvoice[],
  order: PurchaseOrder,
  aliases: readonly VendorAlias[],
): Omit<Found, 'number'> {
  const isOwn = (bill: AccountingInvoice): boolean => isSameVendor(bill, order, aliases);
  return { bills: bills.filter(isOwn), others: bills.filter((bill) => !isOwn(bill)) };
}

/** A draft may still be changed, and what is not there at all may come. */
function isLacking({ bills }: Pick<Found, 'bills'>): boolean {
  return bills.every(({ state }) => state === 'draft');
}

function figuresOf(
  live: readonly AccountingInvoice[],
): Pick<AccountingInvoice, 'total' | 'settlements' | 'remaining' | 'closedOn' | 'notes'> {
  const [{ currency } = { currency: '' }] = live;
  // What was paid too much of one bill does not pay another.
  const left = live.map(({ remaining }) => remaining && money(Math.max(remaining.minor, 0), currency));
  const known = left.flatMap((each) => each ?? []);
  const remaining = known.length < left.length ? null : sum(known, currency);
  // What is over nothing was never closed.
  const days = live.flatMap((bill) => (bill.settlements.length > 0 ? [closingDay(bill)] : []));
  const isClosed = remaining?.minor === 0 && !days.includes(null);
  return {
    total: sum(
      live.map(({ total }) => total),
      currency,
    ),
    settlements: live.flatMap(({ settlements }) => settlements),
    remaining,
    closedOn: isClosed
      ? (days
          .flatMap((day) => day ?? [])
          .sort()
          .at(-1) ?? null)
      : null,
    notes: [...new Set(live.flatMap(({ notes }) => notes))],
  };
}

/** The books name no closing day of a bill on which no money was paid. What credited it or wrote it off has one. */
function closingDay({ closedOn, settlements }: AccountingInvoice): IsoDate | null {
  if (closedOn !== null || settlements.some(({ kind }) => MONEY.includes(kind))) return closedOn;
  const days = settlements.map(({ date }) => date);
  return days.includes(null) ? null : (days.sort().at(-1) ?? null);
}

/** What a reader should know of the bills of an order: which are missing, other vendors', or on other orders too. */
function remarksOn(
  found: readonly Found[],
  { order, ordersListing, aliases }: OrderInput,
): readonly Reason[] {
  return found.flatMap(({ number: bill, bills, others }): Reason[] => {
    if (bills.length > 0) {
      if (isLacking({ bills })) return [reason('billIsDraft', { bill })];
      const isShared = (other: PurchaseOrder): boolean =>
        other.number !== order.number && bills.some((each) => isSameVendor(each, other, aliases));
      const numbers = ordersListing(bill)
        .filter(isShared)
        .map(({ number }) => number);
      const orders = [...new Set(numbers)].sort().join(', ');
      return orders === '' ? [] : [reason('billOnSeveralOrders', { bill, orders })];
    }
    const names = [...new Set(others.map(vendorOf))].sort().join(', ');
    if (names === '') return [reason('billNotInBooks', { bill })];
    return [reason('billOfOtherVendor', { bill, books: names, manage: order.companyName })];
  });
}

function vendorOf({ customerNumber, partyName }: AccountingInvoice): string {
  return partyName === undefined ? customerNumber : `${partyName} (${customerNumber})`;
}
