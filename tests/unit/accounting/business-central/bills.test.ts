import { describe, expect, it } from 'vitest';
import { keepBooks, type KeptBooks } from './support/books';
import {
  after,
  fakeBusinessCentral,
  never,
  readAll,
  refusal,
  since,
  type FakeOptions,
} from './support/fake-business-central';

const START = '2026-02-01';
const vendorsOf = (books: KeptBooks, options: FakeOptions = {}) =>
  fakeBusinessCentral(books, { ...options, ledger: 'payable' });

/** Two vendors' bills of one number, the first paid in part. */
function sameNumber() {
  const books = keepBooks();
  const first = books.invoice('108001', 1000, { externalDocumentNumber: '4711', billToCustomerNumber: 'V1' });
  const second = books.invoice('108002', 500, { externalDocumentNumber: '4711', billToCustomerNumber: 'V2' });
  books.settle(first, 400);
  return { books, first, second };
}

describe('a vendor’s bill', () => {
  it('is told by the vendor’s own number, with the vendor it was bought from, and positive where it is owed', async () => {
    const books = keepBooks();
    books.settle(books.invoice('108001', 1000, { externalDocumentNumber: 'ND-48210' }), 400);
    const { source } = vendorsOf(books);
    const { invoices } = await readAll(source, since(START));
    expect(invoices).toMatchObject([
      {
        number: 'ND-48210',
        kind: 'invoice',
        ledger: 'payable',
        customerNumber: 'C1',
        partyName: 'Vendor C1',
        total: { minor: 100_000 },
        settlements: [{ kind: 'payment', amount: { minor: 40_000 } }],
        remaining: { minor: 60_000 },
      },
    ]);
    expect((await source.lookUp(['ND-48210', '108001'], never)).invoices).toEqual(invoices);
  });

  it('never tells the firm’s own number of the document, whatever connection reads it', async () => {
    const { books } = sameNumber();
    const { source } = vendorsOf(books);
    expect((await source.lookUp(['108001'], never)).invoices).toEqual([]);
  });

  it('in another currency tells what is paid of it by its own rate, rounded to its cents', async () => {
    const books = keepBooks();
    const bill = books.invoice('108001', 100, { currencyCode: 'USD', rate: 10.333 });
    books.settle(bill, 33.33, { local: 344.4 });
    const { words } = await readAll(vendorsOf(books).source, since(START));
    expect(words).toEqual({ '108001': 'payment 33.33 2026-03-01; 66.67 left; convertedAtInvoiceRate' });
  });

  it('in another currency and closed is settled in full, whatever the rates were', async () => {
    const books = keepBooks();
    const bill = books.invoice('108001', 100, { currencyCode: 'USD', rate: 10 });
    books.settle(bill, 40, { local: 412 });
    books.settle(bill, 60, { local: 588, on: '2026-03-09' });
    const { invoices } = await readAll(vendorsOf(books).source, since(START));
    const paid = invoices[0]?.settlements.reduce((sum, { amount }) => sum + amount.minor, 0);
    expect([paid, invoices[0]?.closedOn, invoices[0]?.notes]).toEqual([10_000, '2026-03-09', []]);
  });

  it.each([
    ['the ledger does not show', (books: KeptBooks) => void (books.lines.length = 0), 'notInLedger'],
    [
      'was split into several entries',
      (books: KeptBooks) => void books.line(500, { dcleDocumentNo: '108001', dcleAmountLCY: 1000 }),
      'splitInvoice',
    ],
    [
      'is open in another currency, though all of it is settled',
      ({ documents: [document], lines }: KeptBooks) => {
        Object.assign(document ?? {}, {
          currencyCode: 'USD',
          currencyId: 'f0000000-0000-0000-0000-000000000001',
        });
        lines.push({ ...(lines[0] as (typeof lines)[0]), dcleEntryNo: 5000, dcleEntryType: 'Application', dcleDocumentType: 'Payment', dcleAmountLCY: -1000 }); // prettier-ignore
      },
      'splitInvoice',
    ],
  ])('that %s is one to look up by hand', async (_, change, note) => {
    const books = keepBooks();
    books.invoice('108001', 1000);
    change(books);
    const { words } = await readAll(vendorsOf(books).source, since(START));
    expect(words).toEqual({ '108001': `unknown left; ${note}` });
  });

  it('that cannot be read is told by the vendor’s number, and the others are read', async () => {
    const books = keepBooks();
    books.invoice('108001', 1000, { externalDocumentNumber: 'ND-1', status: 'Pending_x0020_Approval' });
    books.settle(books.invoice('108002', 1000, { externalDocumentNumber: 'ND-2' }), 400);
    const { pages, words } = await readAll(vendorsOf(books).source, since('2026-01-01'));
    expect(words).toEqual({ 'ND-2': 'payment 400 2026-03-01; 600 left' });
    const unreadable = pages.flatMap((page) => page.unreadable);
    expect(new Set(unreadable.map(({ number, reason }) => `${number} ${reason.code}`))).toEqual(
      new Set(['ND-1 wrongShape']),
    );
  });

  it('whose ledger row cannot be read ends the run, since it may be anybody’s', async () => {
    const books = keepBooks();
    books.settle(books.invoice('108001', 1000), 400);
    Object.assign(books.lines[0] ?? {}, { dclePostingDate: 'yesterday' });
    await expect(readAll(vendorsOf(books).source, since(START))).rejects.toMatchObject({
      reason: {
        code: 'wrongShape',
        params: { what: 'vendor ledger entries', where: 'dvlePostingDate: not a date' },
      },
    });
  });
});

describe('a number that two vendors use', () => {
  it('comes with the bills of both, though only one changed', async () => {
    const { books, second } = sameNumber();
    books.pass(30);
    const { watermark } = await readAll(vendorsOf(books).source, since(START));
    books.settle(second, 500);
    const { invoices } = await readAll(vendorsOf(books).source, after(watermark));
    expect(invoices.map(({ customerNumber }) => customerNumber).sort()).toEqual(['V1', 'V2']);
  });

  it('is looked up of both', async () => {
    const { books } = sameNumber();
    const { invoices } = await vendorsOf(books).source.lookUp(['4711'], never);
    expect(invoices.map(({ customerNumber }) => customerNumber).sort()).toEqual(['V1', 'V2']);
  });
});

it('two bills of one vendor under one number come together, though only one of them changed', async () => {
  const books = keepBooks();
  const mine = books.invoice('108001', 1000, { externalDocumentNumber: '4711' });
  books.invoice('108002', 1000, { externalDocumentNumber: '4711' });
  books.pass(30);
  const { watermark } = await readAll(vendorsOf(books).source, since(START));
  books.settle(mine, 400);
  const { pages } = await readAll(vendorsOf(books).source, after(watermark));
  expect(pages.filter(({ invoices }) => invoices.length > 0).map(({ invoices }) => invoices.length)).toEqual([
    2,
  ]);
});

describe('a tenant that does not let the vendor ledger be read', () => {
  it.each<[string, FakeOptions, string]>([
    ['since it has no such API', { analytics: false }, 'businessCentralBillsNeedLedger'],
    [
      'since the user may not',
      {
        instead: (url) =>
          url.pathname.endsWith('vendorLedgerEntries') ? refusal(403, 'Unknown', 'Not for you.') : undefined,
      },
      'businessCentralBillsForbidden',
    ],
  ])('%s, has no bills to tell of, and says so', async (_, options, code) => {
    const { books } = sameNumber();
    const { source, check } = vendorsOf(books, options);
    await expect(readAll(source, since(START))).rejects.toMatchObject({ reason: { code } });
    await expect(source.lookUp(['4711'], never)).rejects.toMatchObject({ reason: { code } });
    expect((await check(never)).at(-1)).toMatchObject({
      probe: 'businessCentralVendorLedger',
      verdict: 'failed',
      reason: { code },
    });
  });
});

describe('the check of a connection’s bills', () => {
  const checked = async (books: KeptBooks, options: FakeOptions = {}) =>
    (await vendorsOf(books, options).check(never)).map(({ probe, verdict, evidence, reason }) =>
      [probe, verdict, evidence, reason?.code].filter(Boolean).join(' '),
    );

  it('tries what is theirs', async () => {
    expect(await checked(sameNumber().books)).toEqual([
      'businessCentralBills ok',
      'businessCentralVendorLedger ok businessCentralLedgerExact',
      'businessCentralVendorLedgerWhole ok 2/2',
    ]);
  });

  it('tells a missing permission for purchase invoices', async () => {
    const options: FakeOptions = {
      instead: (url) => (url.pathname.endsWith('purchaseInvoices') ? refusal(403, 'Unknown') : undefined),
    };
    expect(await checked(sameNumber().books, options)).toEqual([
      'businessCentralBills failed businessCentralForbidden',
    ]);
  });

  it('notices that a filter hides old bills', async () => {
    const { books } = sameNumber();
    books.lines.length = 0;
    expect((await vendorsOf(books).check(never)).at(-1)).toMatchObject({
      verdict: 'warning',
      reason: {
        code: 'businessCentralVendorLedgerFiltered',
        params: { asked: '2', found: '0' },
      },
    });
  });
});
