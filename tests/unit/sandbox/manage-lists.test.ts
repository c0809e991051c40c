import { describe, expect, it } from 'vitest';
import { API, clientOf, DATE_PAID, invoice, keyHeaders, PAID_AMOUNT, worldWith } from './manage-support';

const thirty = () =>
  worldWith(Array.from({ length: 30 }, (_, at) => invoice(at + 1, { total: 100 - (at % 3) })));
const ids = (body: unknown): number[] => (body as { id: number }[]).map(({ id }) => id);
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe('a list', () => {
  it('has 25 entries to a page unless told otherwise', async () => {
    const { get } = clientOf(thirty());
    const first = await get('/finance/invoices');
    expect(ids(first.body)).toEqual(range(1, 25));
    expect(first.headers.get('link')).toBe(
      `<${API}/finance/invoices?page=2>; rel="next", <${API}/finance/invoices?page=2>; rel="last"`,
    );
    const second = await get('/finance/invoices?page=2');
    expect(ids(second.body)).toEqual(range(26, 30));
    expect(second.headers.get('link')).not.toContain('rel="next"');
    expect(second.headers.get('link')).toContain('rel="prev"');
  });

  it('on one page has no links', async () => {
    const { get } = clientOf(thirty());
    const { body, headers } = await get('/finance/invoices?pageSize=1000');
    expect([ids(body).length, headers.get('link')]).toEqual([30, null]);
  });

  it('beyond its last page is empty', async () => {
    const { get } = clientOf(thirty());
    expect(await get('/finance/invoices?page=9')).toMatchObject({ status: 200, body: [] });
  });

  it('is read forward by id', async () => {
    const { hosts } = clientOf(thirty());
    const read: number[] = [];
    let url: string | undefined = `${API}/finance/invoices?pageSize=12&fields=id`;
    while (url !== undefined) {
      const response: Response = await hosts.fetch(url, {
        headers: { ...keyHeaders, 'pagination-type': 'forward-only' },
      });
      read.push(...ids(await response.json()));
      url = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
    }
    expect(read).toEqual(range(1, 30));
    expect(hosts.requests).toHaveLength(3);
  });

  it('forward-only ignores page and forbids orderBy', async () => {
    const { hosts } = clientOf(thirty());
    const ask = (query: string) =>
      hosts.fetch(`${API}/finance/invoices?${query}`, {
        headers: { ...keyHeaders, 'pagination-type': 'forward-only' },
      });
    expect(ids(await (await ask('pageId=20&page=7')).json())).toEqual(range(21, 30));
    expect((await ask('orderBy=id')).status).toBe(400);
  });

  it('is sorted as asked', async () => {
    const { get } = clientOf(thirty());
    const { body } = await get('/finance/invoices?orderBy=total%20desc,id%20desc&pageSize=2&fields=id');
    expect(ids(body)).toEqual([28, 25]);
  });

  it.each([
    'pageSize=1001',
    'pageSize=0',
    'pageSize=ten',
    'page=0',
    'page=-1',
    'pageId=5',
    'orderBy=nothing',
    'orderBy=id%20upwards',
    'orderBy=company',
    'fields=',
    'fields=id,',
    'fields=ID',
    'fields=id,%20total',
    'fields=company/nothing',
    'fields=paidAmount',
    'columns=Paid_Amount',
    'search=x',
    'page=1&page=2',
    'childConditions=id=1',
    'customFieldConditions=caption="x"',
  ])('refuses %s', async (query) => {
    const { get } = clientOf(thirty());
    expect((await get(`/finance/invoices?${query}`)).status).toBe(400);
  });

  it('is cut down to the fields asked for, in their nesting', async () => {
    const { get } = clientOf(worldWith([invoice(1)]));
    const fields = 'id,company/name,company/id,currency/currencyCode,_info/lastUpdated';
    expect((await get(`/finance/invoices?fields=${fields}`)).body).toEqual([
      {
        id: 1,
        company: { id: 10_018, name: 'Fjord Bygg AS' },
        currency: { currencyCode: 'NOK' },
        _info: { lastUpdated: '2024-04-01T09:00:00Z' },
      },
    ]);
  });
});

describe('an endpoint', () => {
  it.each([
    ['POST', '/finance/invoices/search'],
    ['GET', '/finance/invoices/search'],
    ['GET', '/finance/nothing'],
    ['GET', '/finance/invoices/1/notes'],
    ['GET', '/finance/invoices/abc'],
    ['GET', '/'],
  ])('%s %s does not exist', async (method, path) => {
    const { send } = clientOf(worldWith([invoice(1)]));
    expect(await send(method, path)).toMatchObject({
      status: 404,
      body: { code: 'ConnectWiseApi', message: 'The endpoint does not exist.' },
    });
  });

  it.each([
    ['DELETE', '/finance/invoices/1'],
    ['POST', '/finance/invoices/1'],
    ['PUT', '/finance/invoices/1/payments'],
    ['POST', '/system/reports/Invoices'],
    ['POST', '/system/info'],
  ])('does not take %s %s', async (method, path) => {
    const { send } = clientOf(worldWith([invoice(1)]));
    expect((await send(method, path)).status).toBe(405);
  });

  it.each([
    ['no content type', {}, '{}', 415],
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 'amount=5', 415],
    ['no JSON', { 'Content-Type': 'application/json' }, '{"amount":', 400],
    ['an array for an object', { 'Content-Type': 'application/json; charset=utf-8' }, '[]', 400],
  ])('refuses a body with %s', async (_, headers, body, status) => {
    const { hosts } = clientOf(worldWith([invoice(1)]));
    const response = await hosts.fetch(`${API}/finance/invoices/1/payments`, {
      method: 'POST',
      headers: { ...keyHeaders, ...headers },
      body: new TextEncoder().encode(body),
    });
    expect(response.status).toBe(status);
  });

  it('takes path and query of 2,000 characters, and not one more', async () => {
    const { get } = clientOf(worldWith([]));
    const path = '/finance/invoices?conditions=invoiceNumber%20=%20%22';
    const used = new URL(`${API}${path}%22`);
    const filling = 'x'.repeat(2000 - used.pathname.length - used.search.length);
    expect((await get(`${path}${filling}%22`)).status).toBe(200);
    expect((await get(`${path}${filling}x%22`)).status).toBe(414);
  });
});

describe('what a client finds out first', () => {
  const world = () => worldWith([], { customFields: [PAID_AMOUNT, DATE_PAID] });

  it('is the version of Manage', async () => {
    const { get } = clientOf(world());
    expect((await get('/system/info')).body).toMatchObject({ isCloud: true, cloudRegion: 'NA' });
  });

  it('is the flags of the accounting package', async () => {
    const held = world();
    held.manage.accountingPackage.syncPaymentInfoFlag = true;
    expect((await clientOf(held).get('/finance/accountingPackageSetup')).body).toMatchObject([
      { syncPaymentInfoFlag: true, syncWisePayPaymentInfoFlag: false },
    ]);
  });

  it('is the custom fields, those of other screens among them', async () => {
    const { body } = await clientOf(world()).get(
      '/system/userDefinedFields?fields=id,caption,podDescription,fieldTypeIdentifier',
    );
    expect(body).toEqual([
      { id: 61, caption: 'Paid Amount', podDescription: 'Invoice Overview', fieldTypeIdentifier: 'Currency' },
      { id: 62, caption: 'Date Paid', podDescription: 'Invoice Overview', fieldTypeIdentifier: 'Date' },
      { id: 9001, caption: 'Date Paid', podDescription: 'Company Overview', fieldTypeIdentifier: 'Text' },
    ]);
  });

  it('is what the role allows', async () => {
    const held = world();
    const ask = async () =>
      (await clientOf(held).get('/system/mySecurity?conditions=moduleFunctionName="Invoicing"')).body;
    expect(await ask()).toMatchObject([{ addLevel: 'All', editLevel: 'All', inquireLevel: 'All' }]);
    held.manage.roleMayWritePayments = false;
    expect(await ask()).toMatchObject([{ addLevel: 'None', editLevel: 'None', inquireLevel: 'All' }]);
  });
});
