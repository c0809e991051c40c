import { describe, expect, it } from 'vitest';
import { z } from 'zod/mini';
import { createODataClient, type ListPage } from '@/utils/accounting/odata/client';
import type { HttpAnswer } from '@/utils/http/http-client';
import { Problem } from '@/utils/payments/problem';

const ADDRESS = 'https://bc.example/api/v2.0/salesInvoices?$select=number';
const row = z.object({ number: z.string() });
const { signal } = new AbortController();

function answer(body: unknown, status = 200): HttpAnswer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers: new Headers(), text, tookMs: 1 };
}

function scripted(...answers: readonly HttpAnswer[]) {
  const asked: { url: string; headers: Readonly<Record<string, string>> }[] = [];
  const client = createODataClient({
    send: (url, headers) => {
      asked.push({ url, headers });
      return Promise.resolve(answers[asked.length - 1] ?? answer({ value: [] }));
    },
  });
  async function read(options: { fromReplica?: boolean } = {}): Promise<ListPage<{ number: string }>[]> {
    const pages = [];
    const request = { address: ADDRESS, row, what: 'sales invoices', pageSize: 500, ...options };
    for await (const page of client.pages(request, signal)) pages.push(page);
    return pages;
  }
  return { client, asked, read };
}

describe('reading a list', () => {
  it('follows the link to the next page as it stands', async () => {
    const next = `${ADDRESS}&aid=FIN&$skiptoken=5de545bc-f6f9-ef11,'A%20B'`;
    const { asked, read } = scripted(
      answer({ value: [{ number: 'A' }], '@odata.nextLink': next }),
      answer({ value: [{ number: 'B' }] }),
    );
    const pages = await read();
    expect(pages.flatMap(({ rows }) => rows)).toEqual([{ number: 'A' }, { number: 'B' }]);
    expect(asked.map(({ url }) => url)).toEqual([ADDRESS, next]);
  });

  it('asks for its page size, for English, and for a replica only where one will do', async () => {
    const { asked, read } = scripted();
    await read();
    await read({ fromReplica: true });
    expect(asked[0]?.headers).toEqual({
      'Accept-Language': 'en-US',
      Accept: 'application/json',
      Prefer: 'odata.maxpagesize=500',
    });
    expect(asked[1]?.headers).toMatchObject({ 'Data-Access-Intent': 'ReadOnly' });
  });

  it('keeps the readable rows beside a malformed one', async () => {
    const { read } = scripted(answer({ value: [{ number: 'A' }, { number: 7 }] }));
    const [page] = await read();
    expect(page?.rows).toEqual([{ number: 'A' }]);
    expect(page?.unreadable).toMatchObject([{ reason: { code: 'wrongShape' } }]);
  });

  it.each([
    ['another host', 'https://other.example/api?$skiptoken=1', 'odataNextLinkElsewhere'],
    ['another scheme', 'http://bc.example/api?$skiptoken=1', 'odataNextLinkElsewhere'],
    ['the page just read', ADDRESS, 'wrongShape'],
    ['nowhere', 'https://', 'wrongShape'],
  ])('does not follow a link to %s', async (_, next, code) => {
    const { asked, read } = scripted(answer({ value: [], '@odata.nextLink': next }));
    await expect(read()).rejects.toMatchObject({ reason: { code } });
    expect(asked).toHaveLength(1);
  });

  it('has at most five requests under way', async () => {
    let underWay = 0;
    let most = 0;
    const client = createODataClient({
      send: async () => {
        most = Math.max(most, (underWay += 1));
        await new Promise((resolve) => setTimeout(resolve));
        underWay -= 1;
        return answer('{}');
      },
    });
    await Promise.all(Array.from({ length: 12 }, () => client.get(ADDRESS, 'it', signal)));
    expect(most).toBe(5);
  });
});

describe('a refused request', () => {
  const NO_ENVIRONMENT = `<error xmlns="http://docs.oasis-open.org/odata/ns/metadata">
    <code>NoEnvironment</code> <message>Environment does not exist.</message></error>`;
  const body = (code: string, message: string) => ({ error: { code, message } });

  it.each([
    [
      400,
      body('BadRequest', "No property 'x'. CorrelationId: 1"),
      'odataRefused',
      "No property 'x'. CorrelationId: 1",
    ],
    [
      401,
      body('Authentication_InvalidCredentials', ''),
      'odataUnauthorized',
      'Authentication_InvalidCredentials',
    ],
    [403, body('Forbidden', 'Sorry, no.'), 'odataForbidden', 'Sorry, no.'],
    [404, body('BadRequest_ResourceNotFound', 'No segment.'), 'odataNotFound', 'No segment.'],
    [404, NO_ENVIRONMENT, 'odataNotFound', 'Environment does not exist.'],
    [404, '', 'odataNotFound', 'HTTP 404'],
    [
      400,
      { error: { code: '', message: { value: 'As OData 3 has it.' } } },
      'odataRefused',
      'As OData 3 has it.',
    ],
  ])('with status %i says why', async (status, text, code, detail) => {
    const { read } = scripted(answer(text, status));
    await expect(read()).rejects.toMatchObject({
      reason: { code, params: { host: 'bc.example', what: 'sales invoices', detail } },
    });
  });

  it.each([
    [408, 'odataBusy', true],
    [413, 'odataTooLarge', false],
    [429, 'rateLimited', true],
    [500, 'httpStatus', true],
    [503, 'odataBusy', true],
    [504, 'odataBusy', true],
  ])('with status %i may or may not be tried again', async (status, code, retryable) => {
    const { read } = scripted(answer('', status));
    await expect(read()).rejects.toMatchObject({ reason: { code }, retryable });
  });

  it('with a page for people is no data', async () => {
    const { read } = scripted(answer('<html><body>Sign in</body></html>', 400));
    await expect(read()).rejects.toMatchObject({ reason: { code: 'notJson' } });
  });

  it('is said in the connector’s own words where it has some', async () => {
    const client = createODataClient({
      send: () => Promise.resolve(answer(NO_ENVIRONMENT, 404)),
      refuse: ({ code }) => (code === 'NoEnvironment' ? new Problem('noLastRun') : null),
    });
    await expect(client.get(ADDRESS, 'it', signal)).rejects.toMatchObject({ reason: { code: 'noLastRun' } });
  });
});
