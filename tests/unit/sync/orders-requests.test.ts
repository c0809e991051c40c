import { expect, it } from 'vitest';
import { createCustomFieldsWriteBack } from '@/utils/manage/custom-fields-write-back';
import { USUALLY_PAID } from '@/utils/payments/paid-rule';
import { orderedManage } from '@/utils/sync/ordered-manage';
import { orderedSource } from '@/utils/sync/ordered-source';
import type { PurchaseOrderRow } from '../../../sandbox/manage/state';
import { sandboxManage } from '../manage/support/sandbox-manage';
import { AS_TYPED, bill } from '../payments/support/orders';
import { settlement } from '../payments/support/samples';
import { books } from './support/books';
import { freshDatabase, sync } from './support/run';

const CAPTIONS = { paidAmountCaption: 'Paid Amount', datePaidCaption: 'Date Paid' };

/** Numbers of orders or bills in one request, orders that list several on one page, bills on one page of the books. */
const BATCH = 50;
const LISTED = 1_000;
const PAGE = 1_000;

const pages = (count: number, size: number): number => Math.ceil(count / size);

/** So many paid bills, each on an order of its own; every fifth order lists another one besides, which did not change. */
async function open(count: number) {
  const manage = await sandboxManage();
  const { purchaseOrders } = manage.world.manage;
  const [pattern] = purchaseOrders;
  if (pattern === undefined) throw new Error('the story has no orders');
  const vendorCompany = { id: 410, identifier: 'NORDVIK', name: 'Nordvik Distribusjon AS' };
  const numbers = Array.from({ length: count }, (_, at) => 500_000 + at);
  const orders = numbers.map((no, at): PurchaseOrderRow => ({
    ...pattern,
    id: no,
    poNumber: `PO${no}`,
    vendorCompany,
    vendorInvoiceNumber: at % 5 === 0 ? `B${no}, C${no}` : `B${no}`,
    currencyCode: 'NOK',
    customFieldValues: new Map(),
  }));
  purchaseOrders.splice(0, purchaseOrders.length, ...orders);
  const changed = numbers.map((no) => bill(`B${no}`, [settlement('payment', '1250', '2026-03-05')]));
  const others = new Map(numbers.map((no) => [`C${no}`, bill(`C${no}`)]));
  const lookUps: number[] = [];
  const source = books(
    Array.from({ length: pages(count, PAGE) }, (_, at) => ({
      invoices: changed.slice(at * PAGE, (at + 1) * PAGE),
    })),
    {
      lookUp: (wanted) => {
        lookUps.push(wanted.length);
        const invoices = wanted.flatMap((number) => others.get(number) ?? []);
        return Promise.resolve({ invoices, unreadable: [], watermark: null });
      },
    },
  );
  const port = manage.api.purchaseOrders;
  const writeBack = createCustomFieldsWriteBack(port, CAPTIONS, 'orderFieldsRefused');
  const rules = { matching: AS_TYPED, vendors: [], paid: USUALLY_PAID };
  const db = await freshDatabase();
  manage.newRequests();
  return {
    lookUps,
    /** A run, and what it asked Manage for. */
    run: async () => {
      const { counts } = await sync(
        db,
        orderedSource(source, port, rules),
        orderedManage(port, writeBack, AS_TYPED),
      );
      const asked = manage.newRequests();
      const writes = asked.filter((each) => each.startsWith('PATCH')).length;
      return { counts, writes, reads: asked.length - writes };
    },
  };
}

it.each([100, 500])(
  'requests for %i paid bills on orders: batches by bill, by number and to read back, and one write for each',
  async (count) => {
    const { run, lookUps } = await open(count);
    const batches = pages(count, BATCH);
    const several = pages(count / 5, LISTED);
    const first = await run();
    expect(first.counts).toMatchObject({ updated: count });
    expect(first.writes).toBe(count);
    expect(first.reads).toBe(3 * batches + several);
    // Of the books only what they did not tell by themselves, once for each page of bills.
    expect(lookUps).toEqual([count / 5]);
    const second = await run();
    expect(second).toMatchObject({ writes: 0, reads: 2 * batches + several });
  },
);
