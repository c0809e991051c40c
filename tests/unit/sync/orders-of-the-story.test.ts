import { describe, expect, it } from 'vitest';
import { createCustomFieldsWriteBack } from '@/utils/manage/custom-fields-write-back';
import { USUALLY_PAID } from '@/utils/payments/paid-rule';
import { orderedManage } from '@/utils/sync/ordered-manage';
import { orderedSource } from '@/utils/sync/ordered-source';
import { AS_TYPED } from '../payments/support/orders';
import { heldInOrders } from '../../../sandbox/books/build-orders';
import { expectedOfOrders } from '../../../sandbox/oracle-of-orders';
import { sandboxManage } from '../manage/support/sandbox-manage';
import { freshDatabase, sync } from './support/run';
import { toldBills } from './support/told-bills';

const SINCE = '2026-02-28';
const CAPTIONS = { paidAmountCaption: 'Paid Amount', datePaidCaption: 'Date Paid' };
const VENDORS = [{ books: '20005', manage: 'CLOUDWRIGHT' }];

async function open() {
  const manage = await sandboxManage();
  const { purchaseOrders } = manage.api;
  const db = await freshDatabase();
  const writeBack = createCustomFieldsWriteBack(purchaseOrders, CAPTIONS, 'orderFieldsRefused');
  const port = orderedManage(purchaseOrders, writeBack, AS_TYPED);
  const rules = { matching: AS_TYPED, vendors: VENDORS, paid: USUALLY_PAID };
  return {
    ...manage,
    run: async (id: string, undo?: string) => {
      manage.newRequests();
      const source = orderedSource(toldBills(manage.world.story, SINCE), purchaseOrders, rules);
      const input =
        undo === undefined ? { id } : ({ id, mode: 'undo', task: { kind: 'undo', runId: undo } } as const);
      const ended = await sync(db, source, port, input);
      const of = (kind: string): string[] =>
        ended.outcomes.flatMap((each) => (each.kind === kind ? [each.invoiceNumber] : [])).sort();
      return { ended, of, asked: manage.newRequests() };
    },
    held: () => Object.fromEntries(heldInOrders(manage.world.manage)),
  };
}

describe('the bills of the story', () => {
  it('make of every purchase order what the oracle says, and nothing the second time', async () => {
    const { run, held, world } = await open();
    const expected = expectedOfOrders(world, SINCE);
    const { ended, of } = await run('first');
    expect(held()).toEqual(Object.fromEntries(expected.held));
    expect({
      updated: of('updated'),
      unchanged: of('unchanged'),
      notFound: of('not-found'),
      skipped: of('skipped'),
      failed: of('failed'),
    }).toEqual(expected.outcomes);
    expect(ended.counts.updated).toBeGreaterThan(15);
    const second = await run('second');
    expect(second.asked.filter((each) => !each.startsWith('GET'))).toEqual([]);
    expect(second.of('updated')).toEqual([]);
  });

  it('are taken back to what stood there before', async () => {
    const { run, held } = await open();
    const before = held();
    await run('first');
    await run('undo', 'first');
    expect(held()).toEqual(before);
  });

  it('leave everything of an order but the two fields as it was', async () => {
    const { run, world } = await open();
    await run('first');
    for (const { edits } of world.manage.purchaseOrders) expect([...(edits ?? [])]).toEqual([]);
    const notes = [...heldInOrders(world.manage).values()].flatMap(({ note }) => note ?? []);
    expect(notes.sort()).toEqual(['Rack B', 'Rush']);
  });

  it('fail on closed orders where Manage locks those, and on no other', async () => {
    const { run, held, world } = await open();
    world.manage.closedOrdersLocked = true;
    const expected = expectedOfOrders(world, SINCE, { closedOrdersRefused: true });
    const { of, ended } = await run('first');
    expect(held()).toEqual(Object.fromEntries(expected.held));
    expect(of('failed')).toEqual(expected.outcomes.failed);
    expect(ended.outcomes.find(({ kind }) => kind === 'failed')?.reasons[0]?.code).toBe('orderFieldsRefused');
  });
});
