import { beforeEach, describe, expect, it } from 'vitest';
import { payNow, unmatch } from '../../../sandbox/books/happenings';
import { DYNAMICS_NAV } from '../../../sandbox/dynamics-nav/keys';
import { openHosts } from '../../../sandbox/hosts';
import { createWorld, type LivingWorld } from '../../../sandbox/world';
import { read, type Answer } from './business-central-client';

const NOW = Date.parse('2026-11-23T09:30:00Z');
const { baseUrl, user, webServiceKey, password } = DYNAMICS_NAV;
const COMPANY = `${baseUrl}/Company('Nord%20IT%20AS')`;
const ENTRIES = `${COMPANY}/CustomerLedgerEntries`;
const DETAILS = `${COMPANY}/DetailedCustLedgEntries`;
const INVOICES = `${COMPANY}/PostedSalesInvoices`;
const basic = (secret: string) => `Basic ${btoa(`${user}:${secret}`)}`;

let world: LivingWorld;
let get: (address: string, headers?: Record<string, string>) => Promise<Answer>;
beforeEach(() => {
  world = createWorld(NOW, { now: () => NOW });
  const hosts = openHosts(world);
  get = async (address, headers = {}) =>
    read(
      await hosts.fetch(address, {
        headers: { authorization: basic(webServiceKey), 'accept-language': 'en-US', ...headers },
      }),
    );
});

describe('A NAV server', () => {
  it('lets in a user with web service key or password, and nobody else', async () => {
    expect((await get(ENTRIES)).status).toBe(200);
    expect((await get(ENTRIES, { authorization: basic(password) })).status).toBe(200);
    const refused = await get(ENTRIES, { authorization: basic('another') });
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Basic realm=""']);
    expect((await get(ENTRIES, { authorization: '' })).status).toBe(401);
  });

  it('of the Windows kind does not look at keys at all', async () => {
    world.dynamicsNav.knobs.credentialType = 'Windows';
    const refused = await get(ENTRIES);
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Negotiate, NTLM']);
  });

  it('without ODataV4 has nothing anywhere, whoever asks', async () => {
    world.dynamicsNav.knobs.odataV4 = false;
    for (const address of [ENTRIES, `${baseUrl}/$metadata`, baseUrl])
      expect(await get(address, { authorization: '' })).toMatchObject({ status: 404, error: undefined });
  });

  it('has nothing beside its own instance', async () => {
    expect((await get(baseUrl.replace('110', '100'))).status).toBe(404);
  });

  it.each([
    [
      'a company in another case',
      `${baseUrl}/Company('nord it as')/CustomerLedgerEntries`,
      404,
      'Internal_CompanyNotFound',
    ],
    ['a service in another case', `${COMPANY}/customerledgerentries`, 404, 'BadRequest_ResourceNotFound'],
    ['a service without a company', `${baseUrl}/CustomerLedgerEntries`, 404, 'BadRequest_ResourceNotFound'],
    [
      '`or` between two columns',
      `${DETAILS}?$filter=Entry_No eq 1 or Document_No eq '1'`,
      400,
      'BadRequest_MethodNotImplemented',
    ],
    ['the closing date of later versions', `${ENTRIES}?$select=Closed_at_Date`, 400, 'BadRequest'],
    ['a time stamp', `${DETAILS}?$filter=SystemModifiedAt gt 2026-01-01T00:00:00Z`, 400, 'BadRequest'],
    [
      'a type there is not',
      `${ENTRIES}?$filter=Document_Type eq 'Faktura'`,
      400,
      'Application_FilterErrorException',
    ],
  ])('does not know %s', async (_, address, status, code) => {
    expect(await get(address)).toMatchObject({ status, error: { code } });
  });

  it('follows its administrator: pages renamed, taken away, forbidden, or of another number', async () => {
    const { services, knobs } = world.dynamicsNav;
    services.set('Kundeposter', 25);
    expect((await get(`${COMPANY}/Kundeposter`)).rows.length).toBeGreaterThan(100);
    services.delete('CustomerLedgerEntries');
    expect((await get(ENTRIES)).status).toBe(404);
    services.set('PostedSalesInvoices', 132);
    expect(await get(`${INVOICES}?$select=Remaining_Amount`)).toMatchObject({ status: 400 });
    expect((await get(`${INVOICES}?$select=No`)).rows.length).toBeGreaterThan(100);
    knobs.forbidden.add(573);
    expect((await get(DETAILS)).status).toBe(403);
  });

  it('describes the published pages with their columns', async () => {
    world.dynamicsNav.services.set('Kundeposter', 25);
    const { text } = await get(`${baseUrl}/$metadata`);
    expect(text).toContain('<EntityType Name="Kundeposter"><Key><PropertyRef Name="Entry_No" /></Key>');
    expect(text).toContain('<Property Name="Remaining_Amount" Type="Edm.Decimal" Nullable="true" />');
    expect(text).not.toContain('Closed_at_Date');
  });

  it('sends pages of its own size, whatever is wished', async () => {
    world.dynamicsNav.knobs.maxPageSize = 100;
    const wish = { prefer: 'odata.maxpagesize=7' };
    const seen: unknown[] = [];
    for (let next: string | undefined = `${DETAILS}?$select=Entry_No`; next !== undefined;) {
      const page: Answer = await get(next, wish);
      expect(page.headers.get('preference-applied')).toBeNull();
      seen.push(...page.rows.map((row) => row['Entry_No']));
      next = page.nextLink;
      if (next !== undefined) {
        expect(page.rows).toHaveLength(100);
        expect(next).toBe(`${DETAILS}?$select=Entry_No&$skiptoken=${String(seen.at(-1))}`);
      }
    }
    expect(seen).toEqual([...seen].sort((a, b) => Number(a) - Number(b)));
    expect(seen).toHaveLength(world.dynamicsNav.pages[573].length);
  });

  it('pages backwards too, and by texts', async () => {
    world.dynamicsNav.knobs.maxPageSize = 100;
    const newest = await get(`${DETAILS}?$orderby=Entry_No desc&$select=Entry_No`);
    const next = await get(newest.nextLink ?? '');
    expect(Number(next.rows[0]?.['Entry_No'])).toBe(Number(newest.rows.at(-1)?.['Entry_No']) - 1);
    expect((await get(`${INVOICES}?$select=No`)).nextLink).toMatch(/\$skiptoken='\d{5}'$/);
  });

  it('sends no answer larger than its limit: fewer columns, fewer bytes', async () => {
    world.dynamicsNav.knobs.maxMessageSize = 100 * 1024;
    expect((await get(ENTRIES)).status).toBe(413);
    expect((await get(`${ENTRIES}?$select=Entry_No,Open`)).status).toBe(200);
  });

  it('counts the requests that make it add up amounts for every row', async () => {
    await get(`${ENTRIES}?$filter=Open eq true&$select=Remaining_Amount`);
    expect(world.dynamicsNav.traffic.slow).toBe(0);
    expect((await get(`${ENTRIES}?$filter=Remaining_Amount gt 0`)).status).toBe(200);
    expect(world.dynamicsNav.traffic.slow).toBe(1);
  });

  it('names options in its own language, unless English is asked for', async () => {
    const types = async (headers: Record<string, string>) =>
      (await get(`${DETAILS}?$select=Entry_Type,Document_Type`, headers)).rows.flatMap((row) =>
        Object.values(row),
      );
    expect(await types({})).toEqual(
      expect.arrayContaining(['Initial Entry', 'Application', 'Credit Memo', ' ']),
    );
    const norwegian = await types({ 'accept-language': '' });
    expect(norwegian).toEqual(expect.arrayContaining(['Opprinnelig post', 'Utligning', 'Kreditnota']));
    expect(norwegian).not.toContain('Application');
  });

  it('leaves local currency and days that are not there blank in its own way', async () => {
    const { rows } = await get(`${ENTRIES}?$filter=Document_No eq '12345' or Document_No eq '12351'`);
    expect(rows.map((row) => [row['Document_No'], row['Currency_Code'], row['Pmt_Discount_Date']])).toEqual([
      ['12345', '', '0001-01-01'],
      ['12351', 'USD', '0001-01-01'],
    ]);
  });

  it('has an amount that is not the original one where a tolerance was given', async () => {
    const { rows } = await get(`${ENTRIES}?$filter=Document_Type eq 'Payment' and Original_Amount eq -10937`);
    expect(rows).toMatchObject([{ Amount: -10_937.5, Remaining_Amount: 0, Open: false }]);
  });

  it('shows a reused number as three entries, and a cancelled invoice as cancelled', async () => {
    const { rows } = await get(
      `${ENTRIES}?$filter=Document_No eq '12341'&$select=Original_Amount,Reversed,Reversed_by_Entry_No,Reversed_Entry_No`,
    );
    expect(rows.map((row) => [row['Original_Amount'], row['Reversed']])).toEqual([
      [8000, true],
      [-8000, true],
      [7200, false],
    ]);
    expect(Number(rows[0]?.['Reversed_by_Entry_No'])).toBeGreaterThan(0);
    expect((await get(`${INVOICES}?$filter=No eq '12340'`)).rows).toMatchObject([
      { Cancelled: true, Closed: true },
    ]);
  });

  it('goes on as the day goes on, by new rows and never by changed numbers', async () => {
    const before = await get(`${DETAILS}?$select=Entry_No`);
    const last = Math.max(...before.rows.map((row) => Number(row['Entry_No'])));
    payNow(world, 12301, 750, '2026-11-20');
    unmatch(world, 12345);
    const { rows } = await get(
      `${DETAILS}?$filter=Entry_No gt ${last}&$select=Entry_Type,Amount,Unapplied,Posting_Date`,
    );
    expect(
      rows.map((row) => [row['Entry_Type'], row['Amount'], row['Unapplied'], row['Posting_Date']]),
    ).toEqual([
      ['Initial Entry', -750, false, '2026-11-20'],
      ['Application', -750, false, '2026-11-20'],
      ['Application', 750, false, '2026-11-20'],
      ['Application', 1250, true, '2026-11-19'],
      ['Application', -1250, true, '2026-11-19'],
    ]);
  });

  it('goes by the name the firm gave it', async () => {
    const hosts = openHosts(world, { navHost: 'books.example' });
    const response = await hosts.fetch(ENTRIES.replace(DYNAMICS_NAV.host, 'books.example'));
    expect(response.status).toBe(401);
    expect(hosts.hosts).not.toContain(DYNAMICS_NAV.host);
  });
});
