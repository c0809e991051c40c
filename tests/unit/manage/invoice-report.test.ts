import { describe, expect, it } from 'vitest';
import { isoDate } from '@/utils/payments/iso-date';
import { money } from '@/utils/payments/money';
import { manageOn, rejectionOf, signal, type Scripted } from './support/scripted-http';

const invoice = (id: number) => ({ id, number: `INV-${id}`, currency: 'NOK' });
const COLUMNS = ['Date_Paid', 'Paid_Amount', 'Invoice_Number', 'Billing_Log_RecID'];
const definitions = COLUMNS.map((name) => ({ [name]: { type: 'Text', isNullable: true } }));
const report = (...rows: unknown[][]): Scripted => ({
  body: { column_definitions: definitions, row_values: rows },
});

describe('the invoice report', () => {
  it('tells what Manage shows as paid, whatever the order of its columns', async () => {
    const { api, seen } = manageOn(() =>
      report(['2026-03-01T00:00:00Z', 1250.5, 'INV-1', 1], [null, 0, 'INV-2', 2], ['', '10.00', 'INV-3', 3]),
    );
    expect(await api.invoiceReport([1, 2, 3].map(invoice), signal)).toEqual(
      new Map([
        [1, { paidAmount: money(125_050, 'NOK'), datePaid: isoDate('2026-03-01') }],
        [2, { paidAmount: money(0, 'NOK'), datePaid: null }],
        [3, { paidAmount: money(1000, 'NOK'), datePaid: null }],
      ]),
    );
    expect(seen[0]?.path).toBe('/system/reports/Invoices');
    expect(seen[0]?.query('conditions')).toBe('Billing_Log_RecID in (1,2,3)');
  });

  it('is asked in batches that an address holds, each id once', async () => {
    const ids = Array.from({ length: 500 }, (_, index) => 1_000_000 + index);
    const { api, seen } = manageOn(() => report());
    await api.invoiceReport([...ids, ...ids].map(invoice), signal);
    for (const { request } of seen) expect(request.url.length).toBeLessThanOrEqual(2000);
    const asked = seen.flatMap((request) => request.query('conditions')?.match(/\d{7}/g) ?? []);
    expect(asked.map(Number).sort()).toEqual(ids);
  });

  it('asks nothing for no invoices', async () => {
    const { api, seen } = manageOn(() => report());
    expect(await api.invoiceReport([], signal)).toEqual(new Map());
    expect(seen).toEqual([]);
  });

  it('leaves out a row whose number is not the invoice it was asked for', async () => {
    const { api } = manageOn(() => report([null, 1, 'INV-1', 1], [null, 1, 'INV-9', 2]));
    expect([...((await api.invoiceReport([1, 2].map(invoice), signal))?.keys() ?? [])]).toEqual([1]);
  });

  it.each([
    [
      'is not there',
      { status: 404, body: { code: 'ConnectWiseApi', message: 'The endpoint does not exist.' } },
    ],
    ['is not known', { status: 404, body: { code: 'NotFound', message: 'Report not found' } }],
    ['may not be read', { status: 403, body: { message: 'No' } }],
    ['lacks a column', { status: 400, body: { message: 'Invalid column' } }],
    ['answers without a column', { body: { column_definitions: definitions.slice(1), row_values: [] } }],
    ['answers in another shape', { body: [] }],
    ['numbers its rows by something else', report([null, 1, 'INV-8', 1])],
  ])('is given up for good where it %s', async (_, answer) => {
    const { api, seen } = manageOn(() => answer);
    expect(await api.invoiceReport([invoice(1)], signal)).toBeNull();
    expect(await api.invoiceReport([invoice(1)], signal)).toBeNull();
    expect(seen).toHaveLength(1);
  });

  it.each([
    ['401', { status: 401, body: {} }, 'manageKeysRefused'],
    ['500', { status: 500, text: '' }, 'manageServerError'],
  ])('is not given up for %s', async (_, answer, code) => {
    const { api, seen } = manageOn(() => answer);
    expect(await rejectionOf(api.invoiceReport([invoice(1)], signal))).toMatchObject({ reason: { code } });
    await rejectionOf(api.invoiceReport([invoice(1)], signal));
    expect(seen).toHaveLength(2);
  });
});
