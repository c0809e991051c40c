import { describe, expect, it } from 'vitest';
import type { Change } from '@/utils/payments/change';
import { money } from '@/utils/payments/money';
import { Problem } from '@/utils/payments/problem';
import { reason } from '@/utils/payments/reason';
import { planUndo } from '@/utils/sync/plan-undo';
import { created, held, record, shows, telling, type Told } from './support/plans';

const CHANGES = new Map([
  ['1', created(7, '1')],
  ['2', created(8, '2')],
  ['3', madeAndRemoved(9, '3')],
]);

/** What is left of a record that a run made, and removed again once the books had taken the payment back. */
function madeAndRemoved(invoiceId: number, invoiceNumber: string): Change {
  const nothing = { amount: null, date: null };
  return {
    strategy: 'payment-record',
    action: 'delete',
    recordId: 9,
    invoiceId,
    invoiceNumber,
    from: nothing,
    to: nothing,
  };
}

async function plan(told: Told, numbers: readonly string[] = ['1']) {
  const { port, asked } = telling(told);
  const signal = new AbortController().signal;
  return { ...(await planUndo(numbers, CHANGES, port, signal)), asked };
}

const now = (...records: ReturnType<typeof record>[]): Told => ({
  invoices: [held(7, '1')],
  shown: new Map([[7, shows(...records)]]),
});

describe('a change to take back', () => {
  it('that Manage still shows is written back', async () => {
    const { writes, outcomes } = await plan(now(record(9)));
    expect(writes).toMatchObject([
      { manage: { id: 7 }, change: { action: 'delete', recordId: 9 }, notes: [] },
    ]);
    expect(outcomes).toEqual([]);
  });

  it.each<[string, Told, object]>([
    ['that was taken back already', now(), { kind: 'unchanged', reasons: [] }],
    [
      'that somebody changed since',
      now(record(9, { amount: money(50, 'NOK') })),
      { kind: 'skipped', reasons: [{ code: 'changedSince' }] },
    ],
    ['of an invoice that is gone', {}, { kind: 'not-found', reasons: [{ code: 'notFoundInManage' }] }],
    [
      'of an invoice whose number another one has now',
      { ...now(record(9)), invoices: [held(70, '1')] },
      { kind: 'not-found' },
    ],
    [
      'of an invoice whose number two have now',
      { ...now(record(9)), invoices: [held(7, '1'), held(70, '1')] },
      { kind: 'not-found' },
    ],
    [
      'of an invoice that was given another number',
      { ...now(record(9)), invoices: [held(7, '2')] },
      { kind: 'not-found' },
    ],
    [
      'whose invoice cannot be read',
      { ...now(), shown: new Map([[7, new Problem('manageServerError')]]) },
      { kind: 'failed', reasons: [{ code: 'manageServerError' }] },
    ],
    [
      'whose invoice came unreadable',
      { unreadable: [{ number: '1', reason: reason('wrongShape') }] },
      { kind: 'failed', reasons: [{ code: 'wrongShape' }] },
    ],
    [
      'whose invoice may be the one that came without a number',
      { unreadable: [{ reason: reason('wrongShape') }] },
      { kind: 'failed', reasons: [{ code: 'wrongShape' }] },
    ],
    [
      'whose invoice is not the one that came unreadable',
      { unreadable: [{ number: '2', reason: reason('wrongShape') }] },
      { kind: 'not-found' },
    ],
    ['of whose invoice Manage told nothing', { ...now(), shown: new Map() }, { kind: 'failed' }],
  ])('%s is told', async (_, told, expected) => {
    const { writes, outcomes } = await plan(told);
    expect(outcomes).toMatchObject([{ invoiceNumber: '1', ...expected }]);
    expect(writes).toEqual([]);
  });

  it.each<[string, Told]>([
    ['nothing', { invoices: [held(9, '3')], shown: new Map([[9, shows()]]) }],
    ['what somebody entered since', { invoices: [held(9, '3')], shown: new Map([[9, shows(record(1))]]) }],
    ['no such invoice', {}],
  ])('that the run itself took back is left alone where Manage shows %s', async (_, told) => {
    const { writes, outcomes } = await plan(told, ['3']);
    expect(outcomes).toEqual([{ invoiceNumber: '3', kind: 'unchanged', reasons: [] }]);
    expect(writes).toEqual([]);
  });

  it('that nobody made is told, and holds up no other', async () => {
    const { writes, outcomes } = await plan(now(record(9)), ['unknown', '1']);
    expect(outcomes).toMatchObject([{ invoiceNumber: 'unknown', kind: 'not-found' }]);
    expect(writes).toHaveLength(1);
  });

  it('is read by its records, whatever Manage sums up', async () => {
    const { asked } = await plan(now(record(9)));
    expect(asked.read).toMatchObject([{ id: 7, payments: null }]);
  });

  it('is looked for among several by number and invoice', async () => {
    const { writes } = await plan(
      {
        invoices: [held(8, '2'), held(7, '1')],
        shown: new Map([
          [7, shows(record(9))],
          [8, shows(record(10))],
        ]),
      },
      ['1', '2'],
    );
    expect(writes).toMatchObject([
      { manage: { id: 7 }, change: { recordId: 9, invoiceNumber: '1' } },
      { manage: { id: 8 }, change: { recordId: 10, invoiceNumber: '2' } },
    ]);
  });
});
