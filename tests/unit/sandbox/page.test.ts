import { readdirSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { GridAnswer, GridQuery } from '@/sandbox/manage/page/grid-query';
import { invoiceSearchPage } from '@/sandbox/manage/page/app';
import { CODEBASE } from '../../../sandbox/manage/keys';
import { createWorld, type World } from '@/sandbox/world';

const SITE = 'https://na.myconnectwise.net';
const PAGE = `${SITE}/v2025_1/ConnectWise.aspx`;
const NOW = Date.parse('2026-11-23T09:00:00Z');

let world: World;
let page: ReturnType<typeof invoiceSearchPage>;
beforeEach(() => {
  world = createWorld(NOW);
  page = invoiceSearchPage(world, CODEBASE);
});

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

async function ask(grid: string, query: Partial<GridQuery> = {}): Promise<Response> {
  const cookie = cookiesOf(await page.request(PAGE));
  const all: GridQuery = { sort: null, page: 1, pageSize: 100, filters: {}, limit: null, dates: 'dmy' };
  return page.request(`${SITE}/v2025_1/services/system_io/grid/${grid}.rails`, {
    method: 'POST',
    headers: { cookie, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...all, ...query }),
  });
}

describe('the page of the web client', () => {
  it.each(['ConnectWise.aspx', 'connectwise.aspx'])('answers at %s', async (name) => {
    const answer = await page.request(`${SITE}/v2025_1/${name}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('id="cwApp"');
  });

  it('signs its visitor in with the documented cookies', async () => {
    const cookies = (await page.request(PAGE)).headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual([
      'companyName',
      'memberId',
      'memberHash',
      'memberContext',
    ]);
    for (const cookie of cookies) expect(cookie).toMatch(/Path=\/; HttpOnly; Secure; SameSite=None$/);
    expect(cookies[0]).toContain('companyName=nordit;');
    expect(cookies[3]).toContain('memberContext=web;');
  });

  it('shows the login page, with status 200, and ends the session when asked to', async () => {
    const answer = await page.request(`${PAGE}?signedOut=1`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Sign in');
    for (const cookie of answer.headers.getSetCookie()) expect(cookie).toContain('Max-Age=0');
  });

  it('signs nobody in while Manage lets nobody in', async () => {
    world.manage.signedOut = true;
    const answer = await page.request(PAGE);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await answer.text()).toContain('Sign in');
  });

  it('calls its classes something else at every load', async () => {
    const classes = async (): Promise<string> =>
      /id="class-names">\s*(\{.*\})/.exec(await (await page.request(PAGE)).text())?.[1] ?? '';
    const first = await classes();
    expect(JSON.parse(first)).toHaveProperty('grid');
    expect(await classes()).not.toBe(first);
  });

  it('asks for nothing from another host', async () => {
    expect(await (await page.request(PAGE)).text()).not.toMatch(/(src|href)="(https?:)?\/\//);
  });
});

describe('the scripts of the web client', () => {
  const folder = new URL('../../../sandbox/manage/page/client/', import.meta.url);

  it.each(readdirSync(folder))('%s reaches the browser as JavaScript', async (name) => {
    const answer = await page.request(`${SITE}/v2025_1/client/${name}`);
    expect(answer.headers.get('Content-Type')).toContain('text/javascript');
    const script = await answer.text();
    expect(script).not.toMatch(/^(interface|import type|export type|export interface) /m);
    const imported = [...script.matchAll(/from '([^']+)'/g)].map(([, path]) => path);
    for (const path of imported) expect(readdirSync(folder).map((file) => `./${file}`)).toContain(path);
  });

  it('are found nowhere else', async () => {
    expect((await page.request(`${SITE}/v2025_1/client/nothing.ts`)).status).toBe(404);
    expect((await page.request(`${SITE}/v2025_1/client/..%2fapp.ts`)).status).toBe(404);
  });
});

describe('the rows of the grids', () => {
  const rows = async (grid: string, query?: Partial<GridQuery>): Promise<GridAnswer> =>
    (await ask(grid, query)).json() as Promise<GridAnswer>;

  it('show what Manage holds at that moment', async () => {
    const invoice = world.manage.invoices.find(({ invoiceNumber }) => invoiceNumber === '12345');
    const shown = async (): Promise<Record<string, string> | undefined> =>
      (await rows('invoice', { pageSize: 1000 })).rows.find(({ recId }) => recId === invoice?.id)?.cells;
    expect(await shown()).toMatchObject({
      number: '12345',
      company: invoice?.company.name,
      amount: 'kr 1,250.00',
      paidAmount: 'kr 0.00',
      datePaid: '',
    });
    invoice?.payments.push({
      id: 1,
      amount: 50,
      paymentDate: '2020-03-01',
      appliedBy: 'a',
      creditInvoiceId: null,
    });
    expect(await shown()).toMatchObject({ paidAmount: 'kr 50.00', datePaid: '01/03/2020' });
  });

  it('leave applied credit memos out of the paid amount', async () => {
    const [invoice] = world.manage.invoices;
    invoice?.payments.splice(0, Infinity, {
      id: 1,
      amount: 50,
      paymentDate: '2020-03-01',
      appliedBy: 'a',
      creditInvoiceId: 7,
    });
    expect((await rows('invoice')).rows[0]?.cells).toMatchObject({ datePaid: '' });
  });

  it('write dates the way the tenant does', async () => {
    const [invoice] = world.manage.invoices;
    const [year, month, day] = invoice?.date.split('-') ?? [];
    expect((await rows('invoice', { dates: 'dmy' })).rows[0]?.cells.date).toBe(`${day}/${month}/${year}`);
    expect((await rows('invoice', { dates: 'mdy' })).rows[0]?.cells.date).toBe(`${month}/${day}/${year}`);
  });

  it('carry ticket numbers on the service board that could be invoice numbers', async () => {
    const invoices = new Set(world.manage.invoices.map(({ invoiceNumber }) => invoiceNumber));
    const tickets = (await rows('srboard')).rows.map(({ cells }) => cells.ticket ?? '');
    expect(tickets.length).toBeGreaterThan(0);
    for (const ticket of tickets) expect(invoices).toContain(ticket);
  });

  it('name each company once', async () => {
    const { rows: companies, total } = await rows('company');
    expect(new Set(companies.map(({ recId }) => recId)).size).toBe(total);
  });

  it('are given to signed-in members only: others get the login page', async () => {
    const answer = await page.request(`${SITE}/v2025_1/services/system_io/grid/invoice.rails`, {
      method: 'POST',
      body: '{}',
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toContain('text/html');
  });

  it('refuse a query that is none, and a grid that is none', async () => {
    expect((await ask('invoice', { page: 0 })).status).toBe(400);
    expect((await ask('nothing')).status).toBe(404);
  });
});
