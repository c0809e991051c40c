import { describe, expect, it } from 'vitest';
import { newest } from '@/utils/manage/newest';
import { money } from '@/utils/payments/money';
import { invoiceRow, manageOn, rejectionOf, signal, type SeenRequest } from './support/scripted-http';

const BAD_FIELDS = { status: 400, body: { code: 'InvalidObject', message: 'fields are invalid' } };

/** The numbers a request asks for, as Manage would read them. */
function askedFor(request: SeenRequest): string[] {
  const [, list = ''] = /^invoiceNumber in \((.*)\)$/.exec(request.query('conditions') ?? '') ?? [];
  return [...list.matchAll(/"([^"]*)"/g)].map(([, number = '']) => number.replaceAll('[[]', '['));
}

describe('looking invoices up by number', () => {
  it('takes one request for up to 50 numbers and keeps every address within 2,000 characters', async () => {
    const numbers = Array.from({ length: 120 }, (_, index) => String(10_000 + index));
    const { api, seen } = manageOn((request) => ({
      body: askedFor(request).map((invoiceNumber, id) => invoiceRow({ id, invoiceNumber })),
    }));
    const { invoices } = await api.findInvoices(numbers, signal);
    expect(seen).toHaveLength(3);
    expect(invoices.map(({ number }) => number)).toEqual(numbers);
  });

  it('keeps the address short for numbers that encode to many characters', async () => {
    const numbers = Array.from({ length: 50 }, (_, index) => `${'請求書'.repeat(5)}${index}`);
    const { api, seen } = manageOn(() => ({ body: [] }));
    await api.findInvoices(numbers, signal);
    expect(seen.flatMap(askedFor).sort()).toEqual([...numbers].sort());
    for (const { request } of seen) expect(request.url.length).toBeLessThanOrEqual(2000);
  });

  it.each([
    `O'Brien & Søn`,
    '<img src=x onerror=alert(1)>',
    '50% * + [7]',
    '12345678901234567890',
    'a;b,c)#?/\\',
    'ÅÆØ-請求書-🧾',
  ])('finds %s, sent so that nothing in it is lost', async (number) => {
    const { api } = manageOn((request) => ({
      body: askedFor(request).map((invoiceNumber) => invoiceRow({ invoiceNumber })),
    }));
    const { invoices, unaskable } = await api.findInvoices([number], signal);
    expect(invoices.map((invoice) => invoice.number)).toEqual([number]);
    expect(unaskable).toEqual([]);
  });

  it('names the numbers it cannot ask for, and asks for the others', async () => {
    const { api, seen } = manageOn(() => ({ body: [] }));
    const { unaskable } = await api.findInvoices(['1', 'a"b', '2\n', 'x'.repeat(3000)], signal);
    expect(unaskable).toEqual(['a"b', '2\n', 'x'.repeat(3000)]);
    expect(seen.flatMap(askedFor)).toEqual(['1']);
  });

  it('asks for nothing when there is nothing to ask for', async () => {
    const { api, seen } = manageOn(() => ({ body: [] }));
    expect(await api.findInvoices([], signal)).toEqual({ invoices: [], unreadable: [], unaskable: [] });
    expect(seen).toEqual([]);
  });

  it('has at most three requests under way', async () => {
    let now = 0;
    let most = 0;
    const { api } = manageOn(async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 1));
      now -= 1;
      return { body: [] };
    });
    await api.findInvoices(
      Array.from({ length: 400 }, (_, index) => String(index)),
      signal,
    );
    expect(most).toBe(3);
  });

  it('loses one malformed row and no other', async () => {
    const { api } = manageOn(() => ({
      body: [
        invoiceRow({ id: 1, invoiceNumber: '1' }),
        invoiceRow({ id: 'two', invoiceNumber: '2' }),
        invoiceRow({ id: 3, invoiceNumber: '3', total: null }),
        invoiceRow({ id: 4, invoiceNumber: 4 }),
        invoiceRow({ id: 5, invoiceNumber: '5', total: 1e30 }),
        invoiceRow({ id: 6, invoiceNumber: '6', customFields: ['x'] }),
        'text',
        null,
        invoiceRow({ id: 9, invoiceNumber: '9' }),
      ],
    }));
    const { invoices, unreadable } = await api.invoicesByNumber(['1'], signal);
    expect(invoices.map(({ id }) => id)).toEqual([1, 9]);
    expect(unreadable.map(({ number }) => number)).toEqual([
      '2',
      '3',
      undefined,
      '5',
      '6',
      undefined,
      undefined,
    ]);
    expect(new Set(unreadable.map(({ reason }) => reason.code))).toEqual(new Set(['wrongShape']));
  });

  it.each([
    ['an object instead of a list', { body: {} }, 'wrongShape'],
    ['no JSON', { text: 'oops' }, 'notJson'],
    ['the login page', { text: '<!DOCTYPE html>' }, 'manageKeysRefused'],
    ['401', { status: 401, body: { code: 'Unauthorized' } }, 'manageKeysRefused'],
    ['a fault', { status: 500, text: '' }, 'manageServerError'],
  ])('fails as a whole on %s', async (_, answer, code) => {
    const { api } = manageOn(() => answer);
    expect(await rejectionOf(api.findInvoices(['1'], signal))).toMatchObject({ reason: { code } });
  });
});

describe('an invoice as Manage holds it', () => {
  const read = async (row: Record<string, unknown>, options = {}) => {
    const { api } = manageOn(() => ({ body: [row] }), options);
    const { invoices } = await api.invoicesByNumber(['12345'], signal);
    return invoices[0];
  };

  it('has exact amounts in its own currency', async () => {
    const { api } = manageOn(() => ({
      text: `[{"id":7,"invoiceNumber":"1","currency":{"currencyCode":"nok"},"total":1249.9999999999998,
        "payments":0.1,"credits":1.25E1,"balance":-0.005}]`,
    }));
    const { invoices } = await api.invoicesByNumber(['1'], signal);
    expect(invoices[0]).toMatchObject({
      currency: 'NOK',
      total: money(125_000, 'NOK'),
      payments: money(10, 'NOK'),
      credits: money(1250, 'NOK'),
      balance: money(-1, 'NOK'),
    });
  });

  it('tells what Manage did not say', async () => {
    const row = invoiceRow({
      payments: null,
      balance: null,
      credits: null,
      company: null,
      _info: null,
      type: null,
    });
    expect(await read(row)).toMatchObject({
      payments: null,
      balance: null,
      credits: money(0, 'NOK'),
      companyName: '',
      type: '',
      lastUpdated: '',
      customFields: [],
    });
  });

  it.each([
    ['no currency', null],
    ['a currency without a code', { id: 1 }],
    ['an empty code', { currencyCode: ' ' }],
  ])('with %s is in the home currency where that is set, else in none', async (_, currency) => {
    expect(await read(invoiceRow({ currency }))).toMatchObject({ currency: '', total: money(125_000, '') });
    const set = await read(invoiceRow({ currency }), { homeCurrency: 'JPY' });
    expect(set).toMatchObject({ currency: 'JPY', total: money(1250, 'JPY') });
  });
});

describe('the list of fields', () => {
  it('is asked for, custom fields only where they are wanted', async () => {
    const some = manageOn(() => ({ body: [] }), { customFields: false });
    await some.api.findInvoices(['1'], signal);
    expect(some.seen[0]?.query('fields')).not.toContain('customFields');
    const all = manageOn(() => ({ body: [] }));
    await all.api.findInvoices(['1'], signal);
    expect(all.seen[0]?.query('fields')).toMatch(/_info\/lastUpdated,customFields$/);
  });

  it('is left out from the first time Manage refuses it', async () => {
    const { api, seen } = manageOn((request) =>
      request.query('fields') === null ? { body: [invoiceRow()] } : BAD_FIELDS,
    );
    expect((await api.findInvoices(['12345'], signal)).invoices).toHaveLength(1);
    expect((await api.findInvoices(['12345'], signal)).invoices).toHaveLength(1);
    expect(seen.map((request) => request.query('fields') !== null)).toEqual([true, false, false]);
  });

  it('is not blamed for a request that is refused without it too', async () => {
    const { api, seen } = manageOn(() => ({ status: 400, body: { message: 'conditions are invalid' } }));
    expect(await rejectionOf(api.findInvoices(['1'], signal))).toMatchObject({
      reason: { code: 'manageRefused', params: { detail: 'conditions are invalid.' } },
    });
    await rejectionOf(api.findInvoices(['1'], signal));
    expect(seen.map((request) => request.query('fields') !== null)).toEqual([true, false, true, false]);
  });

  it('is not blamed for anything but a bad request', async () => {
    const { api, seen } = manageOn(() => ({ status: 403, body: {} }));
    await rejectionOf(api.findInvoices(['1'], signal));
    expect(seen).toHaveLength(1);
  });
});

describe('the newest invoice', () => {
  it('is one request for one row', async () => {
    const { api, seen } = manageOn(() => ({ body: [invoiceRow()] }));
    expect(await newest(api, signal)).toMatchObject({ number: '12345' });
    expect(seen.map((request) => [request.query('pageSize'), request.query('orderBy')])).toEqual([
      ['1', 'id desc'],
    ]);
  });

  it('may not be there, and tells when it cannot be read', async () => {
    expect(await newest(manageOn(() => ({ body: [] })).api, signal)).toBeNull();
    const unreadable = newest(manageOn(() => ({ body: [{}] })).api, signal);
    expect(await rejectionOf(unreadable)).toMatchObject({ reason: { code: 'wrongShape' } });
  });
});
