import { describe, expect, it, test } from 'vitest';
import { Problem } from '@/utils/payments/problem';
import type { HttpAnswer, HttpRequest } from '@/utils/http/http-client';
import { fakePowerOffice, never } from './support/fake-power-office';
import { invoiceRow } from './support/rows';

const isToken = (url: URL): boolean => url.pathname.endsWith('/Token');

/** What asking for invoices ends with when the API gives this answer. */
async function outcomeOf(answer: Partial<HttpAnswer>): Promise<unknown> {
  const { api } = fakePowerOffice({ instead: (url) => (isToken(url) ? undefined : answer) });
  return api.invoices({ PageSize: '10' }, never).then(
    ({ rows }) => rows,
    (error: unknown) => (error instanceof Problem ? { ...error.reason, retryable: error.retryable } : error),
  );
}

describe('a request to PowerOffice Go', () => {
  it('carries the token and the subscription key', async () => {
    const seen: HttpRequest[] = [];
    const { api } = fakePowerOffice({ instead: (_, request) => void seen.push(request) });
    await api.invoices({ PageSize: '10' }, never);
    expect(seen.at(-1)).toEqual({
      url: 'https://goapi.poweroffice.net/v2/OutgoingInvoices?PageSize=10',
      headers: {
        Authorization: 'Bearer token-1',
        'Ocp-Apim-Subscription-Key': 'sub',
        Accept: 'application/json',
      },
    });
  });

  it('encodes a plus sign, which would arrive as a space, and leaves commas alone', async () => {
    const { api, requests } = fakePowerOffice({});
    await api.invoices({ since: '2026-03-01T10:00:00.1234567+01:00', invoiceNos: '1,5-7' }, never);
    expect(requests.at(-1)?.search).toBe('?since=2026-03-01T10%3A00%3A00.1234567%2B01%3A00&invoiceNos=1,5-7');
  });

  it('refused for its token gets a new one and one more chance', async () => {
    const tokens: unknown[] = [];
    const { api } = fakePowerOffice({
      invoices: [invoiceRow()],
      instead(url, { headers }) {
        if (isToken(url)) return { text: `{"access_token":"token-${tokens.length + 1}","expires_in":1200}` };
        tokens.push(headers?.Authorization);
        return tokens.length === 1 ? { status: 401 } : undefined;
      },
    });
    expect((await api.invoices({}, never)).rows).toHaveLength(1);
    expect(tokens).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('refused twice for its token is refused for good', async () => {
    let calls = 0;
    const { api } = fakePowerOffice({
      instead: (url) => (isToken(url) ? undefined : ((calls += 1), { status: 401 })),
    });
    await expect(api.invoices({}, never)).rejects.toMatchObject({
      reason: { code: 'powerOfficeKeysRefused', params: { environment: 'production', detail: 'HTTP 401' } },
    });
    expect(calls).toBe(2);
  });
});

describe('an answer of PowerOffice Go', () => {
  const what = 'OutgoingInvoices';
  const host = 'goapi.poweroffice.net';
  const row = JSON.stringify(invoiceRow());

  test.each<[string, Partial<HttpAnswer>, unknown]>([
    ['204 is an empty list', { status: 204 }, []],
    ['an empty array is an empty list', { text: '[]' }, []],
    [
      'fields nobody knows are ignored',
      { text: `[${row.replace('{', '{"Invented":{"by":["tomorrow"]},')}]` },
      [expect.objectContaining({ InvoiceNo: '100' })],
    ],
    [
      'a number beyond 2^53 keeps all its digits',
      { text: `[${row.replace('"InvoiceNo":100', '"InvoiceNo":9007199254740993')}]` },
      [expect.objectContaining({ InvoiceNo: '9007199254740993' })],
    ],
    [
      'an object instead of a list is a problem',
      { text: '{"value":[]}' },
      {
        code: 'wrongShape',
        params: { what: `PowerOffice Go ${what}`, where: expect.any(String) as unknown },
        retryable: false,
      },
    ],
    [
      'HTML instead of JSON is a problem',
      { text: '<!doctype html>\n<title>Maintenance</title>' },
      {
        code: 'notJson',
        params: { host, start: '<!doctype html> <title>Maintenance</title>' },
        retryable: false,
      },
    ],
    [
      'JSON that breaks off is a problem',
      { text: `[${row.slice(0, 40)}` },
      {
        code: 'notJson',
        params: { host, start: '[…' },
        retryable: false,
      },
    ],
    [
      '400 is told in the words of the API, whatever their casing',
      { status: 400, text: '{"Title":"Invalid","Detail":"No such filter."}' },
      { code: 'powerOfficeRefused', params: { what, detail: 'No such filter.' }, retryable: false },
    ],
    [
      '404 with a title only is told by it',
      { status: 404, text: '{"title":"Object(s) not found"}' },
      { code: 'powerOfficeRefused', params: { what, detail: 'Object(s) not found' }, retryable: false },
    ],
    [
      'endless words are cut',
      { status: 400, text: JSON.stringify({ detail: 'x'.repeat(5000) }) },
      { code: 'powerOfficeRefused', params: { what, detail: 'x'.repeat(300) }, retryable: false },
    ],
    [
      '400 without JSON is told by its status',
      { status: 400, text: '<h1>Bad Request</h1>' },
      { code: 'powerOfficeRefused', params: { what, detail: 'HTTP 400' }, retryable: false },
    ],
    [
      '400 with a body that is no object is told by its status',
      { status: 400, text: 'null' },
      { code: 'powerOfficeRefused', params: { what, detail: 'HTTP 400' }, retryable: false },
    ],
    [
      '403 names what may not be read',
      { status: 403 },
      {
        code: 'powerOfficeForbidden',
        params: { what, detail: 'HTTP 403', privileges: 'OutgoingInvoice, CustomerLedger' },
        retryable: false,
      },
    ],
    [
      '429 that outlasted all repetitions may be tried later',
      { status: 429, text: '{"statusCode":"429","message":"Rate limit is exceeded."}' },
      { code: 'rateLimited', params: { host }, retryable: true },
    ],
    [
      '500 may be tried later',
      { status: 500 },
      { code: 'httpStatus', params: { host, status: '500' }, retryable: true },
    ],
  ])('%s', async (_, answer, expected) => {
    expect(await outcomeOf(answer)).toEqual(expected);
  });

  test.each<[string, object, string]>([
    ['a total in quotes', { TotalAmount: '1000' }, 'TotalAmount: not a number'],
    ['a missing total', { TotalAmount: undefined }, 'TotalAmount: not a number'],
    ['an object that poses as a number', { TotalAmount: { text: '1' } }, 'TotalAmount: not a number'],
    ['an amount beyond all measure', { Balance: 1e200 }, 'Balance: too large for an amount'],
    ['a number with decimals', { InvoiceNo: 1.5 }, 'InvoiceNo: not a whole number'],
    ['a currency that is none', { CurrencyCode: '<img>' }, 'CurrencyCode: not a currency code'],
  ])('with %s loses that row only and says where', async (_, wrong, where) => {
    const text = JSON.stringify([invoiceRow(), { ...invoiceRow({ InvoiceNo: 101 }), ...wrong }]);
    const { api } = fakePowerOffice({ instead: (url) => (isToken(url) ? undefined : { text }) });
    const { rows, unreadable, count } = await api.invoices({}, never);
    expect(rows.map(({ InvoiceNo }) => InvoiceNo)).toEqual(['100']);
    expect(unreadable.map(({ reason }) => reason)).toEqual([
      { code: 'wrongShape', params: { what: 'PowerOffice Go OutgoingInvoices', where } },
    ]);
    expect(count).toBe(2);
  });
});
