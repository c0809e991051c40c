import { describe, expect, it } from 'vitest';
import { BUSINESS_CENTRAL } from '../../../sandbox/business-central/keys';
import { openBusinessCentral, read } from './business-central-client';

const desk = openBusinessCentral();
const { invoices, ledger, get, api, host, hosts, token } = desk;
const numbers = (rows: readonly Readonly<Record<string, unknown>>[]) => rows.map((row) => row['number']);

describe('What Business Central refuses', () => {
  it.each<[string, string, string, RegExp]>([
    [
      '`or` between two columns',
      "$filter=status eq 'Open' or number eq '12345'",
      'BadRequest_MethodNotImplemented',
      /'OR' operator is not supported on distinct fields/,
    ],
    [
      '`or` between two columns in brackets',
      "$filter=(number eq '1' and status eq 'Open') or number eq '2'",
      'BadRequest_MethodNotImplemented',
      /distinct fields/,
    ],
    ['`in`', "$filter=number in ('12345','12346')", 'BadRequest_MethodNotImplemented', /'in'/],
    ['`not`', "$filter=not (status eq 'Open')", 'BadRequest_MethodNotImplemented', /'not'/],
    [
      'a filter by what remains',
      '$filter=remainingAmount gt 0',
      'BadRequest_MethodNotImplemented',
      /remainingAmount/,
    ],
    [
      'a filter by currency',
      "$filter=currencyCode eq 'USD'",
      'BadRequest_MethodNotImplemented',
      /currencyCode/,
    ],
    [
      'an order by what remains',
      '$orderby=remainingAmount',
      'BadRequest_MethodNotImplemented',
      /remainingAmount/,
    ],
    ['a column it has not, in a filter', '$filter=paidDate eq 2026-01-01', 'BadRequest', /named 'paidDate'/],
    [
      'a column it has not, among those selected',
      '$select=number,paidDate',
      'BadRequest',
      /named 'paidDate'/,
    ],
    ['a column in another case', '$select=Number', 'BadRequest', /named 'Number'/],
    ['a text compared with a number', '$filter=number eq 12345', 'BadRequest', /incompatible types/],
    [
      'a number compared with a text',
      "$filter=totalAmountIncludingTax eq '5'",
      'BadRequest',
      /incompatible types/,
    ],
    [
      'a moment in quotes',
      "$filter=lastModifiedDateTime gt '2026-01-01T00:00:00Z'",
      'BadRequest',
      /incompatible types/,
    ],
    [
      'a day where a moment is meant',
      '$filter=lastModifiedDateTime gt 2026-01-01',
      'BadRequest',
      /incompatible types/,
    ],
    ['a status there is not', "$filter=status eq 'Settled'", 'Application_FilterErrorException', /Settled/],
    [
      'a name with a space, however it is written',
      "$filter=status eq 'In_x0020_Review'",
      'Application_FilterErrorException',
      /In_x0020_Review/,
    ],
    ['an open quote', "$filter=number eq 'O'Leary'", 'BadRequest', /Syntax error/],
    ['half a filter', '$filter=number eq', 'BadRequest', /Syntax error/],
    ['options it does not know', '$apply=aggregate(number)', 'BadRequest', /\$apply/],
    ['a size that is none', '$top=many', 'BadRequest', /many/],
  ])('%s', async (_, query, code, message) => {
    const { status, error } = await invoices(`?${query}`);
    expect(status).toBe(400);
    expect(error?.code).toBe(code);
    expect(error?.message).toMatch(message);
    expect(error?.message).toMatch(/CorrelationId:  [0-9a-f-]{36}\.$/);
  });

  it('an order that is not the query’s own', async () => {
    expect((await ledger('?$orderby=dcleEntryNo desc')).error?.code).toBe('BadRequest_MethodNotImplemented');
    expect((await ledger('?$orderby=cleEntryNo&$top=1')).status).toBe(200);
  });

  it('an address of more than 4,000 characters', async () => {
    const chunk = (count: number) =>
      Array.from({ length: count }, (_, at) => `number eq '${at}'`).join(' or ');
    expect((await invoices(`?$filter=${chunk(60)}`)).status).toBe(200);
    expect(await invoices(`?$filter=${chunk(300)}`)).toMatchObject({ status: 400, error: { code: 'BadRequest_InvalidRequestUrl' } }); // prettier-ignore
  });

  it('a page of more than 20,000 rows', async () => {
    expect((await invoices('', { prefer: 'odata.maxpagesize=20001' })).status).toBe(413);
    expect((await invoices('', { prefer: 'odata.maxpagesize=20000' })).status).toBe(200);
  });

  it.each<[string, Record<string, string>]>([
    ['no token', {}],
    ['a token nobody gave out', { authorization: 'Bearer nonsense' }],
    ['a user and key', { authorization: 'Basic VE9ORTprZXk=' }],
  ])('%s', async (_, headers) => {
    const answer = await read(await hosts.fetch(`${api}/v2.0/companies`, { headers }));
    expect(answer).toMatchObject({ status: 401, error: { code: 'Authentication_InvalidCredentials' } });
  });

  it.each(['POST', 'PATCH', 'DELETE'])('%s: the books are there to be read', async (method) => {
    const response = await hosts.fetch(`${api}/v2.0/companies`, {
      method,
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(405);
  });

  it.each<[string, string, number, string]>([
    [
      'a company it has not',
      '/v2.0/companies(b5c1f3a4-2d6e-4f7a-9b80-1c3d5e7f9a00)/salesInvoices',
      404,
      'Internal_CompanyNotFound',
    ],
    ['a list without a company', '/v2.0/salesInvoices', 400, 'BadRequest'],
    [
      'a list of another name',
      `/v2.0/companies(${BUSINESS_CENTRAL.company})/salesinvoices`,
      404,
      'BadRequest_ResourceNotFound',
    ],
    [
      'the ledger among the ordinary lists',
      `/v2.0/companies(${BUSINESS_CENTRAL.company})/customerLedgerEntries`,
      404,
      'BadRequest_ResourceNotFound',
    ],
    [
      'an API it has not',
      `/microsoft/analytics/v0.5/companies(${BUSINESS_CENTRAL.company})/customerLedgerEntries`,
      404,
      'BadRequest_NotFound',
    ],
  ])('%s', async (_, path, status, code) => {
    expect(await get(api + path)).toMatchObject({ status, error: { code } });
  });

  it('an environment there is not, in XML', async () => {
    const answer = await get(`${host}/v2.0/${BUSINESS_CENTRAL.tenant}/Prod/api/v2.0/companies`);
    expect(answer.status).toBe(404);
    expect(answer.text).toMatch(/^<error .*\s*<code>NoEnvironment<\/code>/);
  });

  it('in the company’s language, unless English is asked for', async () => {
    const { error } = await invoices('?$filter=remainingAmount gt 0', { 'accept-language': '' });
    expect(error?.message).toMatch(/støttes ikke/);
  });
});

describe('What Business Central answers', () => {
  it('environments of the tenant, and companies of an environment', async () => {
    const environments = await get(`${host}/environments/v1.2`);
    expect(environments.rows.map((row) => [row['name'], row['type'], row['aadTenantId']])).toEqual([
      ['Production', 'Production', BUSINESS_CENTRAL.tenant],
      ['Test', 'Sandbox', BUSINESS_CENTRAL.tenant],
    ]);
    const companies = await get(`${host}/v2.0/production/api/v2.0/companies`);
    expect(companies.rows.map((row) => row['name'])).toEqual(['Nord IT AS', 'CRONUS NO']);
    expect((await get(`${host}/v2.0/${BUSINESS_CENTRAL.tenant}/Test/api/v2.0/companies`)).rows).toEqual([]);
  });

  it('filters by one column joined with `or`, and by several joined with `and`', async () => {
    const { rows } = await invoices("?$filter=(number eq '12345' or number eq '12301') and status eq 'Open'");
    expect(numbers(rows)).toEqual(['12301']);
    expect(
      (await invoices("?$filter=startswith(number,'1234') and contains(customerName,'Fjord')")).rows.length,
    ).toBe(1);
    expect((await invoices("?$filter=customerName eq 'O''Leary %26 Finch Ltd'")).rows.length).toBeGreaterThan(
      1,
    );
    expect((await invoices('?$filter=externalDocumentNumber eq null')).rows.length).toBeGreaterThan(100);
  });

  it('skips lambdas without a word, as if nothing had been asked', async () => {
    const all = await invoices('?$count=true&$select=id');
    const { count } = await invoices(
      "?$count=true&$select=id&$filter=salesInvoiceLines/any(l: l/lineType eq 'Item')",
    );
    expect(count).toBe(all.count);
  });

  it('a row of the columns selected, with its tag', async () => {
    const { rows } = await invoices("?$select=number,currencyCode,remainingAmount&$filter=number eq '12351'");
    expect(rows).toEqual([
      {
        '@odata.etag': expect.stringMatching(/^W\/"Jz/) as string,
        number: '12351',
        currencyCode: 'USD',
        remainingAmount: 77.07,
      },
    ]);
  });

  it('every row once, page by page, by links that keep what was asked', async () => {
    const prefer = { prefer: 'odata.maxpagesize=50' };
    const seen: unknown[] = [];
    let pages = 0;
    let next: string | undefined = '?$select=number&$filter=totalAmountIncludingTax ge 0';
    for (let page = await invoices(next, prefer); ; page = await get(next, prefer)) {
      pages += 1;
      expect(page.headers.get('preference-applied')).toBe('odata.maxpagesize=50');
      expect(page.rows.every((row) => Object.keys(row).length === 2)).toBe(true);
      seen.push(...numbers(page.rows));
      next = page.nextLink;
      if (next === undefined) break;
      expect(next).toMatch(
        /^https:\/\/api\.businesscentral\.dynamics\.com\/.*\?aid=FIN&.*\$select=number.*\$skiptoken=/,
      );
    }
    expect(pages).toBe(Math.ceil(seen.length / 50));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await invoices('?$count=true')).count);
  });

  it('no link to the next page to who asks for no more than a page', async () => {
    const prefer = { prefer: 'odata.maxpagesize=10' };
    const few = await invoices('?$top=10', prefer);
    expect([few.rows.length, few.nextLink]).toEqual([10, undefined]);
    const more = await invoices('?$top=25', prefer);
    expect(more.nextLink).toContain('$top=15');
    const rest = await get(more.nextLink ?? '', prefer);
    expect((await get(rest.nextLink ?? '', prefer)).rows).toHaveLength(5);
  });

  it('the page after one whose last row is gone by now', async () => {
    const prefer = { prefer: 'odata.maxpagesize=5' };
    const busy = openBusinessCentral();
    const first = await busy.invoices("?$filter=status eq 'Open'&$select=id", prefer);
    const { books } = busy.world.businessCentral;
    books.salesInvoices = books.salesInvoices.filter(({ id }) => id !== first.rows.at(-1)?.['id']);
    expect((await busy.get(first.nextLink ?? '', prefer)).rows).toHaveLength(5);
  });

  it('drafts too, names with spaces encoded, and no day as the first there ever was', async () => {
    const { rows } = await invoices('?$select=number,status,promisedPayDate');
    const status = new Set(rows.map((row) => row['status']));
    expect(status).toEqual(new Set(['Open', 'Paid', 'Canceled', 'Draft', 'In_x0020_Review']));
    expect(rows[0]?.['promisedPayDate']).toBe('0001-01-01');
    const entries = await ledger('?$select=dcleEntryType,dcleDocumentType');
    expect(new Set(entries.rows.map((row) => row['dcleDocumentType']))).toEqual(
      new Set(['_x0020_', 'Payment', 'Invoice', 'Credit_x0020_Memo', 'Reminder']),
    );
  });

  it('nothing remaining of an invoice that was cancelled', async () => {
    const { rows } = await invoices("?$filter=number eq '12340'");
    expect(rows).toMatchObject([{ status: 'Canceled', remainingAmount: 0, totalAmountIncludingTax: 4687.5 }]);
  });

  it('local currency by its code, and without an id', async () => {
    const zero = '00000000-0000-0000-0000-000000000000';
    const { rows } = await invoices("?$filter=number eq '12345' or number eq '12351'&$orderby=number");
    expect(rows[0]).toMatchObject({ currencyCode: 'NOK', currencyId: zero });
    expect(rows[1]?.['currencyId']).not.toBe(zero);
  });

  it('ledger rows whose own document is the invoice’s only where the invoice made them', async () => {
    const { rows } = await ledger("?$filter=salesInvHeaderDocumentNo eq '12345'");
    expect(rows).toMatchObject([
      { dcleEntryType: 'Initial_x0020_Entry', dcleAmountLCY: 1250, cleClosedAtDate: '2026-11-19' },
    ]);
    const all = await ledger(`?$filter=cleEntryNo eq ${String(rows[0]?.['cleEntryNo'])}`);
    expect(
      all.rows.map((row) => [
        row['dcleEntryType'],
        row['dcleAmountLCY'],
        row['salesInvHeaderDocumentNo'],
        row['dcleLedgerEntryAmount'],
      ]),
    ).toEqual([
      ['Initial_x0020_Entry', 1250, '12345', true],
      ['Application', -1250, '', false],
    ]);
  });

  it('ledger rows in the order of their entries, not of their own numbers', async () => {
    const nos = (await ledger('?$select=dcleEntryNo')).rows.map((row) => Number(row['dcleEntryNo']));
    expect(nos).not.toEqual([...nos].sort((a, b) => a - b));
    expect(new Set(nos).size).toBe(nos.length);
  });

  it('a count', async () => {
    const address = `${api}/v2.0/companies(${BUSINESS_CENTRAL.company})/salesInvoices`;
    expect((await get(`${address}/$count?$filter=status eq 'Canceled'`)).text).toBe('1');
    expect((await get(`${address}/lines`)).status).toBe(404);
  });

  it('a credit memo with the invoice it was posted against', async () => {
    const { rows } = await get(
      `${api}/v2.0/companies(${BUSINESS_CENTRAL.company})/salesCreditMemos?$filter=invoiceNumber eq '12328'`,
    );
    expect(rows).toMatchObject([{ number: '12329', status: 'Paid', totalAmountIncludingTax: 2500 }]);
  });
});
