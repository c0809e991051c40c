import { describe, expect, it } from 'vitest';
import { isoDate } from '@/utils/payments/iso-date';
import { money } from '@/utils/payments/money';
import { manageOn, rejectionOf, signal } from './support/scripted-http';

const invoice = { id: 7, currency: 'NOK' };
const paid = { id: 70, amount: 500.1, paymentDate: '2026-03-01T00:00:00Z', appliedBy: 'kari', type: 'Cash' };
const day = isoDate('2026-03-01');

describe('the payments of an invoice', () => {
  it('are its payment records, without applied credit memos', async () => {
    const { api, seen } = manageOn(() => ({
      body: [
        { ...paid, credit: null },
        { ...paid, id: 71, credit: { id: 0, identifier: '' } },
        { ...paid, id: 72, credit: { id: 4, identifier: 'CR-4' } },
        { ...paid, id: 73, credit: { identifier: 'CR-5' } },
      ],
    }));
    const record = { amount: money(50_010, 'NOK'), date: day, appliedBy: 'kari' };
    expect(await api.payments(invoice, signal)).toEqual([
      { id: 70, ...record },
      { id: 71, ...record },
    ]);
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /finance/invoices/7/payments']);
  });

  it.each([
    ['2026-03-01T23:59:59Z', day],
    ['2026-03-01', day],
    ['yesterday', null],
    [null, null],
  ])('dated %s are of %s, whatever the time zone', async (paymentDate, date) => {
    const { api } = manageOn(() => ({ body: [{ ...paid, paymentDate }] }));
    expect((await api.payments(invoice, signal))[0]?.date).toBe(date);
  });

  it('cannot be told when one of them has no amount, since it may be ours', async () => {
    const { api } = manageOn(() => ({ body: [paid, { ...paid, amount: null }] }));
    expect(await rejectionOf(api.payments(invoice, signal))).toMatchObject({
      reason: { code: 'wrongShape' },
    });
  });

  it('are read page by page', async () => {
    const { api, seen } = manageOn((request) => ({
      body: Array.from({ length: request.query('page') === '1' ? 1000 : 2 }, (_, id) => ({ ...paid, id })),
    }));
    expect(await api.payments(invoice, signal)).toHaveLength(1002);
    expect(seen).toHaveLength(2);
  });
});

describe('writing a payment', () => {
  it('sends amount and date and nothing else, the amount through no float', async () => {
    const { api, seen } = manageOn(() => ({ status: 201, body: paid }));
    const record = await api.createPayment(invoice, money(9_007_199_254_740_991, 'NOK'), day, signal);
    expect(record.id).toBe(70);
    expect(seen[0]).toMatchObject({ method: 'POST', path: '/finance/invoices/7/payments' });
    expect(seen[0]?.request.body).toBe('{"amount":90071992547409.91,"paymentDate":"2026-03-01T00:00:00Z"}');
    expect(seen[0]?.request.headers).toMatchObject({ 'Content-Type': 'application/json' });
  });

  it('copies the type that the firm uses, once it is known', async () => {
    const { api, seen } = manageOn(({ method }) =>
      method === 'GET'
        ? { body: [{ ...paid, type: 'Card', source: 'WisePay' }, paid] }
        : { status: 201, body: paid },
    );
    await api.payments(invoice, signal);
    await api.createPayment(invoice, money(100, 'NOK'), day, signal);
    expect(seen[1]?.body).toMatchObject({ type: 'Cash' });
  });

  it.each([0, -1])('refuses an amount of %i before Manage can', async (minor) => {
    const { api, seen } = manageOn(() => ({ status: 201, body: paid }));
    await expect(api.createPayment(invoice, money(minor, 'NOK'), day, signal)).rejects.toThrow(RangeError);
    expect(seen).toEqual([]);
  });

  it('changes amount and date by a bare list of operations', async () => {
    const { api, seen } = manageOn(() => ({ body: { ...paid, amount: 12.5 } }));
    const record = await api.updatePayment(invoice, 70, money(1250, 'NOK'), day, signal);
    expect(record.amount).toEqual(money(1250, 'NOK'));
    expect(seen[0]).toMatchObject({ method: 'PATCH', path: '/finance/invoices/7/payments/70' });
    expect(seen[0]?.request.body).toBe(
      '[{"op":"replace","path":"/amount","value":12.50},{"op":"replace","path":"/paymentDate","value":"2026-03-01T00:00:00Z"}]',
    );
  });

  it('removes a record with one request', async () => {
    const { api, seen } = manageOn(() => ({ status: 204 }));
    await api.deletePayment(invoice, 70, signal);
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'DELETE /finance/invoices/7/payments/70',
    ]);
  });

  it.each([
    ['no JSON', { status: 201, text: 'ok' }],
    ['nothing', { status: 201, text: '' }],
    ['another shape', { status: 201, body: { id: 70 } }],
    ['an amount beyond measure', { status: 201, text: '{"id":70,"amount":1e300}' }],
    ['a fault', { status: 500, text: '' }],
    ['a gateway page', { status: 504, text: '<html>' }],
  ])('has to be resolved by reading when it is answered with %s', async (_, answer) => {
    const { api } = manageOn(() => answer);
    const amount = money(100, 'NOK');
    expect(await rejectionOf(api.createPayment(invoice, amount, day, signal))).toMatchObject({
      retryable: true,
    });
    expect(await rejectionOf(api.updatePayment(invoice, 70, amount, day, signal))).toMatchObject({
      retryable: true,
    });
  });
});
