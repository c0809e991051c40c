import type { ChangePage, Doubt } from '@/utils/accounting/source';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { billKey, UNKNOWN_VENDOR } from '@/utils/payments/bill-key';
import { orderInBooks } from '@/utils/payments/order-in-books';
import type { PaidRule } from '@/utils/payments/paid-rule';
import { reason } from '@/utils/payments/reason';
import type { VendorAlias } from '@/utils/payments/whose-order';
import type { FoundOrders, ListingOrder } from './order-finder';

export interface OrdersAndBills extends FoundOrders {
  /** All bills that these orders list, of whatever vendor, and those that none lists. */
  readonly bills: readonly AccountingInvoice[];
  readonly unreadableBills: ChangePage['unreadable'];
  readonly vendors: readonly VendorAlias[];
  readonly paid: PaidRule;
  /** Which of them are to be told of; the others are there to be reckoned with. */
  readonly concerned: {
    /** @param bills those it has something to do with */
    readonly order: (order: ListingOrder, bills: readonly AccountingInvoice[]) => boolean;
    readonly bill: (bill: AccountingInvoice) => boolean;
  };
}

/** Tells of orders by all their bills, and of bills that no order has anything to do with. */
export function tellOrders(
  input: OrdersAndBills,
): Required<Pick<ChangePage, 'invoices' | 'unreadable' | 'doubtful'>> {
  const { found, unreadable: unreadableOrders, bills, unreadableBills, vendors, paid, concerned } = input;
  const invoices: AccountingInvoice[] = [];
  const doubtful = new Map<string, Doubt>();
  const unreadable: ChangePage['unreadable'][number][] = [];
  const billsOf = grouped(bills, ({ number }) => number);
  const ordersListing = grouped(
    found.flatMap(({ order, listed }) => listed.map((bill) => ({ bill, order }))),
    ({ bill }) => bill,
  );
  const numbered = grouped(found, ({ order }) => order.number);
  const illegible = new Map(unreadableBills.map(({ number, reason }) => [number, reason]));
  /** Ids of bills that an order has something to do with. */
  const taken = new Set<string>();

  for (const listing of found) {
    const { order, listed } = listing;
    const { id, number, companyName: company } = order;
    const why = listed.flatMap((bill) => illegible.get(bill) ?? [])[0];
    if (why !== undefined) {
      const its = listed.flatMap((bill) => billsOf.get(bill) ?? []);
      for (const bill of its) taken.add(bill.id);
      if (concerned.order(listing, its)) unreadable.push({ number, reason: why });
      continue;
    }
    const said = orderInBooks({
      order,
      listed,
      billsOf: (bill) => billsOf.get(bill) ?? [],
      ordersListing: (bill) => (ordersListing.get(bill) ?? []).map((each) => each.order),
      aliases: vendors,
      paid,
    });
    for (const bill of said.bills) taken.add(bill.id);
    if (said.is === 'unknown' || !concerned.order(listing, said.bills)) continue;
    const count = numbered.get(number)?.length ?? 1;
    // Whatever else is to be said of them, nobody can tell which order such a number means.
    const ambiguous = count > 1 ? [reason('ambiguousOrder', { count: String(count) })] : null;
    if (said.is === 'known' && ambiguous === null) {
      invoices.push({ ...said.invoice, id: `order-${id}`, number });
    } else if (doubtful.get(number)?.isInBooks !== true) {
      const { reasons, isInBooks } = said.is === 'known' ? { reasons: [], isInBooks: true } : said;
      doubtful.set(number, { number, reasons: ambiguous ?? reasons, company, bills: listed, isInBooks });
    }
  }

  // A row of Manage that does not even tell its number may be the order of any bill that seems to have none.
  const nameless = unreadableOrders.find(({ number }) => number === undefined);
  for (const { number, reason } of unreadableOrders)
    if (number !== undefined) unreadable.push({ number, reason });
  for (const bill of bills) {
    if (taken.has(bill.id) || !concerned.bill(bill)) continue;
    const number = billKey({ bill: bill.number, vendor: bill.customerNumber });
    if (nameless === undefined) invoices.push({ ...bill, number, bills: [bill.number] });
    else unreadable.push({ number, reason: nameless.reason });
  }
  for (const [bill, reason] of illegible) {
    if (ordersListing.has(bill)) continue;
    unreadable.push({ number: bill === '' ? '' : billKey({ bill, vendor: UNKNOWN_VENDOR }), reason });
  }
  return { invoices, unreadable, doubtful: [...doubtful.values()] };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
