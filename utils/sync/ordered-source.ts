import type { AccountingSource, ChangePage } from '@/utils/accounting/source';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { billOfKey, UNKNOWN_VENDOR, type BillName } from '@/utils/payments/bill-key';
import { numberInManage, numbersInBooks, type BillRule } from '@/utils/payments/number-rule';
import type { PaidRule } from '@/utils/payments/paid-rule';
import type { VendorAlias } from '@/utils/payments/whose-order';
import { createOrderFinder, type FoundOrders } from './order-finder';
import type { OrdersPort } from './orders-port';
import { tellOrders, type OrdersAndBills } from './tell-orders';

/** By what bills and orders belong together, and what counts as paid. */
export interface OrderRules {
  readonly matching: BillRule;
  readonly vendors: readonly VendorAlias[];
  readonly paid: PaidRule;
}

type Stored = Parameters<AccountingSource['lookUp']>[2];

const NO_BILLS: ChangePage = { invoices: [], unreadable: [], watermark: null };

/**
 * Books of vendors' bills as books of Manage's purchase orders: each order is told as one invoice of its number, with
 * the figures of the bills it lists. A bill that no order lists goes by its own number and its vendor's.
 */
export function orderedSource(
  source: AccountingSource,
  orders: OrdersPort,
  { matching, vendors, paid }: OrderRules,
): AccountingSource {
  const finder = createOrderFinder(orders, matching);

  /** With the numbers that Manage has; a bill whose number is not of the rule's form is left out. */
  const inManage = (page: ChangePage): ChangePage => ({
    ...page,
    invoices: page.invoices.flatMap((bill) => {
      const number = numberInManage(bill.number, matching);
      return number === null ? [] : [{ ...bill, number }];
    }),
    unreadable: page.unreadable.flatMap(({ number: inBooks, reason }) => {
      const number = inBooks === '' ? '' : numberInManage(inBooks, matching);
      return number === null ? [] : [{ number, reason }];
    }),
  });

  /** @param read numbers of the books of which all bills are there already */
  async function billsNumbered(
    numbers: readonly string[],
    signal: AbortSignal,
    stored: Stored,
    read?: ReadonlySet<string>,
  ): Promise<ChangePage> {
    const wanted = new Set(numbers.flatMap((number) => numbersInBooks(number, matching)));
    const inBooks = [...wanted].filter((number) => read?.has(number) !== true);
    return inBooks.length === 0 ? NO_BILLS : inManage(await source.lookUp(inBooks, signal, stored));
  }

  /** Of the bills that orders list, `known` are some; the others are looked up, but for numbers that are `read`. */
  async function told(
    { found, unreadable }: FoundOrders,
    known: ChangePage,
    concerned: OrdersAndBills['concerned'],
    signal: AbortSignal,
    stored: Stored,
    read?: ReadonlySet<string>,
  ) {
    const listed = new Set(found.flatMap((each) => each.listed));
    const more = await billsNumbered([...listed], signal, stored, read);
    const bills = new Map([...known.invoices, ...more.invoices].map((bill) => [bill.id, bill]));
    const unreadableBills = [...known.unreadable, ...more.unreadable];
    return tellOrders({
      found,
      unreadable,
      bills: [...bills.values()],
      unreadableBills,
      vendors,
      paid,
      concerned,
    });
  }

  return {
    get capabilities() {
      return source.capabilities;
    },

    async *changes(query, signal) {
      const stored = query.from === 'watermark' ? query.watermark : query.stored;
      for await (const changed of source.changes(query, signal)) {
        // How many bills there are says nothing of how many orders.
        const { expected: _, ...page } = inManage(changed);
        const numbers = new Set([...page.invoices, ...page.unreadable].map(({ number }) => number));
        numbers.delete('');
        const found = await finder.listing([...numbers], signal);
        // A page tells of every number all there is, other vendors' bills included.
        const read = new Set([...changed.invoices, ...changed.unreadable].map(({ number }) => number));
        const ids = new Set(page.invoices.map(({ id }) => id));
        const concerned = { order: () => true, bill: ({ id }: AccountingInvoice) => ids.has(id) };
        yield { ...page, ...(await told(found, page, concerned, signal, stored, read)) };
      }
    },

    async lookUp(numbers, signal, stored) {
      const keys = numbers.flatMap((number) => billOfKey(number) ?? []);
      const ofKeys = await billsNumbered(
        keys.map(({ bill }) => bill),
        signal,
        stored,
      );
      const isAsked = (bill: AccountingInvoice): boolean => keys.some((key) => isNamedBy(bill, key));
      const asked = ofKeys.invoices.filter(isAsked);
      const named = await finder.numbered(
        numbers.filter((number) => billOfKey(number) === null),
        signal,
      );
      // Other orders that list the same bills are named beside them.
      const bills = new Set(named.found.flatMap(({ listed }) => listed));
      for (const { number } of [...asked, ...ofKeys.unreadable]) bills.add(number);
      const beside = await finder.listing([...bills], signal);
      const found = new Map([...beside.found, ...named.found].map((each) => [each.order.id, each]));
      const ids = new Set(named.found.map(({ order }) => order.id));
      const concerned: OrdersAndBills['concerned'] = {
        order: ({ order }, its) => ids.has(order.id) || its.some(isAsked),
        bill: isAsked,
      };
      const unreadable = [...named.unreadable, ...(keys.length > 0 ? beside.unreadable : [])];
      const known = { ...ofKeys, invoices: asked };
      const page = await told({ found: [...found.values()], unreadable }, known, concerned, signal, stored);
      return { ...page, watermark: null };
    },

    reachesBack: (query, watermark) => source.reachesBack(query, watermark),
    later: (a, b) => source.later(a, b),
  };
}

function isNamedBy({ number, customerNumber }: AccountingInvoice, { bill, vendor }: BillName): boolean {
  return number === bill && (vendor === customerNumber || vendor === UNKNOWN_VENDOR);
}
