import { describe, expect, it } from 'vitest';
import { keepBooks } from './support/books';
import { after, fakeBusinessCentral, readAll, since } from './support/fake-business-central';

const START = '2026-02-01';

describe('entries and invoices that do not belong together', () => {
  it('a number used before stays with the live invoice', async () => {
    const books = keepBooks();
    const first = books.invoice('A', 700, { postingDate: '2026-01-10' });
    books.documents.pop();
    books.settle(first, 700, { type: 'Invoice', no: 'A', on: '2026-01-10' });
    books.line(900, { dcleDocumentNo: 'A', dcleAmountLCY: -700, cleOpen: false });
    books.settle(books.invoice('A', 1000), 400);
    const { source, open } = fakeBusinessCentral(books);
    const { words, watermark } = await readAll(source, since(START));
    expect(words).toEqual({ A: 'payment 400 2026-03-01; 600 left' });
    // Something happens on the entry of the earlier invoice alone.
    books.line(first.entryNo, { dcleEntryType: 'Correction of Remaining Amount' });
    expect((await readAll(open(), after(watermark))).words).toEqual(words);
  });

  it.each([
    [
      'another customer’s',
      (books: ReturnType<typeof keepBooks>) => {
        const invoice = books.invoice('A', 1000);
        books.settle(invoice, 400);
        invoice.document.billToCustomerNumber = 'C2';
      },
    ],
    [
      'split into several',
      (books: ReturnType<typeof keepBooks>) => {
        books.settle(books.invoice('A', 1000), 400);
        books.line(500, { dcleDocumentNo: 'A', dcleAmountLCY: 1000 });
      },
    ],
    [
      'closed by a bill',
      (books: ReturnType<typeof keepBooks>) => books.settle(books.invoice('A', 1000), 1000, { type: 'Bill' }),
    ],
    [
      'of another amount',
      (books: ReturnType<typeof keepBooks>) => {
        const invoice = books.invoice('A', 1000);
        books.settle(invoice, 400);
        invoice.document.totalAmountIncludingTax = 1500;
        invoice.document.remainingAmount = 1100;
      },
    ],
    [
      'settled by less than the invoice says',
      (books: ReturnType<typeof keepBooks>) => {
        const invoice = books.invoice('A', 1000);
        books.settle(invoice, 400);
        invoice.document.remainingAmount = 500;
      },
    ],
  ])('an entry that is %s makes the invoice one to look up by hand', async (_, tell) => {
    const books = keepBooks();
    tell(books);
    const { source } = fakeBusinessCentral(books);
    expect((await readAll(source, since(START))).words).toEqual({ A: 'unknown left; splitInvoice' });
  });

  it('an invoice of which the ledger shows nothing, as its dates are limited, is told as such', async () => {
    const books = keepBooks();
    books.settle(books.invoice('OLD', 1000), 400);
    books.lines.length = 0;
    const { source } = fakeBusinessCentral(books);
    expect((await readAll(source, since(START))).words).toEqual({ OLD: 'unknown left; notInLedger' });
  });

  it('a payment booked between two answers is no contradiction', async () => {
    const books = keepBooks();
    const invoice = books.invoice('A', 1000);
    const { source, open } = fakeBusinessCentral(books);
    const { watermark } = await readAll(source, since(START));
    books.settle(invoice, 400);
    let booked = false;
    const between = fakeBusinessCentral(books, {
      instead(url) {
        if (!booked && url.pathname.endsWith('salesInvoices')) {
          booked = true;
          books.settle(invoice, 600, { on: '2026-03-02' });
        }
        return undefined;
      },
    });
    const next = await readAll(between.source, after(watermark));
    expect(next.words).toEqual({
      A: 'payment 400 2026-03-01; payment 600 2026-03-02; 0 left; closed 2026-03-02',
    });
    // What was booked after the end of the ledger was found comes again: better twice than not at all.
    expect((await readAll(open(), after(next.watermark))).words).toEqual(next.words);
  });

  it('an invoice entered through a journal has no document and no currency', async () => {
    const books = keepBooks();
    const { source, open } = fakeBusinessCentral(books);
    const { watermark } = await readAll(source, since(START));
    books.invoice('OPENING-7', 1000);
    books.documents.pop();
    expect((await readAll(open(), after(watermark))).words).toEqual({
      'OPENING-7': 'unknown left; onlyInLedger',
    });
  });

  it('an invoice that cannot be read is told by its number, and the others are read', async () => {
    const books = keepBooks();
    books.invoice('A', 1000, { status: 'Pending_x0020_Approval' });
    books.settle(books.invoice('B', 1000), 400);
    const { source } = fakeBusinessCentral(books);
    const { pages, words } = await readAll(source, since('2026-01-01'));
    expect(words).toEqual({ B: 'payment 400 2026-03-01; 600 left' });
    expect(pages.flatMap(({ unreadable }) => unreadable)).toMatchObject([
      { number: 'A', reason: { code: 'wrongShape' } },
    ]);
  });

  it('a ledger row that cannot be read ends the run, since it may be anybody’s', async () => {
    const books = keepBooks();
    const { source, open } = fakeBusinessCentral(books);
    const { watermark } = await readAll(source, since(START));
    books.settle(books.invoice('A', 1000), 400);
    books.lines.push({ ...books.line(101, {}), dclePostingDate: 'yesterday' });
    await expect(readAll(open(), after(watermark))).rejects.toMatchObject({
      reason: { code: 'wrongShape', params: { where: 'dclePostingDate: not a date' } },
    });
  });
});
