import { SAME_NUMBER } from '@/utils/payments/number-rule';
import { describe, expect, it } from 'vitest';
import { liveInvoice } from '@/utils/payments/match';
import { keepBooks } from './support/books';
import {
  after,
  fakeBusinessCentral,
  inWords,
  never,
  readAll,
  refusal,
  since,
  type FakeOptions,
} from './support/fake-business-central';

const START = '2026-02-01';
const NO_ENVIRONMENT = `<error xmlns="http://docs.oasis-open.org/odata/ns/metadata">
    <code>NoEnvironment</code><message>Environment does not exist.</message></error>`;

function withInvoice(options: FakeOptions = {}) {
  const books = keepBooks();
  books.settle(books.invoice('A', 1000), 400);
  return { books, ...fakeBusinessCentral(books, options) };
}

const refusing = (list: string, answer: ReturnType<typeof refusal>): FakeOptions => ({
  instead: (url) => (url.pathname.endsWith(list) ? answer : undefined),
});

describe('what is wrong with a connection is said in words of its own', () => {
  it.each<[string, FakeOptions, { code: string; params: Record<string, string> }]>([
    [
      'an environment that does not exist, which answers XML',
      { connection: { environment: 'Prod' }, instead: () => ({ status: 404, text: NO_ENVIRONMENT }) },
      { code: 'businessCentralEnvironmentUnknown', params: { environment: 'Prod' } },
    ],
    [
      'a company deleted since it was chosen',
      { connection: { company: '00000000-0000-4000-8000-000000000000' } },
      {
        code: 'businessCentralCompanyUnknown',
        params: { environment: 'Production', company: '00000000-0000-4000-8000-000000000000' },
      },
    ],
    [
      'a company renamed since its name was entered',
      { connection: { company: 'Old Name' } },
      { code: 'businessCentralCompanyUnknown', params: { environment: 'Production', company: 'Old Name' } },
    ],
    [
      'a company in other letters',
      { connection: { company: 'NORD IT' } },
      { code: 'businessCentralCompanyCase', params: { company: 'NORD IT', actual: 'Nord IT' } },
    ],
    [
      'no company chosen yet',
      { connection: { company: '' } },
      { code: 'businessCentralNotChosen', params: {} },
    ],
    [
      'no environment chosen yet',
      { connection: { environment: '' } },
      { code: 'businessCentralNotChosen', params: {} },
    ],
    [
      'no permission for invoices',
      refusing('salesInvoices', refusal(403, 'Unknown', 'Not for you.')),
      { code: 'businessCentralForbidden', params: { what: 'sales invoices', detail: 'Not for you.' } },
    ],
    [
      'a user whom Business Central does not know',
      { instead: () => refusal(401, 'Authentication_InvalidCredentials', 'Rejected.') },
      { code: 'businessCentralUserRefused', params: { detail: 'Rejected.' } },
    ],
    [
      'a server that is too busy',
      refusing('salesInvoices', { status: 503, text: '' }),
      { code: 'odataBusy', params: { host: 'api.businesscentral.dynamics.com', status: '503' } },
    ],
  ])('%s', async (_, options, reason) => {
    const { source } = withInvoice(options);
    await expect(readAll(source, since(START))).rejects.toMatchObject({ reason });
  });

  it('a company set by its name is found', async () => {
    const { source } = withInvoice({ connection: { company: 'Nord IT' } });
    expect((await readAll(source, since(START))).invoices).toHaveLength(1);
  });
});

describe('a tenant that does not let the ledger be read', () => {
  it.each([
    ['since it has no such API', { analytics: false }],
    ['since its version lacks a field', refusing('customerLedgerEntries', refusal(400, 'BadRequest'))],
    ['since the user may not', refusing('customerLedgerEntries', refusal(403, 'Unknown'))],
  ])('%s, is read without', async (_, options) => {
    const { source } = withInvoice(options);
    const { words, pages } = await readAll(source, since(START));
    expect(words).toEqual({ A: 'unclassified 400 some day; 600 left' });
    expect(pages[0]?.notes).toMatchObject([{ code: 'businessCentralDatesUnknown' }]);
    expect(pages.slice(1).flatMap(({ notes = [] }) => notes)).toEqual([]);
  });

  it.each([
    ['a server that fails', { status: 500, text: '' }, 'httpStatus'],
    ['one that is too busy', { status: 504, text: '' }, 'odataBusy'],
    ['one that asks for a pause', { status: 429, text: '' }, 'rateLimited'],
  ])('is not what %s is taken for', async (_, answer, code) => {
    const { source } = withInvoice(refusing('customerLedgerEntries', answer));
    await expect(readAll(source, since(START))).rejects.toMatchObject({ reason: { code } });
  });
});

describe('a token revoked half-way', () => {
  it('is replaced once, and the sync goes on', async () => {
    let revoked = false;
    const { source, dropped, requests } = withInvoice({
      instead(url, request) {
        if (!url.pathname.endsWith('salesInvoices')) return undefined;
        revoked ||= true;
        return request.headers?.['Authorization'] === 'Bearer token-1' && revoked
          ? refusal(401, 'Authentication_InvalidCredentials')
          : undefined;
      },
    });
    expect((await readAll(source, since(START))).invoices).toHaveLength(1);
    expect(dropped).toEqual(['token-1']);
    expect(requests.at(-1)?.headers.get('authorization')).toBe('Bearer token-2');
  });
});

describe('invoices known to Manage by their external number', () => {
  const EXTERNAL = {
    connection: { matching: { ...SAME_NUMBER, field: 'external-document-number' } },
  } as const;

  it('are told by it', async () => {
    const books = keepBooks();
    books.settle(books.invoice('S-1', 1000, { externalDocumentNumber: 'M-1' }), 400);
    books.invoice('S-2', 1000);
    const { source } = fakeBusinessCentral(books, EXTERNAL);
    const { words } = await readAll(source, since(START));
    expect(words).toEqual({ 'M-1': 'payment 400 2026-03-01; 600 left' });
    expect((await source.lookUp(['M-1', 'S-2'], never)).invoices).toHaveLength(1);
  });

  it('of two customers with the same one come together, so that neither is taken for the other', async () => {
    const books = keepBooks();
    const mine = books.invoice('S-1', 1000, { externalDocumentNumber: 'M-1' });
    books.invoice('S-2', 1000, { externalDocumentNumber: 'M-1', billToCustomerNumber: 'C2' });
    const first = await readAll(fakeBusinessCentral(books, EXTERNAL).source, since(START));
    books.settle(mine, 400);
    const { source } = fakeBusinessCentral(books, EXTERNAL);
    const { pages } = await readAll(source, after(first.watermark));
    const together = pages.find(({ invoices }) => invoices.length > 0)?.invoices ?? [];
    expect(together.map(({ customerNumber }) => customerNumber).sort()).toEqual(['C1', 'C2']);
    expect(liveInvoice(together)).toMatchObject({
      is: 'duplicate',
      reason: { code: 'duplicateOfCustomers', params: { customers: 'C1, C2' } },
    });
  });

  it('and cancelled leave it to the live one, which is told in full', async () => {
    const books = keepBooks();
    const old = books.invoice('S-1', 1000, { externalDocumentNumber: 'M-1' });
    books.settle(books.invoice('S-2', 1000, { externalDocumentNumber: 'M-1' }), 400);
    books.pass(30);
    const first = await readAll(fakeBusinessCentral(books, EXTERNAL).source, since(START));
    books.cancel(old);
    const { source } = fakeBusinessCentral(books, EXTERNAL);
    const { invoices } = await readAll(source, after(first.watermark));
    const live = liveInvoice(invoices);
    expect(live.is === 'found' ? inWords(live.invoice) : live.is).toBe('payment 400 2026-03-01; 600 left');
  });
});

describe('numbers that Business Central cannot hold', () => {
  it('are not asked for', async () => {
    const { source, asked } = withInvoice();
    await source.lookUp(['', 'A'.repeat(21)], never);
    expect(asked('salesInvoices')).toEqual([]);
  });

  it('are quoted where they hold a quote', async () => {
    const books = keepBooks();
    books.settle(books.invoice("O'HARA", 1000), 400);
    const { source } = fakeBusinessCentral(books);
    const [invoice] = (await source.lookUp(["O'HARA"], never)).invoices;
    expect(invoice?.number).toBe("O'HARA");
  });
});
