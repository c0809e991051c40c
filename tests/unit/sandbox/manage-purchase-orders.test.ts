import { describe, expect, it } from 'vitest';
import type { ManageState, PurchaseOrderRow } from '../../../sandbox/manage/state';
import { API, clientOf, DATE_PAID, keyHeaders, PAID_AMOUNT, worldWith } from './manage-support';

const LIST = '/procurement/purchaseorders';
const ORDER = `${LIST}/1`;

/** An order of 1250 NOK from a vendor who has sent one bill. */
function order(id: number, part: Partial<PurchaseOrderRow> = {}): PurchaseOrderRow {
  return {
    id,
    poNumber: `PO-${100 + id}`,
    vendorCompany: { id: 310, identifier: 'NORDKABEL', name: 'Nordkabel AS' },
    vendorInvoiceNumber: `F${id}`,
    currencyCode: 'NOK',
    date: '2024-04-01',
    total: 1250,
    closed: false,
    customFieldValues: new Map(),
    lastUpdated: '2024-04-01T09:00:00Z',
    updatedBy: 'Buyer',
    ...part,
  };
}

function open(part: Partial<PurchaseOrderRow> = {}, manage: Partial<ManageState> = {}) {
  const world = worldWith([], {
    purchaseOrders: [order(1, { customFieldValues: new Map([[61, 100]]), ...part }), order(2), order(3)],
    purchaseOrderFields: [PAID_AMOUNT, DATE_PAID],
    ...manage,
  });
  const client = clientOf(world);
  return {
    world,
    ...client,
    values: () => Object.fromEntries(world.manage.purchaseOrders[0]?.customFieldValues ?? []),
    found: async (conditions: string): Promise<number[]> => {
      const { status, body } = await client.get(`${LIST}?${new URLSearchParams({ conditions })}`);
      if (status !== 200) throw new Error(JSON.stringify(body));
      return (body as { id: number }[]).map(({ id }) => id);
    },
  };
}

const replace = (value: unknown) => [{ op: 'replace', path: 'customFields', value }];

describe('a purchase order', () => {
  it('has the documented properties, none of them about payments', async () => {
    const { get } = open();
    const { body } = await get(ORDER);
    expect(body).toMatchObject({
      id: 1,
      poNumber: 'PO-101',
      closedFlag: false,
      vendorCompany: { identifier: 'NORDKABEL', name: 'Nordkabel AS' },
      vendorInvoiceNumber: 'F1',
      poDate: '2024-04-01T00:00:00Z',
      subTotal: 1000,
      salesTax: 250,
      total: 1250,
      currency: { currencyCode: 'NOK' },
      _info: { lastUpdated: '2024-04-01T09:00:00Z', updatedBy: 'Buyer' },
    });
    expect(Object.keys(body as object)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(payments|balance|credits)$/)]),
    );
  });

  it('is found by the bill that somebody typed in, whatever its case, and by its own number', async () => {
    const { found } = open();
    expect(await found('vendorInvoiceNumber in ("f1","F3")')).toEqual([1, 3]);
    expect(await found('poNumber in ("PO-102")')).toEqual([2]);
    expect(await found('vendorCompany/identifier = "NORDKABEL" and id > 2')).toEqual([3]);
  });

  it('that lists several bills is found by what stands between them', async () => {
    const { found } = open({ vendorInvoiceNumber: 'F1, F9' });
    expect(await found('vendorInvoiceNumber like "*,*" or vendorInvoiceNumber like "* / *"')).toEqual([1]);
  });

  it('is refused by a property that orders do not have', async () => {
    const { get } = open();
    const conditions = new URLSearchParams({ conditions: 'invoiceNumber = "1"' });
    expect((await get(`${LIST}?${conditions}`)).status).toBe(400);
    expect((await get(`${LIST}?fields=payments`)).status).toBe(400);
  });

  it('comes in pages by id', async () => {
    const { hosts } = open();
    const headers = { ...keyHeaders, 'pagination-type': 'forward-only' };
    const answer = await hosts.fetch(`${API}${LIST}?pageSize=2&fields=id`, { headers });
    expect(await answer.json()).toEqual([{ id: 1 }, { id: 2 }]);
    expect(answer.headers.get('link')).toContain('pageId=2');
  });

  it('is neither made nor removed here', async () => {
    const { send } = open();
    expect((await send('POST', LIST, {})).status).toBe(405);
    expect((await send('DELETE', ORDER)).status).toBe(405);
  });
});

describe('the custom fields of a purchase order', () => {
  it('are its own, on a part of the screen of its own', async () => {
    const { get } = open();
    expect((await get(`${ORDER}?fields=customFields`)).body).toMatchObject({
      customFields: [
        { id: 61, value: 100, podId: '52' },
        { id: 62, value: null, podId: '52' },
      ],
    });
  });

  it('are listed among the definitions of the firm', async () => {
    const { get } = open({}, { customFields: [{ id: 31, caption: 'Paid Amount', type: 'Currency' }] });
    const { body } = await get('/system/userDefinedFields?fields=id,podId,screenDescription');
    expect(body).toEqual([
      { id: 31, podId: 37, screenDescription: 'Invoice' },
      { id: 61, podId: 52, screenDescription: 'Purchase Order' },
      { id: 62, podId: 52, screenDescription: 'Purchase Order' },
      { id: 9001, podId: 5, screenDescription: 'Company' },
    ]);
  });

  it('take back the array as it was read, with one entry changed', async () => {
    const { send, get, values } = open();
    const { customFields } = (await get(`${ORDER}?fields=customFields`)).body as {
      customFields: { id: number }[];
    };
    const changed = customFields.map((field) =>
      field.id === 62 ? { ...field, value: '2024-05-01T00:00:00Z' } : field,
    );
    expect((await send('PATCH', ORDER, replace(changed))).status).toBe(200);
    expect(values()).toEqual({ 61: 100, 62: '2024-05-01' });
  });

  it('must be named by every PATCH', async () => {
    const { send } = open();
    const answer = await send('PATCH', ORDER, [{ op: 'replace', path: 'internalNotes', value: 'x' }]);
    expect(answer).toMatchObject({
      status: 400,
      body: {
        message: 'purchaseOrder object is invalid',
        errors: [{ code: 'MissingRequiredField', resource: 'purchaseOrder' }],
      },
    });
  });

  it('are emptied by a PUT that leaves them out, along with all the rest', async () => {
    const { send, get, values } = open();
    const required = {
      poDate: '2024-04-01T00:00:00Z',
      poNumber: 'PO-101',
      status: { id: 1 },
      terms: { id: 1 },
      vendorCompany: { id: 310 },
    };
    expect((await send('PUT', ORDER, required)).status).toBe(200);
    expect(values()).toEqual({ 61: null, 62: null });
    expect((await get(`${ORDER}?fields=vendorInvoiceNumber`)).body).toEqual({ vendorInvoiceNumber: null });
  });

  it('of a closed order can be changed, unless this Manage locks it', async () => {
    const { send, world, values } = open({ closed: true });
    expect((await send('PATCH', ORDER, replace([{ id: 61, value: 5 }]))).status).toBe(200);
    world.manage.closedOrdersLocked = true;
    expect((await send('PATCH', ORDER, replace([{ id: 61, value: 6 }]))).status).toBe(400);
    expect(values()).toEqual({ 61: 5 });
  });
});

it('a role without purchase orders neither reads nor changes them, and says so', async () => {
  const { world, get, send } = open();
  world.manage.roleMayEditOrders = false;
  expect((await send('PATCH', `${LIST}/99`, replace([]))).status).toBe(403);
  world.manage.roleMayReadOrders = false;
  for (const path of [LIST, ORDER, `${LIST}/count`]) expect((await get(path)).status).toBe(403);
  const { body } = await get('/system/mySecurity?conditions=moduleFunctionName="Purchase Orders"');
  expect(body).toMatchObject([
    { moduleName: 'Procurement', inquireLevel: 'None', editLevel: 'None', addLevel: 'None' },
  ]);
});
