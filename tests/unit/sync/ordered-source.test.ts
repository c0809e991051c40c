import { describe, expect, it } from 'vitest';
import type { AccountingSource } from '@/utils/accounting/source';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { isoDate } from '@/utils/payments/iso-date';
import { money } from '@/utils/payments/money';
import { billRule, SAME_NUMBER } from '@/utils/payments/number-rule';
import { USUALLY_PAID } from '@/utils/payments/paid-rule';
import { reason } from '@/utils/payments/reason';
import type { Database } from '@/utils/storage/database';
import { orderedSource, type OrderRules } from '@/utils/sync/ordered-source';
import { otherBooks } from '@/utils/sync/other-books';
import { AS_TYPED, bill, CAPITALS } from '../payments/support/orders';
import { settlement } from '../payments/support/samples';
import { books } from './support/books';
import { fakeOrders, type HeldOrder } from './support/fake-orders';
import { ALONE, freshDatabase, journalOf, sync, type SyncInput } from './support/run';

const never = new AbortController().signal;
const paid = (day: string, amount = '1250') => settlement('payment', amount, day);
const theirs = { id: 'theirs', customerNumber: '20002', partyName: 'Skagerak Data ASA' };

/** Books in which some bills changed and others did not. */
function ledger(
  changed: readonly (readonly AccountingInvoice[])[],
  unchanged: readonly AccountingInvoice[] = [],
): AccountingSource & { readonly lookedUp: string[][] } {
  const lookedUp: string[][] = [];
  const all = [...changed.flat(), ...unchanged];
  return {
    ...books(
      changed.map((invoices) => ({ invoices })),
      {
        lookUp: (numbers) => {
          lookedUp.push([...numbers]);
          const invoices = all.filter(({ number }) => numbers.includes(number));
          return Promise.resolve({ invoices, unreadable: [], watermark: null });
        },
      },
    ),
    lookedUp,
  };
}

interface Scene extends SyncInput {
  readonly by?: Partial<OrderRules>;
  readonly db?: Database;
}

async function run(source: AccountingSource, manage: ReturnType<typeof fakeOrders>, scene: Scene = {}) {
  const { by = {}, db = await freshDatabase(), ...input } = scene;
  const rules = { matching: AS_TYPED, vendors: [], paid: USUALLY_PAID, ...by };
  const ended = await sync(db, orderedSource(source, manage.orders, rules), manage.port, input);
  return {
    ...ended,
    lines: ended.outcomes.map(({ invoiceNumber, kind }) => `${invoiceNumber} ${kind}`).sort(),
  };
}

describe('a run of bills', () => {
  it('writes what was paid of its bill to each order, and nothing the second time', async () => {
    const manage = fakeOrders([
      { number: 'PO1', bills: 'A1' },
      { number: 'PO2', bills: 'A2' },
      { number: 'PO3', bills: 'A3', shown: { amount: money(9900, 'NOK'), date: isoDate('2026-03-01') } },
    ]);
    const source = ledger([
      [bill('A1', [paid('2026-03-05')]), bill('A2', [paid('2026-03-06', '200')]), bill('A3')],
    ]);
    expect((await run(source, manage)).counts).toMatchObject({ updated: 3 });
    expect(manage.shows()).toEqual({ PO1: '125000 2026-03-05', PO2: '20000 null', PO3: null });
    expect((await run(source, manage)).counts).toMatchObject({ updated: 0, unchanged: 3 });
    expect(manage.asked.writes).toHaveLength(3);
  });

  it('tells the order’s number, its bills, its vendor and what was billed', async () => {
    const manage = fakeOrders([{ number: 'PO1', bills: 'A1' }]);
    const { outcomes } = await run(ledger([[bill('A1', [paid('2026-03-05')])]]), manage);
    expect(outcomes).toMatchObject([
      {
        invoiceNumber: 'PO1',
        bills: ['A1'],
        company: 'Nordvik Distribusjon',
        total: { minor: 125_000 },
        change: { invoiceNumber: 'PO1', strategy: 'custom-fields' },
      },
    ]);
  });

  it('reckons a second bill in that did not change, and the order only once', async () => {
    const manage = fakeOrders([{ number: 'PO1', bills: 'A1; A2' }]);
    const source = ledger(
      [[bill('A1', [paid('2026-03-05')])], [bill('B1')]],
      [bill('A2', [paid('2026-02-01')])],
    );
    expect((await run(source, manage)).lines).toEqual(['PO1 updated']);
    expect(manage.shows()).toEqual({ PO1: '250000 2026-03-05' });
  });

  it('shows a bill on each of the orders it is on, and says so', async () => {
    const manage = fakeOrders([
      { number: 'PO1', bills: 'A1' },
      { number: 'PO2', bills: 'A1' },
      { number: 'PO3', bills: 'A1, A2' },
    ]);
    const { outcomes } = await run(ledger([[bill('A1', [paid('2026-03-05')])]], [bill('A2')]), manage);
    expect(manage.shows()).toEqual({
      PO1: '125000 2026-03-05',
      PO2: '125000 2026-03-05',
      PO3: '125000 null',
    });
    const orders = outcomes.map(({ reasons }) => reasons[0]?.params.orders).sort();
    expect(orders).toEqual(['PO1, PO2', 'PO1, PO3', 'PO2, PO3']);
  });

  it('lists bills on which money was paid and that no order carries, by their vendors', async () => {
    const manage = fakeOrders([{ number: 'PO1', bills: 'A1' }]);
    const source = ledger([
      [bill('A1'), bill('A1', [paid('2026-03-05')], theirs), bill('A2'), bill('A3', [paid('2026-03-05')])],
    ]);
    const { lines, outcomes } = await run(source, manage);
    expect(lines).toEqual(['A1 · 20002 not-found', 'A3 · 20001 not-found', 'PO1 unchanged']);
    expect(outcomes.find(({ invoiceNumber }) => invoiceNumber === 'A1 · 20002')).toMatchObject({
      company: 'Skagerak Data ASA',
      bills: ['A1'],
      reasons: [{ code: 'billOnNoOrder' }],
    });
  });

  it('skips an order whose bill another vendor sent, until an alias says that they are one', async () => {
    const manage = fakeOrders([{ number: 'PO1', bills: 'A1' }]);
    const source = ledger([[bill('A1', [paid('2026-03-05')], theirs)]]);
    const { outcomes } = await run(source, manage);
    expect(outcomes).toMatchObject([
      {
        invoiceNumber: 'PO1',
        kind: 'skipped',
        company: 'Nordvik Distribusjon',
        reasons: [{ code: 'billOfOtherVendor' }],
      },
    ]);
    const vendors = [{ books: '20002', manage: 'NORDVIK' }];
    await run(source, manage, { by: { vendors } });
    expect(manage.shows()).toEqual({ PO1: '125000 2026-03-05' });
  });

  it('keeps to the rule by which the numbers of bills match', async () => {
    const manage = fakeOrders([
      { number: 'PO1', bills: '42' },
      { number: 'PO2', bills: '0043, 44' },
    ]);
    const rule = { ...SAME_NUMBER, booksPrefix: 'L', leadingZeros: 'ignored' } as const;
    const matching = billRule(rule, false);
    const source = ledger([
      [
        bill('L0042', [paid('2026-03-05')]),
        bill('L43', [paid('2026-03-06')]),
        bill('44', [paid('2026-03-07')]),
      ],
      [bill('L044', [paid('2026-03-08')])],
    ]);
    expect((await run(source, manage, { by: { matching } })).lines).toEqual(['PO1 updated', 'PO2 updated']);
    expect(manage.shows()).toEqual({ PO1: '125000 2026-03-05', PO2: '250000 2026-03-08' });
  });

  it('compares letter by letter where the books do, though Manage does not', async () => {
    const manage = fakeOrders([{ number: 'PO1', bills: 'a1' }]);
    const { lines } = await run(ledger([[bill('A1', [paid('2026-03-05')])]]), manage);
    expect(lines).toEqual(['A1 · 20001 not-found']);
  });

  it('takes a bill for the order’s whatever its letter case, where the books keep but one', async () => {
    const manage = fakeOrders([
      { number: 'PO1', bills: 'Inv-2026a' },
      { number: 'PO2', bills: 'inv-2026A, Inv-2026b' },
    ]);
    const source = ledger(
      [[bill('INV-2026A', [paid('2026-03-05')])]],
      [bill('INV-2026B', [paid('2026-03-06')])],
    );
    const by = { matching: CAPITALS };
    expect((await run(source, manage, { by })).lines).toEqual(['PO1 updated', 'PO2 updated']);
    expect(manage.shows()).toEqual({ PO1: '125000 2026-03-05', PO2: '250000 2026-03-06' });
    expect(source.lookedUp).toEqual([['INV-2026B']]);
  });

  it('keeps to affixes whatever their letter case, where the books keep but one', async () => {
    const manage = fakeOrders([{ number: 'PO1', bills: 'No-42x' }]);
    const source = ledger([[bill('F42X', [paid('2026-03-05')])]]);
    const matching = billRule({ ...SAME_NUMBER, booksPrefix: 'f', managePrefix: 'no-' }, true);
    expect((await run(source, manage, { by: { matching } })).lines).toEqual(['PO1 updated']);
  });

  it('asks for orders that list several bills once, and only if there is a bill', async () => {
    const manage = fakeOrders([{ number: 'PO1', bills: 'A1, A2' }]);
    await run(ledger([]), manage);
    expect(manage.asked).toMatchObject({ ofSeveral: 0, ofBills: [], numbered: [] });
    await run(ledger([[bill('A1')], [bill('A2')], [bill('A3')]]), manage);
    expect(manage.asked.ofSeveral).toBe(1);
    expect(manage.asked.ofBills).toHaveLength(3);
  });

  it('asks the books for no bill that a page has told of already, only for others that its orders list', async () => {
    const manage = fakeOrders([
      { number: 'PO1', bills: 'A1' },
      { number: 'PO2', bills: 'A1, A2' },
      { number: 'PO3', bills: 'A3' },
    ]);
    const source = ledger(
      [[bill('A1', [paid('2026-03-05')])], [bill('A3', [paid('2026-03-06')])]],
      [bill('A2')],
    );
    expect((await run(source, manage)).counts).toMatchObject({ updated: 3 });
    expect(source.lookedUp).toEqual([['A2']]);
  });

  it('is not held up by an order that cannot be read, nor by a bill that cannot', async () => {
    const manage = fakeOrders([
      { number: 'PO1', bills: 'A1' },
      { number: 'PO2', bills: 'A2' },
    ]);
    manage.unreadable.push({ number: 'PO9', reason: reason('wrongShape') });
    const source = books([
      {
        invoices: [bill('A1', [paid('2026-03-05')])],
        unreadable: [
          { number: 'A2', reason: reason('navRowsDoNotAddUp') },
          { number: 'A9', reason: reason('navEntryMissing') },
        ],
      },
    ]);
    const { lines } = await run(source, manage);
    expect(lines).toEqual(['A9 · – failed', 'PO1 updated', 'PO2 failed', 'PO9 failed']);
  });

  it('says of no bill that it has no order, while an order does not even tell its number', async () => {
    const manage = fakeOrders([{ number: 'PO1', bills: 'A1' }]);
    manage.unreadable.push({ reason: reason('wrongShape') });
    const source = ledger([[bill('A1', [paid('2026-03-05')]), bill('A2', [paid('2026-03-05')])]]);
    expect((await run(source, manage)).lines).toEqual(['A2 · 20001 failed', 'PO1 updated']);
  });

  it.each([
    ['of which one lists the bill', ['A1', '']],
    ['that both list the bill', ['A1', 'A1']],
    ['that list a bill each', ['A1', 'A2']],
    ['of which one lists another vendor’s bill', ['A1', 'A3']],
  ])('skips two orders of one number %s, and says that they are two', async (_, listed) => {
    const manage = fakeOrders(listed.map((bills) => ({ number: 'PO1', bills })));
    const all = [bill('A1', [paid('2026-03-05')]), bill('A2'), bill('A3', [paid('2026-03-05')], theirs)];
    const { outcomes } = await run(ledger([all]), manage);
    expect(outcomes.filter(({ invoiceNumber }) => invoiceNumber === 'PO1')).toMatchObject([
      { kind: 'skipped', reasons: [{ code: 'ambiguousOrder', params: { count: '2' } }] },
    ]);
    expect(manage.asked.writes).toEqual([]);
  });
});

describe('a bill that no order carried', () => {
  it('is written once somebody has entered it, though nothing changed in the books', async () => {
    const db = await freshDatabase();
    const manage = fakeOrders([{ number: 'PO1', bills: '' }]);
    const all = [bill('A1', [paid('2026-03-05')])];
    expect((await run(ledger([all]), manage, { db })).lines).toEqual(['A1 · 20001 not-found']);
    expect((await run(ledger([], all), manage, { db })).lines).toEqual([]);
    manage.change('PO1', 'A1');
    expect((await run(ledger([], all), manage, { db })).lines).toEqual(['PO1 updated']);
    const journal = journalOf(db, 'later');
    expect(await journal.notFound()).toEqual([]);
  });

  it('goes on being looked for while an order carries another vendor’s bill of that number', async () => {
    const db = await freshDatabase();
    const manage = fakeOrders([{ number: 'PO1', bills: 'A1' }]);
    const all = [bill('A1', [paid('2026-03-05')], theirs), bill('A1')];
    await run(ledger([all]), manage, { db });
    expect((await run(ledger([], all), manage, { db })).lines).toEqual(['A1 · 20002 not-found']);
  });
});

describe('orders can be looked up', () => {
  const manage: readonly HeldOrder[] = [
    { number: 'PO1', bills: 'A1' },
    { number: 'PO2', bills: 'A1, A2' },
    { number: 'PO3', bills: 'A3' },
  ];
  const all = [
    bill('A1', [paid('2026-03-05')]),
    bill('A2'),
    bill('A1', [], theirs),
    bill('A4', [paid('2026-03-01')]),
  ];
  const lookUp = async (...numbers: string[]) => {
    const by = { matching: AS_TYPED, vendors: [], paid: USUALLY_PAID };
    const page = await orderedSource(ledger([all]), fakeOrders(manage).orders, by).lookUp(numbers, never);
    return page.invoices.map(({ number }) => number).sort();
  };

  it.each([
    [['PO1'], ['PO1']],
    [
      ['PO2', 'PO1'],
      ['PO1', 'PO2'],
    ],
    [['PO3'], []],
    [['po1'], []],
    [['A4 · 20001'], ['A4 · 20001']],
    [['A1 · 20001'], ['PO1', 'PO2']],
    [['A1 · 20002'], ['A1 · 20002']],
    [['A1 · –'], ['A1 · 20002', 'PO1', 'PO2']],
    [['A9 · 20001'], []],
  ])('%j: %j', async (numbers, found) => {
    expect(await lookUp(...numbers)).toEqual(found);
  });
});

describe('books of another connection', () => {
  const manage = fakeOrders([
    { number: 'PO1', bills: 'A1' },
    { number: 'PO2', bills: 'A2' },
    { number: 'PO3', bills: 'A3' },
  ]);
  const carrying = (bills: AccountingInvoice[]) => {
    const by = { matching: AS_TYPED, vendors: [], paid: USUALLY_PAID };
    const source = orderedSource(ledger([bills]), manage.orders, by);
    return otherBooks('Sør IT', source, SAME_NUMBER).carrying(['PO1', 'PO2', 'PO3'], never);
  };

  it('carry an order whose bill they hold, or could hold twice, and none whose bill is another vendor’s', async () => {
    const found = await carrying([
      bill('A1'),
      bill('A2'),
      bill('A2', [], { id: 'twice' }),
      bill('A3', [paid('2026-03-05')], theirs),
    ]);
    expect([...found].sort()).toEqual(['PO1', 'PO2']);
  });

  it('keep an order from being written that both carry', async () => {
    const paidBill = [bill('A1', [paid('2026-03-05')])];
    const by = { matching: AS_TYPED, vendors: [], paid: USUALLY_PAID };
    const others = [otherBooks('Sør IT', orderedSource(ledger([paidBill]), manage.orders, by), SAME_NUMBER)];
    const { outcomes } = await run(ledger([paidBill]), manage, { rules: { ...ALONE, others } });
    expect(outcomes).toMatchObject([{ kind: 'skipped', reasons: [{ code: 'inSeveralBooks' }] }]);
  });
});

it('what a run wrote to orders is taken back, unless somebody changed it since', async () => {
  const db = await freshDatabase();
  const before = { amount: money(100, 'NOK'), date: null };
  const manage = fakeOrders([
    { number: 'PO1', bills: 'A1', shown: before },
    { number: 'PO2', bills: 'A2' },
  ]);
  const source = ledger([[bill('A1', [paid('2026-03-05')]), bill('A2', [paid('2026-03-05')])]]);
  await run(source, manage, { db, id: 'first' });
  const undone = await run(source, manage, { db, mode: 'undo', task: { kind: 'undo', runId: 'first' } });
  expect(undone.counts).toMatchObject({ updated: 2 });
  expect(manage.shows()).toEqual({ PO1: '100 null', PO2: null });
});

it('a failed order is looked at again by the next run', async () => {
  const db = await freshDatabase();
  const manage = fakeOrders([{ number: 'PO1', bills: 'A1' }]);
  const all = [bill('A1', [paid('2026-03-05')])];
  await journalOf(db, 'before').park('PO1');
  expect((await run(ledger([], all), manage, { db })).lines).toEqual(['PO1 updated']);
});
