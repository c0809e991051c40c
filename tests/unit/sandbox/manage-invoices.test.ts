import { describe, expect, it } from 'vitest';
import { clientOf, DATE_PAID, invoice, PAID_AMOUNT, worldWith } from './manage-support';

const INVOICE = '/finance/invoices/1';

function open(part: Parameters<typeof invoice>[1] = {}, manage: Parameters<typeof worldWith>[1] = {}) {
  const world = worldWith([invoice(1, { customFieldValues: new Map([[61, 100]]), ...part }), invoice(2)], {
    customFields: [PAID_AMOUNT, DATE_PAID],
    ...manage,
  });
  const values = () => Object.fromEntries(world.manage.invoices[0]?.customFieldValues ?? []);
  return { world, values, ...clientOf(world) };
}

const replace = (value: unknown) => [{ op: 'replace', path: 'customFields', value }];

describe('an invoice', () => {
  it('has the documented properties', async () => {
    const { get } = open({ total: 1250.5 });
    const { body } = await get(INVOICE);
    expect(Object.keys(body as object).length).toBeGreaterThan(50);
    expect(body).toMatchObject({
      id: 1,
      invoiceNumber: '12001',
      status: { isClosed: false },
      company: { id: 10_018, identifier: 'FJORDBYGG' },
      date: '2024-04-01T00:00:00Z',
      dueDate: '2024-04-15T00:00:00Z',
      subtotal: 1000.4,
      salesTax: 250.1,
      total: 1250.5,
      payments: 0,
      credits: 0,
      balance: 1250.5,
      currency: { currencyCode: 'NOK', numberOfDecimals: 2 },
      _info: { lastUpdated: '2024-04-01T09:00:00Z', updatedBy: 'Accounting' },
    });
  });

  it('carries every custom field, null where it is empty', async () => {
    const { get } = open();
    expect((await get(`${INVOICE}?fields=customFields`)).body).toEqual({
      customFields: [
        expect.objectContaining({
          id: 61,
          caption: 'Paid Amount',
          type: 'Currency',
          value: 100,
          podId: '37',
          rowNum: 1,
        }),
        expect.objectContaining({
          id: 62,
          caption: 'Date Paid',
          type: 'Date',
          value: null,
          podId: '37',
          rowNum: 2,
        }),
      ],
    });
  });

  it('that is not there is not found', async () => {
    const { get } = open();
    expect(await get('/finance/invoices/77')).toMatchObject({
      status: 404,
      body: { code: 'NotFound', message: 'Invoice 77 not found' },
    });
  });
});

describe('custom fields', () => {
  it('are set by id and value; those left out keep theirs', async () => {
    const { send, values } = open();
    const { status } = await send('PATCH', INVOICE, replace([{ id: 62, value: '2024-05-01T00:00:00Z' }]));
    expect([status, values()]).toEqual([200, { 61: 100, 62: '2024-05-01' }]);
  });

  it('take back the array as it was read', async () => {
    const { send, get, values } = open({
      customFieldValues: new Map<number, string | number>([
        [61, 9.5],
        [62, '2024-05-01'],
      ]),
    });
    const { customFields } = (await get(`${INVOICE}?fields=customFields`)).body as { customFields: unknown };
    expect((await send('PATCH', INVOICE, replace(customFields))).status).toBe(200);
    expect(values()).toEqual({ 61: 9.5, 62: '2024-05-01' });
  });

  it('are cleared by null, and by no empty array', async () => {
    const { send, values } = open();
    await send('PATCH', INVOICE, replace([]));
    expect(values()).toEqual({ 61: 100 });
    await send('PATCH', INVOICE, replace([{ id: 61, value: null }]));
    expect(values()).toEqual({ 61: null });
  });

  it('stamp their invoice', async () => {
    const { send, get } = open();
    await send('PATCH', INVOICE, replace([{ id: 61, value: 5 }]));
    expect((await get(`${INVOICE}?fields=_info/lastUpdated,_info/updatedBy`)).body).toEqual({
      _info: { lastUpdated: '2024-05-15T12:00:00Z', updatedBy: 'PaymentSyncApi' },
    });
  });

  it.each([
    ['a PATCH that does not name them', [{ op: 'replace', path: 'reference', value: 'x' }]],
    ['a PATCH that adds to them', [{ op: 'add', path: 'customFields', value: [] }]],
    ['a PATCH into one of them', [{ op: 'replace', path: 'customFields/0/value', value: 5 }]],
    ['no array', replace({ id: 61, value: 5 })],
    ['an id nobody knows', replace([{ id: 9001, value: 5 }])],
    ['no id', replace([{ caption: 'Paid Amount', value: 5 }])],
    ['no value', replace([{ id: 61 }])],
    ['a property nobody knows', replace([{ id: 61, value: 5, amount: 5 }])],
    ['money as text', replace([{ id: 61, value: '5.00' }])],
    ['money with a third decimal', replace([{ id: 61, value: 5.005 }])],
    ['an empty text for money', replace([{ id: 61, value: '' }])],
    ['a number for a date', replace([{ id: 62, value: 5 }])],
    ['a bare date', replace([{ id: 62, value: '2024-05-01' }])],
    ['a date with a time', replace([{ id: 62, value: '2024-05-01T10:00:00Z' }])],
    ['an empty text for a date', replace([{ id: 62, value: '' }])],
    [
      'a right and a wrong field',
      replace([
        { id: 61, value: 5 },
        { id: 62, value: 5 },
      ]),
    ],
  ])('refuse %s', async (_, body) => {
    const { send, values, world } = open();
    expect((await send('PATCH', INVOICE, body)).status).toBe(400);
    expect(values()).toEqual({ 61: 100 });
    expect(world.manage.invoices[0]).toMatchObject({ updatedBy: 'Accounting' });
  });

  it('of a closed invoice are locked, unless this Manage leaves them open', async () => {
    const { send, values, world } = open({ closed: true });
    const refused = await send('PATCH', INVOICE, replace([{ id: 61, value: 5 }]));
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'InvalidObject', errors: [{ resource: 'invoice' }] },
    });
    expect(values()).toEqual({ 61: 100 });
    world.manage.closedInvoicesLocked = false;
    expect((await send('PATCH', INVOICE, replace([{ id: 61, value: 5 }]))).status).toBe(200);
  });

  it('of a role that may not edit invoices are locked', async () => {
    const { send, world } = open();
    world.manage.roleMayEditInvoices = false;
    expect(await send('PATCH', INVOICE, replace([]))).toMatchObject({
      status: 403,
      body: { code: 'Security' },
    });
  });

  it('cannot be written while another property is at fault', async () => {
    const { send } = open({ legacyFault: 'customerPO' });
    expect(await send('PATCH', INVOICE, replace([]))).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'OutOfRange', field: 'customerPO' }] },
    });
  });
});

describe('other properties', () => {
  it('are changed by a PATCH', async () => {
    const { send, get } = open();
    const operations = [...replace([]), { op: 'replace', path: '/reference', value: 'PO 4' }];
    expect((await send('PATCH', INVOICE, operations)).status).toBe(200);
    expect((await get(`${INVOICE}?fields=reference`)).body).toEqual({ reference: 'PO 4' });
  });

  it('within a reference are taken and not changed', async () => {
    const { send, get } = open();
    const operations = [...replace([]), { op: 'replace', path: 'company/name', value: 'Other' }];
    expect((await send('PATCH', INVOICE, operations)).status).toBe(200);
    expect((await get(`${INVOICE}?fields=company/name`)).body).toEqual({
      company: { name: 'Fjord Bygg AS' },
    });
  });

  it.each(['paidAmount', 'Reference', 'payments', 'balance', 'id', 'company/nobody'])(
    '%s cannot be set',
    async (path) => {
      const { send } = open();
      expect((await send('PATCH', INVOICE, [...replace([]), { op: 'replace', path, value: 1 }])).status).toBe(
        400,
      );
    },
  );

  it('that a PUT leaves out are lost', async () => {
    const { send, get, values } = open({ reference: 'PO 4' });
    const sent = { invoiceNumber: '12001', type: 'Standard', company: { id: 10_018 }, locationId: 2 };
    expect((await send('PUT', INVOICE, sent)).status).toBe(200);
    expect((await get(`${INVOICE}?fields=reference,dueDate,total`)).body).toEqual({
      reference: null,
      dueDate: null,
      total: 1250,
    });
    expect(values()).toEqual({ 61: null, 62: null });
  });

  it('that a PUT must have are asked for', async () => {
    const { send } = open();
    expect(await send('PUT', INVOICE, { invoiceNumber: '12001' })).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'MissingRequiredField', field: 'type' }] },
    });
  });
});
