import { describe, expect, it } from 'vitest';
import { SAME_NUMBER, type NumberRule } from '@/utils/payments/number-rule';
import { Problem } from '@/utils/payments/problem';
import { reason } from '@/utils/payments/reason';
import { claimsOn } from '@/utils/sync/claims';
import { matchedManage } from '@/utils/sync/matched-manage';
import { matchedSource } from '@/utils/sync/matched-source';
import { otherBooks, type OtherBooks } from '@/utils/sync/other-books';
import { booked, books, payment } from './support/books';
import { fakeManage } from './support/fake-manage';
import { ALONE, freshDatabase, SCOPE, sync } from './support/run';

const never = new AbortController().signal;
const ZEROS: NumberRule = { ...SAME_NUMBER, leadingZeros: 'ignored' };
const paid = [payment(100, '2026-11-19')];

/** Syncs books to Manage by a rule; answers what Manage shows and what became of each number. */
async function matched(
  rule: Partial<NumberRule>,
  inBooks: Parameters<typeof books>[0],
  inManage: readonly string[],
) {
  const manage = fakeManage(inManage.map((number) => ({ number, total: 100 })));
  const full = { ...SAME_NUMBER, ...rule };
  const run = await sync(
    await freshDatabase(),
    matchedSource(books(inBooks), full),
    matchedManage(manage.port, full),
  );
  const outcomes = run.outcomes.map(({ invoiceNumber, kind }) => `${invoiceNumber} ${kind}`).sort();
  return { shows: manage.shows(), outcomes, counts: run.counts };
}

describe('an invoice of the books is written to', () => {
  it('the one of Manage with the prefix of its own', async () => {
    const { shows } = await matched(
      { booksPrefix: 'F', managePrefix: 'INV-' },
      [{ invoices: [booked('F1', 100, paid)] }],
      ['INV-1', 'F1', '1'],
    );
    expect(shows).toEqual({ 'INV-1': '100 2026-11-19', F1: null, 1: null });
  });

  it('none where its number is not of the form, though Manage has that very number', async () => {
    const { shows, outcomes } = await matched(
      { booksPrefix: 'F' },
      [{ invoices: [booked('7', 100, paid)] }],
      ['7'],
    );
    expect(shows).toEqual({ 7: null });
    expect(outcomes).toEqual([]);
  });

  it('none with other leading zeros, as long as they count', async () => {
    const { shows, outcomes } = await matched({}, [{ invoices: [booked('0042', 100, paid)] }], ['42']);
    expect(shows).toEqual({ 42: null });
    expect(outcomes).toEqual(['0042 not-found']);
  });

  it.each([
    ['0042', '42'],
    ['42', '00042'],
    ['0042', '0042'],
  ])('%s to %s where they do not', async (inBooks, inManage) => {
    const { shows } = await matched(ZEROS, [{ invoices: [booked(inBooks, 100, paid)] }], [inManage]);
    expect(shows).toEqual({ [inManage]: '100 2026-11-19' });
  });

  it('none of two that differ by zeros which do not count: they are two candidates', async () => {
    const { shows, outcomes } = await matched(
      ZEROS,
      [{ invoices: [booked('42', 100, paid)] }],
      ['42', '042'],
    );
    expect(shows).toEqual({ 42: null, '042': null });
    expect(outcomes).toEqual(['42 skipped']);
  });

  it('none where the books have a twin that differs by such zeros and did not change', async () => {
    const all = [booked('42', 100, paid), booked('042', 100, [], { id: 'twin' })];
    const changed = books([{ invoices: all.slice(0, 1) }], {
      lookUp: (numbers) =>
        Promise.resolve({
          invoices: all.filter(({ number }) => numbers.includes(number)),
          unreadable: [],
          watermark: null,
        }),
    });
    const manage = fakeManage([{ number: '42', total: 100 }]);
    const run = await sync(
      await freshDatabase(),
      matchedSource(changed, ZEROS),
      matchedManage(manage.port, ZEROS),
    );
    expect(run.outcomes).toMatchObject([{ kind: 'skipped', reasons: [{ code: 'duplicateInBooks' }] }]);
    expect(manage.shows()).toEqual({ 42: null });
  });
});

it('what cannot be read is told by the number of Manage; of what has no number, any may be meant', async () => {
  const why = reason('wrongShape');
  const source = matchedSource(
    books([
      {
        invoices: [],
        unreadable: [
          { number: 'F1', reason: why },
          { number: '', reason: why },
          { number: '9', reason: why },
        ],
      },
    ]),
    { ...SAME_NUMBER, booksPrefix: 'F', managePrefix: 'INV-' },
  );
  for await (const page of source.changes({ from: 'watermark', watermark: 'x' as never }, never))
    expect(page.unreadable.map(({ number }) => number)).toEqual(['INV-1', '']);
});

describe('other books', () => {
  const other = (invoices: ReturnType<typeof booked>[], own: NumberRule = SAME_NUMBER): OtherBooks =>
    otherBooks('Sør IT', books([{ invoices }]), own);

  it('carry what is posted there once or twice, and neither drafts, nor what ended', async () => {
    const carried = await other([
      booked('1', 100),
      booked('2', 100, [], { state: 'cancelled' }),
      booked('3', 100, [], { state: 'draft' }),
      booked('4', 100, [], { kind: 'credit-note' }),
      booked('5', 100),
      booked('5', 100, [], { id: 'twin' }),
    ]).carrying(['1', '2', '3', '4', '5', '6'], never);
    expect([...carried].sort()).toEqual(['1', '5']);
  });

  it('carry what they have under a number that is the same to the own connection', async () => {
    expect([...(await other([booked('042', 100)], ZEROS).carrying(['42'], never))]).toEqual(['42']);
  });

  it('are asked nothing while nothing is to be written', async () => {
    const others = [{ name: 'x', carrying: () => Promise.reject(new Error('asked')) }];
    expect((await claimsOn([], { ...ALONE, others }, never)).size).toBe(0);
  });

  it('are all named, in one order', async () => {
    const carrying = () => Promise.resolve(new Set(['1']));
    const others = [
      { name: 'Sør', carrying },
      { name: 'Nord', carrying },
    ];
    const claims = await claimsOn(['1', '2'], { ...ALONE, name: 'Vest', others }, never);
    expect([...claims.keys()]).toEqual(['1']);
    expect(claims.get('1')).toEqual({
      is: 'shared',
      reasons: [reason('inSeveralBooks', { books: 'Vest, Nord, Sør' })],
    });
  });

  it('that do not answer leave it open whose each number is, unless others have claimed it', async () => {
    const others = [
      { name: 'Sør', carrying: () => Promise.reject(new Problem('timeout', { host: 'x' })) },
      { name: 'Nord', carrying: () => Promise.resolve(new Set(['2'])) },
    ];
    const claims = await claimsOn(['1', '2'], { ...ALONE, others }, never);
    expect(claims.get('1')).toEqual({
      is: 'unknown',
      reasons: [reason('otherBooksSilent', { name: 'Sør' }), reason('timeout', { host: 'x' })],
    });
    expect(claims.get('2')?.is).toBe('shared');
  });

  it('are not asked on once the run was stopped', async () => {
    const stop = new AbortController();
    const others = [
      {
        name: 'Sør',
        carrying: () => {
          stop.abort(new Problem('runStopped'));
          return Promise.reject(new Problem('network'));
        },
      },
    ];
    await expect(claimsOn(['1'], { ...ALONE, others }, stop.signal)).rejects.toMatchObject({
      reason: { code: 'runStopped' },
    });
  });

  it.each([
    ['paid in these books', booked('1', 100, paid), 'skipped'],
    ['unpaid in these books', booked('1', 100), 'unchanged'],
    ['ended in these books', booked('1', 100, [], { state: 'cancelled' }), 'unchanged'],
  ])('keep an invoice %s from being touched', async (_, invoice, kind) => {
    const manage = fakeManage([{ number: '1', total: 100 }]);
    const rules = { ...ALONE, others: [other([booked('1', 100, paid)])] };
    const run = await sync(await freshDatabase(), books([{ invoices: [invoice] }]), manage.port, { rules });
    expect(run.counts).toMatchObject({ [kind]: 1 });
    expect(manage.asked.writes).toEqual([]);
  });

  it('keep what they wrote when the payment of these books is taken back', async () => {
    const manage = fakeManage([{ number: '1', total: 100, records: [{ amount: 100, date: '2026-11-19' }] }]);
    const rules = { ...ALONE, others: [other([booked('1', 100, paid)])] };
    const db = await freshDatabase();
    await db.put('ownRecords', { scope: SCOPE, recordId: 1 });
    const run = await sync(db, books([{ invoices: [booked('1', 100)] }]), manage.port, { rules });
    expect(run.counts).toMatchObject({ skipped: 1 });
    expect(manage.shows()).toEqual({ 1: '100 2026-11-19' });
  });
});
