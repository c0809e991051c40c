import { describe, expect, it } from 'vitest';
import { newest } from '@/utils/manage/newest';
import { money } from '@/utils/payments/money';
import { manageOn, rejectionOf, signal, type SeenRequest } from './support/scripted-http';

/** A purchase order as the API sends it. */
const orderRow = (over: Record<string, unknown> = {}) => ({
  id: 81,
  poNumber: 'PO3001',
  vendorInvoiceNumber: 'ND-48210',
  vendorCompany: { identifier: 'NORDVIK', name: 'Nordvik Distribusjon AS' },
  currency: { currencyCode: 'NOK' },
  total: 18_400,
  customFields: [],
  _info: { lastUpdated: '2026-03-01T10:00:00Z' },
  ...over,
});

/** The values that a request asks for of a property, as Manage would read them. */
function askedFor(property: string, request: SeenRequest): string[] {
  const list = new RegExp(`^${property} in \\((.*)\\)$`).exec(request.query('conditions') ?? '')?.[1] ?? '';
  return [...list.matchAll(/"([^"]*)"/g)].map(([, value = '']) => value.replaceAll('[[]', '['));
}

describe('orders are looked up by their bills', () => {
  it('with one request for up to 50 bills, in addresses within 2,000 characters', async () => {
    const bills = Array.from({ length: 120 }, (_, at) => `RM/2026/${10_000 + at}`);
    const { api, seen } = manageOn((request) => ({
      body: askedFor('vendorInvoiceNumber', request).map((vendorInvoiceNumber, id) =>
        orderRow({ id, vendorInvoiceNumber }),
      ),
    }));
    const { orders } = await api.purchaseOrders.ordersOfBills(bills, signal);
    expect(orders.map(({ vendorInvoiceNumber }) => vendorInvoiceNumber)).toEqual(bills);
    expect(seen).toHaveLength(3);
    for (const { request } of seen) expect(request.url.length).toBeLessThanOrEqual(2000);
  });

  it('without their custom fields, which are not needed there', async () => {
    const { api, seen } = manageOn(() => ({ body: [] }));
    await api.purchaseOrders.ordersOfBills(['A'], signal);
    expect(seen[0]?.query('fields')).not.toContain('customFields');
  });

  it('and those that list several by what stands between them, page by page', async () => {
    const { api, seen } = manageOn(() => ({ body: [orderRow({ vendorInvoiceNumber: 'A; B' })] }));
    const { orders } = await api.purchaseOrders.ordersOfSeveralBills(signal);
    expect(orders).toHaveLength(1);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.query('conditions')).toBe(
      'vendorInvoiceNumber like "*,*" or vendorInvoiceNumber like "*;*" or vendorInvoiceNumber like "* + *"' +
        ' or vendorInvoiceNumber like "* & *" or vendorInvoiceNumber like "* / *"',
    );
    expect(seen[0]?.request.headers).toMatchObject({ 'pagination-type': 'forward-only' });
  });
});

describe('orders are looked up by their numbers', () => {
  it('with their custom fields, and name the numbers that cannot be asked for', async () => {
    const { api, seen } = manageOn((request) => ({
      body: askedFor('poNumber', request).map((poNumber) => orderRow({ poNumber })),
    }));
    const { orders, unaskable } = await api.purchaseOrders.ordersNumbered(['PO1', 'a"b'], signal);
    expect(orders.map(({ number }) => number)).toEqual(['PO1']);
    expect(unaskable).toEqual(['a"b']);
    expect(seen[0]?.query('fields')).toContain('customFields');
  });

  it('whole where Manage does not take a list of fields', async () => {
    const { api, seen } = manageOn((request) =>
      request.query('fields') === null
        ? { body: [orderRow()] }
        : { status: 400, body: { code: 'InvalidObject', message: 'fields are invalid' } },
    );
    expect((await api.purchaseOrders.ordersNumbered(['PO3001'], signal)).orders).toHaveLength(1);
    await api.purchaseOrders.ordersNumbered(['PO3001'], signal);
    expect(seen).toHaveLength(3);
  });
});

describe('an order', () => {
  const read = async (row: Record<string, unknown>) => {
    const { api } = manageOn(() => ({ body: [row] }));
    return api.purchaseOrders.ordersNumbered(['PO3001'], signal);
  };

  it('has its vendor, its bill and its currency, and no payments that Manage would know of', async () => {
    expect((await read(orderRow())).orders).toEqual([
      {
        id: 81,
        number: 'PO3001',
        type: 'PurchaseOrder',
        companyName: 'Nordvik Distribusjon AS',
        vendorIdentifier: 'NORDVIK',
        vendorInvoiceNumber: 'ND-48210',
        currency: 'NOK',
        total: money(1_840_000, 'NOK'),
        payments: null,
        credits: money(0, 'NOK'),
        balance: null,
        lastUpdated: '2026-03-01T10:00:00Z',
        customFields: [],
      },
    ]);
  });

  it('may lack everything but its id and number', async () => {
    const { orders } = await read({ id: 81, poNumber: 'PO3001', vendorCompany: null, total: null });
    expect(orders).toMatchObject([{ vendorInvoiceNumber: '', vendorIdentifier: '', currency: '' }]);
  });

  it.each([
    ['no id', { id: null }, 'PO3001'],
    ['no number', { poNumber: null }, undefined],
    ['a total too large to be exact', { total: 1e22 }, 'PO3001'],
  ])('that has %s holds up no other', async (_, over, number) => {
    const { orders, unreadable } = await read(orderRow(over));
    expect(orders).toEqual([]);
    expect(unreadable).toMatchObject([{ reason: { code: 'wrongShape' } }]);
    expect(unreadable[0]?.number).toBe(number);
  });
});

it('writes go to the order, as nothing but the whole array of custom fields', async () => {
  const items = [{ id: 42, value: '1.00' }];
  const { api, seen } = manageOn(() => ({ body: { id: 81, customFields: items } }));
  await api.purchaseOrders.replaceCustomFields(81, items, signal);
  expect(seen).toHaveLength(1);
  expect(seen[0]?.request.method).toBe('PATCH');
  expect(new URL(seen[0]?.request.url ?? '').pathname).toMatch(/\/procurement\/purchaseorders\/81$/);
  expect(JSON.parse(String(seen[0]?.request.body))).toEqual([
    { op: 'replace', path: '/customFields', value: items },
  ]);
});

it('a write whose answer cannot be read may have been carried out', async () => {
  const { api } = manageOn(() => ({ text: 'no json' }));
  const problem = await rejectionOf(api.purchaseOrders.replaceCustomFields(81, [], signal));
  expect(problem).toMatchObject({ retryable: true });
});

it('the newest order is asked for to try what may be read, and there may be none', async () => {
  const { api, seen } = manageOn(() => ({ body: [] }));
  expect(await newest(api.purchaseOrders, signal)).toBeNull();
  expect(seen[0]?.query('orderBy')).toBe('id desc');
});
