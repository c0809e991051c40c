import { describe, expect, it } from 'vitest';
import { clientOf, invoice, worldWith } from './manage-support';

const payment = (id: number, amount: number, paymentDate: string, creditInvoiceId: number | null = null) => ({
  ...{ id, amount, paymentDate, creditInvoiceId },
  appliedBy: 'Accounting',
});

const world = () =>
  worldWith([
    invoice(1),
    invoice(2, { payments: [payment(1, 250.1, '2024-05-02')] }),
    invoice(3, { payments: [payment(2, 1000, '2024-05-03'), payment(3, 250, '2024-05-09', 9)] }),
  ]);

const REPORT = '/system/reports/Invoices';

describe('the report Invoices', () => {
  it('tells what was paid and when, in part or in full, and counts no credit memo', async () => {
    const columns = 'Billing_Log_RecID,Paid_Amount,Date_Paid,Paid_Flag,Credit_Amount';
    const { body } = await clientOf(world()).get(`${REPORT}?columns=${columns}`);
    expect(body).toEqual({
      column_definitions: [
        { Billing_Log_RecID: { type: 'Numeric', isNullable: false, identityColumn: true } },
        { Paid_Amount: { type: 'Numeric', isNullable: false, identityColumn: false } },
        { Date_Paid: { type: 'DateTime', isNullable: true, identityColumn: false } },
        { Paid_Flag: { type: 'Numeric', isNullable: false, identityColumn: false } },
        { Credit_Amount: { type: 'Numeric', isNullable: true, identityColumn: false } },
      ],
      row_values: [
        [1, 0, null, 0, 0],
        [2, 250.1, '2024-05-02T00:00:00Z', 0, 0],
        [3, 1000, '2024-05-03T00:00:00Z', 1, 250],
      ],
    });
  });

  it('is filtered by its own columns', async () => {
    const { get } = clientOf(world());
    const query = new URLSearchParams({
      columns: 'Invoice_Number',
      conditions: 'Billing_Log_RecID in (2,3) and Date_Paid > [2024-05-02T00:00:00Z]',
    });
    expect((await get(`${REPORT}?${query}`)).body).toMatchObject({ row_values: [['12003']] });
  });

  it('has 25 rows to a page unless told otherwise', async () => {
    const { get } = clientOf(worldWith(Array.from({ length: 30 }, (_, at) => invoice(at + 1))));
    const { body, headers } = await get(`${REPORT}?columns=Invoice_Number`);
    expect((body as { row_values: unknown[] }).row_values).toHaveLength(25);
    expect(headers.get('link')).toContain('rel="next"');
  });

  it.each(['columns=Nothing', 'columns=', 'fields=Paid_Amount', 'conditions=id=1', 'orderBy=id'])(
    'refuses %s',
    async (query) => {
      expect((await clientOf(world()).get(`${REPORT}?${query}`)).status).toBe(400);
    },
  );

  it('lists its columns', async () => {
    const { body } = await clientOf(world()).get(`${REPORT}/columns`);
    expect((body as object[]).flatMap(Object.keys)).toEqual(
      expect.arrayContaining(['Billing_Log_RecID', 'Paid_Amount', 'Date_Paid', 'Closed_Flag']),
    );
  });

  it.each([
    [404, 'NotFound'],
    [403, 'Security'],
  ] as const)('is refused with %i where it is not to be had', async (status, code) => {
    const held = world();
    held.manage.reportsAvailable = false;
    held.manage.reportsRefusal = status;
    const { get } = clientOf(held);
    expect(await get(REPORT)).toMatchObject({ status, body: { code } });
    expect(await get(`${REPORT}/columns`)).toMatchObject({ status, body: { code } });
  });

  it('is the only one', async () => {
    expect((await clientOf(world()).get('/system/reports/InvoicePayments')).status).toBe(404);
  });
});
