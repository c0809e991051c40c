import { describe, expect, it } from 'vitest';
import { createPaymentRecordWriteBack } from '@/utils/manage/payment-record-write-back';
import type { Change } from '@/utils/payments/change';
import { isoDate } from '@/utils/payments/iso-date';
import { money } from '@/utils/payments/money';
import { toManageInvoice } from '@/utils/manage/to-manage-invoice';
import { parseJson } from '@/utils/http/json';
import {
  invoiceRow,
  manageOn,
  rejectionOf,
  signal,
  type Scripted,
  type SeenRequest,
} from './support/scripted-http';

const invoice = (over: Record<string, unknown> = {}) =>
  toManageInvoice(parseJson(JSON.stringify(invoiceRow(over)), 'test'));

const row = { id: 70, amount: 500, paymentDate: '2026-03-01T00:00:00Z', appliedBy: 'kari' };
const record = { id: 70, amount: money(50_000, 'NOK'), date: isoDate('2026-03-01'), appliedBy: 'kari' };

function writeBackOn(serve: (request: SeenRequest) => Scripted | Promise<Scripted>) {
  const { api, seen } = manageOn(serve);
  return { writeBack: createPaymentRecordWriteBack(api), seen };
}

const what = { strategy: 'payment-record', invoiceId: 7, invoiceNumber: '12345' } as const;
const nothing = { amount: null, date: null };
const half = { amount: money(50_000, 'NOK'), date: isoDate('2026-03-01') };
const create: Change = { ...what, action: 'create', from: nothing, to: half };
const update: Change = { ...what, action: 'update', recordId: 70, from: nothing, to: half };
const remove: Change = { ...what, action: 'delete', recordId: 70, from: half, to: nothing };

describe('a glance at many invoices', () => {
  const columns = ['Billing_Log_RecID', 'Invoice_Number', 'Paid_Amount', 'Date_Paid'];
  const report = (...rows: unknown[][]): Scripted => ({
    body: { column_definitions: columns.map((name) => ({ [name]: {} })), row_values: rows },
  });
  const paid = (id: number, payments: number | null = 500) =>
    invoice({ id, invoiceNumber: `A${id}`, payments });

  it('tells by one report what Manage shows of those that have payments', async () => {
    const { writeBack, seen } = writeBackOn(() =>
      report([1, 'A1', 500, '2026-03-01T00:00:00Z'], [2, 'A2', 500, null]),
    );
    const shown = await writeBack.glance?.([paid(1), paid(2), paid(3, 0), paid(4, null)], signal);
    expect(seen.map((request) => request.query('conditions'))).toEqual(['Billing_Log_RecID in (1,2)']);
    expect(shown?.get(1)).toMatchObject({ records: [{ amount: half.amount, date: half.date }] });
    expect(shown?.get(2)).toMatchObject({ records: [{ amount: half.amount, date: null }] });
    expect(shown?.size).toBe(2);
  });

  it('tells nothing of an invoice whose own sum is another one', async () => {
    const { writeBack } = writeBackOn(() => report([1, 'A1', 600, null], [2, 'A2', 500, null]));
    expect([...((await writeBack.glance?.([paid(1), paid(2)], signal))?.keys() ?? [])]).toEqual([2]);
  });

  it('is not taken where it spares nothing', async () => {
    const { writeBack, seen } = writeBackOn(() => report());
    expect(await writeBack.glance?.([paid(1), paid(3, 0)], signal)).toEqual(new Map());
    expect(seen).toEqual([]);
  });

  it.each([
    ['there is no such report', { status: 404, body: { code: 'NotFound', message: 'Report not found' } }],
    ['the report fails', { status: 400, body: { message: 'broken' } }],
    ['the report is of another shape', { text: '<html>' }],
  ])('is not taken again once %s, and stops nothing', async (_, answer) => {
    const { writeBack, seen } = writeBackOn(() => answer);
    expect(await writeBack.glance?.([paid(1), paid(2)], signal)).toEqual(new Map());
    const asked = seen.length;
    expect(await writeBack.glance?.([paid(1), paid(2)], signal)).toEqual(new Map());
    expect(seen).toHaveLength(asked);
  });
});

describe('reading payment records', () => {
  it('asks only where one may exist', async () => {
    const { writeBack, seen } = writeBackOn(() => ({ body: [row] }));
    const shown = await writeBack.read(
      [
        invoice({ id: 1, payments: 0 }),
        invoice({ id: 2, payments: 500 }),
        invoice({ id: 3, payments: null }),
        invoice({ id: 4, payments: -1 }),
      ],
      signal,
    );
    expect(seen.map(({ path }) => path)).toEqual([2, 3, 4].map((id) => `/finance/invoices/${id}/payments`));
    expect(shown.get(1)).toEqual({ strategy: 'payment-record', records: [] });
    expect(shown.get(2)).toEqual({ strategy: 'payment-record', records: [record] });
    expect(shown.size).toBe(4);
  });

  it('has at most three requests under way', async () => {
    let now = 0;
    let most = 0;
    const { writeBack } = writeBackOn(async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 1));
      now -= 1;
      return { body: [] };
    });
    await writeBack.read(
      Array.from({ length: 12 }, (_, id) => invoice({ id, payments: 1 })),
      signal,
    );
    expect(most).toBe(3);
  });

  it.each([
    ['malformed', { text: '{' }, 'notJson'],
    ['of another shape', { body: [{ id: 'x' }] }, 'wrongShape'],
    ['refused', { status: 404, body: { code: 'NotFound', message: 'gone' } }, 'manageNotFound'],
    ['a fault', { status: 500, text: '' }, 'manageServerError'],
  ])('goes on when one answer is %s', async (_, answer, code) => {
    const { writeBack } = writeBackOn(({ path }) => (path.includes('/2/') ? answer : { body: [row] }));
    const shown = await writeBack.read(
      [1, 2, 3].map((id) => invoice({ id, payments: 1 })),
      signal,
    );
    expect(shown.get(1)).toMatchObject({ records: [record] });
    expect(shown.get(2)).toMatchObject({ reason: { code } });
    expect(shown.get(3)).toMatchObject({ records: [record] });
  });

  it.each([
    ['the sign-in', { status: 401, text: '' }, 'manageKeysRefused'],
    ['the role', { status: 403, body: {} }, 'manageForbidden'],
  ])('ends when %s is refused, since every invoice would be', async (_, answer, code) => {
    const { writeBack, seen } = writeBackOn(() => answer);
    const many = Array.from({ length: 50 }, (_each, id) => invoice({ id, payments: 1 }));
    expect(await rejectionOf(writeBack.read(many, signal))).toMatchObject({ reason: { code } });
    expect(seen.length).toBeLessThanOrEqual(3);
  });
});

describe('writing a payment record', () => {
  it.each([
    ['makes', create, 'POST /finance/invoices/7/payments', [record]],
    ['changes', update, 'PATCH /finance/invoices/7/payments/70', [record]],
    ['removes', remove, 'DELETE /finance/invoices/7/payments/70', []],
  ] as const)('%s it with one request and tells what Manage holds', async (_, change, request, records) => {
    const { writeBack, seen } = writeBackOn(({ method }) =>
      method === 'DELETE' ? { status: 204 } : { status: method === 'POST' ? 201 : 200, body: row },
    );
    expect(await writeBack.write(change, invoice(), signal)).toEqual({ strategy: 'payment-record', records });
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([request]);
  });

  const gone = { status: 404, body: { code: 'NotFound', message: 'Payment 70 not found' } };
  const exists = {
    status: 400,
    body: { code: 'InvalidObject', errors: [{ code: 'ObjectExists', message: 'x' }] },
  };

  it.each([
    ['a record to change is gone', update, gone],
    ['a record to remove is gone', remove, gone],
    ['a record exists meanwhile', create, exists],
    ['a record conflicts', create, { status: 409, body: { message: 'conflict' } }],
  ])('has to be decided anew when %s', async (_, change, answer) => {
    const { writeBack } = writeBackOn(() => answer);
    expect(await rejectionOf(writeBack.write(change, invoice(), signal))).toMatchObject({
      reason: { code: 'changedMeanwhile' },
    });
  });

  it.each([
    ['when a record is found then', [row], 'changedMeanwhile'],
    ['and otherwise told in the words of Manage', [], 'manageRefused'],
  ])('that is refused as such is looked into: decided anew %s', async (_, found, code) => {
    const { writeBack, seen } = writeBackOn(({ method }) =>
      method === 'GET' ? { body: found } : { status: 400, body: { message: 'Amount exceeds balance' } },
    );
    expect(await rejectionOf(writeBack.write(create, invoice(), signal))).toMatchObject({ reason: { code } });
    expect(seen.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });

  it('does not take a missing endpoint for a removed record', async () => {
    const { writeBack } = writeBackOn(() => ({ status: 404, body: { code: 'ConnectWiseApi' } }));
    expect(await rejectionOf(writeBack.write(remove, invoice(), signal))).toMatchObject({
      reason: { code: 'manageEndpointMissing' },
    });
  });

  it('is never repeated when its answer was lost', async () => {
    const { writeBack, seen } = writeBackOn(() => ({ status: 502, text: '' }));
    expect(await rejectionOf(writeBack.write(create, invoice(), signal))).toMatchObject({ retryable: true });
    expect(seen).toHaveLength(1);
  });
});
