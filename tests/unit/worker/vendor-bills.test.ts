import { describe, expect, it } from 'vitest';
import type { InvoiceCard, InvoiceCheck } from '@/utils/messaging/invoice-card';
import type { Answer, PanelState } from '@/utils/messaging/protocol';
import { heldInOrders } from '../../../sandbox/books/build-orders';
import { payNow, unmatch, vendorsOf } from '../../../sandbox/books/happenings';
import { expectedOfOrders } from '../../../sandbox/oracle-of-orders';
import { heldInManage } from '../../../sandbox/oracle';
import { createWorld } from '../../../sandbox/world';
import { numbersOf, openDesk, type DeskOptions } from './support';

const PAST_MONTH = '2026-10-22';
const BILLS = 'poweroffice-go:bills';
const VENDORS = [{ books: '20005', manage: 'CLOUDWRIGHT' }];

async function openWithBills(options: DeskOptions = {}) {
  const desk = await openDesk(createWorld, {
    ...options,
    connection: { bills: { on: true, vendors: VENDORS }, ...options.connection },
  });
  const value = async <T>(answer: Promise<Answer<unknown>>): Promise<T> => {
    const given = await answer;
    if (!given.ok) throw new Error(JSON.stringify(given.reason));
    return given.value as T;
  };
  return {
    ...desk,
    value,
    runBills: (start?: unknown, mode?: string) => desk.run(start, mode, BILLS),
    held: () => Object.fromEntries(heldInOrders(desk.world.manage)),
    writes: () =>
      desk.hosts.requests.filter(({ method, host }) => method !== 'GET' && host.includes('myconnectwise')),
  };
}

describe('vendors’ bills', () => {
  it('make of Manage’s purchase orders what happened in the books, and leave invoices alone', async () => {
    const { world, runBills, held } = await openWithBills();
    const invoices = heldInManage(world.manage);
    const expected = expectedOfOrders(world, PAST_MONTH);
    const state = await runBills();
    expect(state).toMatchObject({ phase: 'finished', failure: null });
    expect(held()).toEqual(Object.fromEntries(expected.held));
    expect(numbersOf(state, 'updated')).toEqual(expected.outcomes.updated);
    expect(numbersOf(state, 'unchanged')).toEqual(expected.outcomes.unchanged);
    expect(numbersOf(state, 'not-found')).toEqual(expected.outcomes.notFound);
    expect(numbersOf(state, 'skipped')).toEqual(expected.outcomes.skipped);
    expect(heldInManage(world.manage)).toEqual(invoices);
  });

  it('are written once: a second run writes nothing', async () => {
    const { runBills, writes } = await openWithBills();
    await runBills();
    const before = writes().length;
    expect(before).toBeGreaterThan(10);
    const second = await runBills();
    expect(second.counts).toMatchObject({ updated: 0, failed: 0 });
    expect(writes()).toHaveLength(before);
  });

  it('come back to nothing when a payment is taken back, and are shown again when it is made again', async () => {
    const { world, runBills, held } = await openWithBills();
    await runBills();
    expect(held().PO3001).toMatchObject({ paidAmount: 18_400 });
    unmatch(vendorsOf(world), 70_001);
    await runBills({ choice: 'last-run' });
    expect(held().PO3001).toMatchObject({ paidAmount: null, datePaid: null });
    payNow(vendorsOf(world), 70_001, 18_400, '2026-11-21');
    await runBills({ choice: 'last-run' });
    expect(held().PO3001).toMatchObject({ paidAmount: 18_400, datePaid: '2026-11-21' });
  });

  it('can be previewed, and taken back', async () => {
    const { fromPage, runBills, held, changes } = await openWithBills();
    const before = held();
    const preview = await runBills(undefined, 'preview');
    expect(held()).toEqual(before);
    const run = await runBills();
    expect(numbersOf(run, 'updated')).toEqual(numbersOf(preview, 'updated'));
    expect((await fromPage('undoRun', { connectionId: BILLS, runId: run.id })).ok).toBe(true);
    await expect.poll(() => changes.at(-1)?.run).toMatchObject({ mode: 'undo', phase: 'finished' });
    expect(held()).toEqual(before);
  });

  it('have a last run, a history and counts of their own', async () => {
    const { fromPage, run, runBills, value } = await openWithBills();
    await run();
    const state = await value<PanelState>(fromPage('panelState'));
    expect(state.connections).toMatchObject([
      { id: 'poweroffice-go', ledger: 'receivable', lastRunAt: expect.any(Number) as number },
      { id: BILLS, connectionId: 'poweroffice-go', ledger: 'payable', lastRunAt: null, run: null },
    ]);
    await runBills();
    expect(await value<unknown[]>(fromPage('runHistory', { connectionId: BILLS }))).toHaveLength(1);
    expect(await value<unknown[]>(fromPage('runHistory', { connectionId: 'poweroffice-go' }))).toHaveLength(
      1,
    );
  });

  it('are skipped of a vendor that nothing tells, until an alias does: then they are looked at again', async () => {
    const { send, settings, secrets, runBills, held } = await openWithBills({
      connection: { bills: { on: true } },
    });
    const first = await runBills();
    expect(first.outcomes.find(({ invoiceNumber }) => invoiceNumber === 'PO3024')).toMatchObject({
      kind: 'skipped',
      company: 'Cloudwright',
      bills: ['E0400X9Q2L'],
      reasons: [{ code: 'billOfOtherVendor', params: { manage: 'Cloudwright' } }],
    });
    const [connection] = settings.connections;
    const withAlias = { ...connection, bills: { on: true, vendors: VENDORS } };
    await send('saveSettings', { settings: { ...settings, connections: [withAlias] }, secrets });
    const second = await runBills({ choice: 'last-run' });
    expect(second.notes).toContainEqual(expect.objectContaining({ code: 'matchingChanged' }));
    expect(held().PO3024).toMatchObject({ paidAmount: 31_250 });
  });

  it('are exported with their vendors and bills', async () => {
    const { tableOf, runBills } = await openWithBills();
    const { id: runId } = await runBills();
    const table = await tableOf(runId, BILLS);
    expect(table.split('\r\n').find((line) => line.includes('PO3021'))).toContain('"ND-48001, ND-48244"');
    expect(table).toContain('Nordvik Distribusjon AS');
  });
});

describe('what is asked of Manage', () => {
  it('is nothing about purchase orders while bills are off, and their line is not there', async () => {
    const desk = await openDesk(createWorld);
    await desk.run();
    await desk.settingsPage.checkConnections(undefined);
    await desk.send('lookUpInvoice', { text: 'PO3001' });
    expect(desk.hosts.requests.filter(({ path }) => path.includes('procurement'))).toEqual([]);
    const begun = await desk.fromPage('startRun', {
      connectionIds: [BILLS],
      start: { choice: 'past-month' },
      mode: 'sync',
    });
    expect(begun).toMatchObject({
      value: [{ answer: { ok: false, reason: { code: 'accountingNotConnected' } } }],
    });
  });

  it('are orders in batches', async () => {
    const { hosts, runBills, world } = await openWithBills();
    const before = hosts.requests.length;
    const { counts } = await runBills();
    const orders = hosts.requests.slice(before).filter(({ path }) => path.includes('/purchaseorders'));
    const reads = orders.filter(({ method }) => method === 'GET');
    expect(orders.length - reads.length).toBe(counts.updated);
    expect(world.manage.purchaseOrders.length).toBeGreaterThan(30);
    expect(reads.length).toBeLessThanOrEqual(16);
  });
});

describe('a check of the connections', () => {
  const probesOf = async (
    options: DeskOptions,
    turn: (desk: Awaited<ReturnType<typeof openWithBills>>) => void,
  ) => {
    const desk = await openWithBills(options);
    turn(desk);
    const answer = await desk.settingsPage.checkConnections({ of: 'manage' });
    const checks = answer.ok ? answer.value : [];
    return Object.fromEntries(
      checks.flatMap(({ results }) =>
        results
          .filter(({ probe }) => /order/i.test(probe))
          .map(({ probe, verdict, reason }) => [probe, reason ? `${verdict} ${reason.code}` : verdict]),
      ),
    );
  };

  it('tries purchase orders where bills are on', async () => {
    expect(await probesOf({}, () => undefined)).toEqual({
      manageOrders: 'ok',
      manageOrderRole: 'ok',
      manageOrderFields: 'ok',
      manageOrderWrites: 'ok',
      manageClosedOrders: 'ok closedOrdersUnknown',
    });
  });

  it('says what a role lacks to read them', async () => {
    const found = await probesOf({}, ({ world }) => (world.manage.roleMayReadOrders = false));
    expect(found).toEqual({
      manageOrders: 'failed manageOrdersForbidden',
      manageOrderRole: 'warning manageRoleTooLow',
    });
  });

  it('says what a role lacks to write them', async () => {
    const found = await probesOf({}, ({ world }) => (world.manage.roleMayEditOrders = false));
    expect(found).toMatchObject({
      manageOrders: 'ok',
      manageOrderWrites: 'failed manageOrdersForbidden',
      manageOrderRole: 'warning manageRoleTooLow',
    });
  });

  it.each([
    ['is missing', [], 'customFieldMissing'],
    [
      'is of the wrong type',
      [{ id: 42, caption: 'Paid Amount', type: 'Text' } as const],
      'customFieldWrongType',
    ],
  ])('says that a custom field %s', async (_, fields, code) => {
    const found = await probesOf(
      {},
      ({ world }) => void world.manage.purchaseOrderFields.splice(0, 9, ...fields),
    );
    expect(found.manageOrderFields).toBe(`failed ${code}`);
  });
});

describe('a look-up', () => {
  it.each([
    ['an order’s number', 'po3001', ['Purchase order PO3001']],
    ['a bill’s number', 'ND-48210', ['Purchase order PO3001']],
    ['one of two bills of an order', '9001790', ['Purchase order PO3022']],
    ['a number that two vendors use', '10045', ['Purchase order PO3017', 'Purchase order PO3018']],
    ['an invoice’s number', '12345', ['Invoice 12345']],
    ['a number that nobody uses', 'XYZ', ['Invoice XYZ']],
  ])('by %s', async (_, text, found) => {
    const { send, value } = await openWithBills();
    const cards = await value<readonly InvoiceCard[]>(send('lookUpInvoice', { text }));
    expect(
      cards.map(({ ledger, number }) => `${ledger === 'payable' ? 'Purchase order' : 'Invoice'} ${number}`),
    ).toEqual(found);
  });

  it('by a bill that no order lists tells what the books know of it, and for others they are not asked', async () => {
    const { send, value, world, hosts } = await openWithBills();
    const { notFound } = expectedOfOrders(world, PAST_MONTH).outcomes;
    const isListed = (text = ''): boolean => world.story.orders.some(({ bills }) => bills.includes(text));
    const key = notFound.find((each) => !isListed(each.split(' · ')[0])) ?? '';
    const [text = ''] = key.split(' · ');
    const cards = await value<readonly InvoiceCard[]>(send('lookUpInvoice', { text: ` ${text} ` }));
    expect(cards).toMatchObject([
      {
        number: key,
        ledger: 'payable',
        manage: null,
        problem: null,
        known: [{ connectionId: BILLS, books: { said: { bills: [text] } }, written: null }],
      },
    ]);
    const check = await value<InvoiceCheck>(send('checkInvoice', { number: key, ledger: 'payable' }));
    expect(check.outcome).toMatchObject({ kind: 'not-found', reasons: [{ code: 'billOnNoOrder' }] });
    const before = hosts.requests.length;
    await value(send('lookUpInvoice', { text: 'ND-48210' }));
    expect(hosts.requests.slice(before).filter(({ host }) => !host.includes('myconnectwise'))).toEqual([]);
  });

  it('says why the books cannot be asked for a bill that Manage does not have', async () => {
    const mayReach = (patterns: readonly string[]) => !patterns.some((each) => each.includes('poweroffice'));
    const { send } = await openWithBills({ mayReach });
    expect(await send('lookUpInvoice', { text: 'XYZ' })).toMatchObject({
      ok: false,
      reason: { code: 'hostPermissionMissing' },
    });
  });

  it('tells what Manage shows of an order, what the books say of it, and what a sync would write', async () => {
    const { send, value, fromPage, held, changes } = await openWithBills();
    const asked = { number: 'PO3001', ledger: 'payable' };
    const card = await value<InvoiceCard>(send('invoiceCard', asked));
    expect(card).toMatchObject({
      ledger: 'payable',
      manage: { order: { vendor: 'Nordvik Distribusjon AS', bills: ['ND-48210'] }, datePaid: null },
      known: [],
    });
    const check = await value<InvoiceCheck>(send('checkInvoice', asked));
    expect(check).toMatchObject({
      connectionId: BILLS,
      outcome: { kind: 'updated', change: { to: { amount: { minor: 1_840_000 } } } },
      card: { known: [{ connectionId: BILLS, books: { said: { bills: ['ND-48210'] } } }] },
    });
    expect((await fromPage('syncInvoice', { connectionId: BILLS, number: 'PO3001' })).ok).toBe(true);
    await expect.poll(() => changes.at(-1)?.run.phase).toBe('finished');
    expect(held().PO3001).toMatchObject({ paidAmount: 18_400 });
  });
});
