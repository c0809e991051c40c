import type { OrderHeld } from './books/build-orders';
import { factsOf, leftOf, type Facts } from './books/facts';
import type { Day, PurchaseOrder, Story } from './books/story';
import { newestDay, viewOf } from './books/views';
import type { Expected, Eyes } from './oracle';

export interface ExpectedOfOrders {
  /** Every order of Manage, by number, as it must be after the sync. */
  readonly held: ReadonlyMap<string, OrderHeld>;
  /** Sorted order numbers; those of `notFound` are bills that no order carries, as `<their number> · <vendor>`. */
  readonly outcomes: Expected['outcomes'];
}

export interface EyesOnBills extends Eyes {
  /** Whether Manage refuses to change the fields of a closed order; nobody knows. */
  readonly closedOrdersRefused?: boolean;
}

/**
 * What a first sync of vendors' bills from the day `since` must make of Manage's purchase orders, told from what
 * happened on the vendors' accounts and from nothing that was made of it.
 */
export function expectedOfOrders(
  { story }: { readonly story: Story },
  since: Day,
  { system = 'poweroffice-go', firstSeenOn, closedOrdersRefused = false }: EyesOnBills = {},
): ExpectedOfOrders {
  const view = viewOf(system, firstSeenOn ?? null);
  const bills = factsOf({ events: story.bills }).filter(({ isInvoice }) => isInvoice);
  const seen = new Set(bills.filter((bill) => view.sees(bill, since)));
  const held = new Map(story.orders.map((order) => [order.poNumber, heldBefore(order)]));
  const outcomes: Record<keyof Expected['outcomes'], string[]> = {
    updated: [],
    unchanged: [],
    notFound: [],
    skipped: [],
    failed: [],
  };

  for (const order of story.orders) {
    if (!numbered(order.bills).some((bill) => seen.has(bill))) continue;
    const found = order.bills.map((number) => billOf(order, number));
    const known = found.flatMap((bill) => (bill === 'unclear' ? [] : (bill ?? [])));
    if (found.includes('unclear') || known.some(({ currency }) => currency !== order.currency)) {
      outcomes.skipped.push(order.poNumber);
      continue;
    }
    const before = heldBefore(order);
    const after = { ...before, ...told(known, known.length === order.bills.length) };
    if (JSON.stringify(before) === JSON.stringify(after)) outcomes.unchanged.push(order.poNumber);
    else if (order.closed && closedOrdersRefused) outcomes.failed.push(order.poNumber);
    else {
      outcomes.updated.push(order.poNumber);
      held.set(order.poNumber, after);
    }
  }
  for (const bill of seen) {
    if (bill.reversed || told([bill], true).paidAmount === null) continue;
    const orders = story.orders.filter((order) => order.bills.includes(bill.theirNumber ?? ''));
    // An order that carries the number and has a bill of another vendor for it has nothing to do with this one.
    const concerns = (order: PurchaseOrder): boolean => {
      const its = billOf(order, bill.theirNumber ?? '');
      return its === 'unclear' || its === bill;
    };
    if (!orders.some(concerns)) outcomes.notFound.push(`${bill.theirNumber} · ${bill.accountNo}`);
  }
  for (const numbers of Object.values(outcomes)) numbers.sort();
  return { held, outcomes };

  function numbered(numbers: readonly string[]): Facts[] {
    return bills.filter(({ theirNumber }) => numbers.includes(theirNumber ?? ''));
  }

  /** The bill that an order names; nothing where the books hold none of that number. */
  function billOf(order: PurchaseOrder, number: string): Facts | 'unclear' | undefined {
    const same = numbered([number]);
    const own = same.filter(
      ({ accountNo }) => story.vendors.find(({ no }) => no === accountNo)?.identifier === order.supplier,
    );
    const live = own.filter(({ reversed }) => !reversed);
    if (live.length > 1 || (own.length === 0 && same.length > 0)) return 'unclear';
    return live[0] ?? own[0];
  }

  function told(of: readonly Facts[], isAll: boolean): Pick<OrderHeld, 'paidAmount' | 'datePaid'> {
    const live = of.filter(({ reversed }) => !reversed);
    const closings = live.map((bill) => view.closings(bill));
    const money = closings.flat().filter(({ isMoney }) => isMoney);
    const paid = money.reduce((sum, { minor }) => sum + minor, 0);
    const isClosed = isAll && live.every((bill) => leftOf(bill) === 0);
    const days = closings.map((each) => ({ isMoney: true, minor: 0, day: view.closedOn(each) }));
    return {
      paidAmount: paid > 0 ? paid / 100 : null,
      datePaid: paid > 0 && isClosed ? newestDay(days) : null,
    };
  }
}

/** What Manage held of an order before the first sync. */
function heldBefore({ fields: { paidAmount, datePaid, note } }: PurchaseOrder): OrderHeld {
  return { paidAmount: paidAmount === null ? null : paidAmount / 100, datePaid, note };
}
