import { describe, expect, it } from 'vitest';
import type { PaymentRow } from '../../../sandbox/manage/state';
import { clientOf, invoice, NOW, worldWith } from './manage-support';

const PAYMENTS = '/finance/invoices/1/payments';
const MARCH = '2020-03-01T00:00:00Z';

const held = (id: number, part: Partial<PaymentRow> = {}): PaymentRow => ({
  id,
  amount: 500,
  paymentDate: '2024-05-01',
  appliedBy: 'Accounting',
  creditInvoiceId: null,
  ...part,
});

function open(payments: PaymentRow[] = [], invoicePart: Parameters<typeof invoice>[1] = {}) {
  const world = worldWith(
    [invoice(1, { payments, ...invoicePart }), invoice(2, { type: 'CreditMemo', total: -100 })],
    {
      nextPaymentId: 50,
    },
  );
  return { world, row: world.manage.invoices[0], ...clientOf(world) };
}

describe('a new payment', () => {
  it('is answered with 201 and feeds the sums of its invoice', async () => {
    const { send, get } = open();
    const { status, body } = await send('POST', PAYMENTS, { amount: 50, paymentDate: MARCH });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: 50,
      amount: 50,
      paymentDate: MARCH,
      invoiceBalance: 1200,
      invoiceTotal: 1250,
    });
    expect((await get('/finance/invoices/1?fields=payments,credits,balance')).body).toEqual({
      payments: 50,
      credits: 0,
      balance: 1200,
    });
  });

  it('stamps its invoice with time and member', async () => {
    const { send, get, world } = open();
    world.time = Date.parse('2024-06-01T08:30:15.250Z');
    await send('POST', PAYMENTS, { amount: 50, paymentDate: MARCH });
    expect((await get('/finance/invoices/1?fields=_info')).body).toEqual({
      _info: { lastUpdated: '2024-06-01T08:30:15Z', updatedBy: 'PaymentSyncApi' },
    });
  });

  it('without a date gets the date of today, without a word', async () => {
    const { send } = open();
    const { status, body } = await send('POST', PAYMENTS, { amount: 50 });
    expect([status, body]).toEqual([201, expect.objectContaining({ paymentDate: '2024-05-15T00:00:00Z' })]);
  });

  it.each([
    ['nothing', {}, 'MissingRequiredField', 'amount'],
    ['no amount', { paymentDate: MARCH }, 'MissingRequiredField', 'amount'],
    ['an amount of nothing', { amount: 0, paymentDate: MARCH }, 'OutOfRange', 'amount'],
    ['a negative amount', { amount: -1, paymentDate: MARCH }, 'OutOfRange', 'amount'],
    ['more than is open', { amount: 1250.01, paymentDate: MARCH }, 'OutOfRange', 'amount'],
    ['an amount as text', { amount: '50', paymentDate: MARCH }, 'InvalidField', 'amount'],
    ['a third decimal', { amount: 50.005, paymentDate: MARCH }, 'InvalidField', 'amount'],
    ['a time of day', { amount: 50, paymentDate: '2020-03-01T12:00:00Z' }, 'InvalidField', 'paymentDate'],
    ['milliseconds', { amount: 50, paymentDate: '2020-03-01T00:00:00.000Z' }, 'InvalidField', 'paymentDate'],
    ['a bare date', { amount: 50, paymentDate: '2020-03-01' }, 'InvalidField', 'paymentDate'],
    [
      'a day that does not exist',
      { amount: 50, paymentDate: '2023-02-29T00:00:00Z' },
      'InvalidField',
      'paymentDate',
    ],
    ['a property nobody knows', { amount: 50, paymentDate: MARCH, comment: 'x' }, 'InvalidField', 'comment'],
    ['a name in the wrong case', { Amount: 50, paymentDate: MARCH }, 'InvalidField', 'Amount'],
    ['a name every object has', { amount: 50, constructor: 'x' }, 'InvalidField', 'constructor'],
    ['another invoice', { amount: 50, invoice: { identifier: '99' } }, 'InvalidField', 'invoice'],
    ['a long batch id', { amount: 50, glBatchID: 'x'.repeat(51) }, 'InvalidField', 'glBatchID'],
    ['a credit memo that is none', { amount: 50, credit: { id: 1 } }, 'InvalidField', 'credit'],
  ])('with %s is refused and leaves no trace', async (_, body, code, field) => {
    const { send, row } = open();
    const answer = await send('POST', PAYMENTS, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      code: 'InvalidObject',
      message: 'payment object is invalid',
      errors: [{ code, field, resource: 'payment' }],
    });
    expect(row).toMatchObject({ payments: [], updatedBy: 'Accounting' });
  });

  it('beside another one is refused', async () => {
    const { send, row } = open([held(1)]);
    const { status, body } = await send('POST', PAYMENTS, { amount: 50, paymentDate: MARCH });
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ code: 'ObjectExists' }] });
    expect(row?.payments).toHaveLength(1);
  });

  it('beside an applied credit memo may take what the memo leaves open, and no more', async () => {
    const { send, get } = open([held(1, { amount: 250, creditInvoiceId: 2 })]);
    expect((await send('POST', PAYMENTS, { amount: 1000.01, paymentDate: MARCH })).status).toBe(400);
    expect((await send('POST', PAYMENTS, { amount: 1000, paymentDate: MARCH })).status).toBe(201);
    expect((await get('/finance/invoices/1?fields=payments,credits,balance')).body).toEqual({
      payments: 1000,
      credits: 250,
      balance: 0,
    });
  });

  it('may go to an invoice that is closed', async () => {
    const { send } = open([], { closed: true });
    expect((await send('POST', PAYMENTS, { amount: 50, paymentDate: MARCH })).status).toBe(201);
  });

  it('may have to name its type', async () => {
    const { send, world } = open();
    world.manage.paymentTypeRequired = true;
    const { body } = await send('POST', PAYMENTS, { amount: 50, paymentDate: MARCH });
    expect(body).toMatchObject({ errors: [{ code: 'MissingRequiredField', field: 'type' }] });
    expect((await send('POST', PAYMENTS, { amount: 50, paymentDate: MARCH, type: 'Payment' })).status).toBe(
      201,
    );
  });

  it('whose answer is cut down to an unknown field is not made', async () => {
    const { send, row } = open();
    expect((await send('POST', `${PAYMENTS}?fields=nothing`, { amount: 50 })).status).toBe(400);
    expect(row?.payments).toEqual([]);
  });
});

describe('a payment that exists', () => {
  it('is changed by a bare array of operations, with or without a leading slash', async () => {
    const { send, row } = open([held(7)]);
    const { status, body } = await send('PATCH', `${PAYMENTS}/7`, [
      { op: 'replace', path: 'amount', value: 750.5 },
      { op: 'replace', path: '/paymentDate', value: MARCH },
    ]);
    expect([status, body]).toEqual([200, expect.objectContaining({ amount: 750.5, paymentDate: MARCH })]);
    expect(row?.payments).toMatchObject([
      { id: 7, amount: 750.5, paymentDate: '2020-03-01', appliedBy: 'Accounting' },
    ]);
  });

  it.each([
    ['an object', { op: 'replace', path: 'amount', value: 1 }],
    ['nothing', []],
    ['a path in the wrong case', [{ op: 'replace', path: 'Amount', value: 1 }]],
    ['an unknown path', [{ op: 'replace', path: 'note', value: 1 }]],
    ['an unknown path below a known one', [{ op: 'replace', path: 'amount/minor', value: 1 }]],
    ['no path', [{ op: 'replace', value: 1 }]],
    ['no value', [{ op: 'replace', path: 'amount' }]],
    ['an unknown operation', [{ op: 'test', path: 'amount', value: 500 }]],
    ['an operation in capitals', [{ op: 'Replace', path: 'amount', value: 1 }]],
    ['an unknown member', [{ op: 'replace', path: 'amount', value: 1, from: 'balance' }]],
    ['an amount of nothing', [{ op: 'replace', path: 'amount', value: 0 }]],
    ['no amount any more', [{ op: 'remove', path: 'amount' }]],
    ['more than is open', [{ op: 'replace', path: 'amount', value: 1250.01 }]],
    ['a bare date', [{ op: 'replace', path: 'paymentDate', value: '2020-03-01' }]],
    [
      'a right and a wrong operation',
      [
        { op: 'replace', path: 'amount', value: 1 },
        { op: 'add', path: 'x', value: 1 },
      ],
    ],
  ])('stays as it is when it is sent %s', async (_, body) => {
    const { send, row } = open([held(7)]);
    expect((await send('PATCH', `${PAYMENTS}/7`, body)).status).toBe(400);
    expect(row?.payments).toEqual([held(7)]);
  });

  it('gets the date of today when its date is taken away', async () => {
    const { send, row } = open([held(7)]);
    await send('PATCH', `${PAYMENTS}/7`, [{ op: 'remove', path: 'paymentDate' }]);
    expect(row?.payments[0]?.paymentDate).toBe('2024-05-15');
  });

  it('gets the date of today when a PUT leaves its date out', async () => {
    const { send, row } = open([held(7)]);
    expect((await send('PUT', `${PAYMENTS}/7`, { amount: 20 })).status).toBe(200);
    expect(row?.payments).toMatchObject([{ id: 7, amount: 20, paymentDate: '2024-05-15' }]);
  });

  it('can be deleted once', async () => {
    const { send, row } = open([held(7)]);
    expect(await send('DELETE', `${PAYMENTS}/7`)).toMatchObject({ status: 204, body: null });
    expect(await send('DELETE', `${PAYMENTS}/7`)).toMatchObject({
      status: 404,
      body: { code: 'NotFound', message: 'Payment 7 not found' },
    });
    expect(row?.payments).toEqual([]);
  });

  it('is read alone or in the list, where credit memos are told by their reference', async () => {
    const { get } = open([held(7), held(8, { amount: 100, creditInvoiceId: 2 })]);
    expect((await get(`${PAYMENTS}/7`)).body).not.toHaveProperty('credit');
    expect((await get(`${PAYMENTS}?fields=id,credit/id`)).body).toEqual([
      { id: 7 },
      { id: 8, credit: { id: 2 } },
    ]);
    expect((await get(`${PAYMENTS}?conditions=amount%20%3C%20200&fields=id`)).body).toEqual([{ id: 8 }]);
  });
});

describe('payments in general', () => {
  it.each([
    ['GET', '/finance/invoices/99/payments', undefined, 'Invoice 99 not found'],
    ['POST', '/finance/invoices/99/payments', { amount: 1 }, 'Invoice 99 not found'],
    [
      'PATCH',
      '/finance/invoices/1/payments/99',
      [{ op: 'replace', path: 'amount', value: 1 }],
      'Payment 99 not found',
    ],
  ])('%s %s is not found', async (method, path, body, message) => {
    const { send } = open();
    expect(await send(method, path, body)).toMatchObject({
      status: 404,
      body: { code: 'NotFound', message },
    });
  });

  it('are for reading only where the role says so', async () => {
    const { send, get, world } = open([held(7)]);
    world.manage.roleMayWritePayments = false;
    const refused = {
      status: 403,
      body: { code: 'Security', message: expect.stringMatching(/permission/) as string },
    };
    expect(await send('POST', PAYMENTS, { amount: 1 })).toMatchObject(refused);
    expect(await send('PATCH', `${PAYMENTS}/7`, [])).toMatchObject(refused);
    expect(await send('DELETE', `${PAYMENTS}/7`)).toMatchObject(refused);
    expect((await get(PAYMENTS)).status).toBe(200);
  });

  it.each([
    ['NOK', [0.1, 0.2], 0.3],
    ['NOK', [1.1, 2.2], 3.3],
    ['JPY', [100, 50], 150],
    ['KWD', [0.001, 0.002], 0.003],
  ])('in %s add up without noise', async (currencyCode, amounts, sum) => {
    const { get } = open(
      amounts.map((amount, at) => held(at, { amount })),
      { currencyCode, total: 1000 },
    );
    expect((await get('/finance/invoices/1?fields=payments')).body).toEqual({ payments: sum });
  });

  it('may take a while to show in the sums', async () => {
    const { send, get, world } = open();
    world.manage.sumsLagMs = 2000;
    await send('POST', PAYMENTS, { amount: 50, paymentDate: MARCH });
    expect((await get('/finance/invoices/1?fields=payments,balance')).body).toEqual({
      payments: 0,
      balance: 1250,
    });
    world.time = NOW + 2000;
    expect((await get('/finance/invoices/1?fields=payments,balance')).body).toEqual({
      payments: 50,
      balance: 1200,
    });
  });
});
