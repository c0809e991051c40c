import { expect, it } from 'vitest';
import type { Shown } from '@/utils/payments/change';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import { money } from '@/utils/payments/money';
import { Problem } from '@/utils/payments/problem';
import type { PlannedWrite } from '@/utils/sync/batch-plan';
import { unverified } from '@/utils/sync/verify-batch';
import { created, held, NOTHING, PAID, telling } from './support/plans';

const written = (id: number): PlannedWrite => ({
  manage: held(id, `n${id}`),
  change: created(id, `n${id}`),
  notes: [],
});
const showing = (id: number): ManageInvoice => held(id, `n${id}`, { payments: money(100, 'NOK') });

async function missing(
  writes: readonly PlannedWrite[],
  invoices: ManageInvoice[],
  arrivesAfter?: () => void,
) {
  const { port, asked } = telling({ invoices });
  const waited: number[] = [];
  const left = await unverified(
    writes,
    port,
    (ms) => {
      waited.push(ms);
      if (waited.length === 2) arrivesAfter?.();
      return Promise.resolve();
    },
    new AbortController().signal,
  );
  return { left: left.map(({ change }) => change.invoiceId), waited, asked: asked.numbers };
}

it('writes that Manage shows are read back with one look-up and no wait', async () => {
  expect(await missing([written(1), written(2)], [showing(2), showing(1)])).toEqual({
    left: [],
    waited: [],
    asked: [['n1', 'n2']],
  });
});

it('nothing written, nothing asked', async () => {
  expect(await missing([], [])).toEqual({ left: [], waited: [], asked: [] });
});

it('one that Manage shows a moment later is asked for again by itself', async () => {
  const invoices = [showing(1), held(2, 'n2')];
  const late = (): void => void invoices.splice(1, 1, showing(2));
  expect(await missing([written(1), written(2)], invoices, late)).toEqual({
    left: [],
    waited: [1_000, 2_000],
    asked: [['n1', 'n2'], ['n2'], ['n2']],
  });
});

it('one that Manage never shows, and one whose invoice is gone, are told after seven seconds', async () => {
  const { left, waited } = await missing([written(1), written(2), written(3)], [held(1, 'n1'), showing(2)]);
  expect(left).toEqual([1, 3]);
  expect(waited).toEqual([1_000, 2_000, 4_000]);
});

it.each<[string, Shown | Problem, number[]]>([
  ['show it', { strategy: 'custom-fields', ...PAID }, []],
  ['do not', { strategy: 'custom-fields', ...NOTHING }, [1]],
  ['cannot be read', new Problem('customFieldMissing'), [1]],
])('fields are compared whole: they %s', async (_, shown, expected) => {
  const { port, asked } = telling({
    invoices: [held(1, 'n1')],
    shown: new Map([[1, shown]]),
    strategy: 'custom-fields',
  });
  const change = {
    invoiceId: 1,
    invoiceNumber: 'n1',
    strategy: 'custom-fields',
    from: NOTHING,
    to: PAID,
  } as const;
  const left = await unverified(
    [{ manage: held(1, 'n1'), change, notes: [] }],
    port,
    () => Promise.resolve(),
    new AbortController().signal,
  );
  expect(left.map((write) => write.change.invoiceId)).toEqual(expected);
  expect(asked.read).toMatchObject([{ id: 1 }, ...expected.flatMap(() => [{}, {}, {}])]);
});
