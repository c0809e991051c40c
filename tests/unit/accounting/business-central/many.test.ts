import { describe, expect, it } from 'vitest';
import { keepBooks } from './support/books';
import { after, fakeBusinessCentral, inWords, never, readAll, since } from './support/fake-business-central';

/** More than are asked for by name: lists are read. */
const MANY = 900;

function manyInvoices() {
  const books = keepBooks({ gap: 7 });
  const invoices = Array.from({ length: MANY }, (_, at) => books.invoice(`N${at}`, 100));
  return { books, invoices };
}

/** Part payments, payments, credit memos and closings dated back, in turn. */
function settleAll({ books, invoices }: ReturnType<typeof manyInvoices>): void {
  for (const [at, invoice] of invoices.entries()) {
    if (at % 4 === 0) books.settle(invoice, 40);
    else if (at % 4 === 1) books.settle(invoice, 100);
    else if (at % 4 === 2) books.settle(invoice, 100, { type: 'Credit_x0020_Memo' });
    else books.settle(invoice, 100, { on: '2025-06-01' });
  }
}

/** What asking for each by its number tells. */
async function oneByOne(books: ReturnType<typeof keepBooks>) {
  const { invoices } = await fakeBusinessCentral(books).source.lookUp(
    books.documents.map(({ number }) => number),
    never,
  );
  return Object.fromEntries(invoices.map((each) => [each.number, inWords(each)]));
}

it.each([
  ['since the last run', true],
  ['from a day', false],
])('many bills of vendors at once are told as single ones are, %s', async (_, isNext) => {
  const story = manyInvoices();
  const bills = () => fakeBusinessCentral(story.books, { ledger: 'payable' }).source;
  const before = await readAll(bills(), since('2026-02-01'));
  settleAll(story);
  const { words } = await readAll(bills(), isNext ? after(before.watermark) : since('2026-02-01'));
  const numbers = story.books.documents.map(({ number }) => number);
  const { invoices } = await bills().lookUp(numbers, never);
  expect(words).toEqual(Object.fromEntries(invoices.map((each) => [each.number, inWords(each)])));
  expect(invoices).toHaveLength(MANY);
});

describe('many invoices at once', () => {
  it('are told as single ones are, since the last run', async () => {
    const story = manyInvoices();
    const { watermark } = await readAll(fakeBusinessCentral(story.books).source, since('2026-02-01'));
    settleAll(story);
    const { source, asked } = fakeBusinessCentral(story.books);
    const { words } = await readAll(source, after(watermark));
    expect(asked('salesInvoices')).toEqual([
      "status eq 'Open'",
      expect.stringMatching(/^lastModifiedDateTime gt /),
    ]);
    expect(words).toEqual(await oneByOne(story.books));
  });

  it('are told as single ones are, from a day', async () => {
    const story = manyInvoices();
    settleAll(story);
    const { source, asked } = fakeBusinessCentral(story.books);
    const { words } = await readAll(source, since('2026-02-01'));
    expect(words).toEqual(await oneByOne(story.books));
    // The open ones, which come first and are not that many yet, and those dated back, which are on no list.
    const named = asked('customerLedgerEntries').filter((filter) => filter.startsWith('dcleDocumentNo'));
    expect(named.join(' or ').split(' or ')).toHaveLength(MANY / 2);
  });

  it.each([
    ['refuses to list what is open', { status: 400 }],
    ['is too slow to list what is open', { status: 504 }],
  ])('are told one by one where the ledger %s', async (_, answer) => {
    const story = manyInvoices();
    settleAll(story);
    const { source } = fakeBusinessCentral(story.books, {
      instead: ({ searchParams }) =>
        (searchParams.get('$filter') ?? '').includes('cleOpen') ? answer : undefined,
    });
    expect((await readAll(source, since('2026-02-01'))).words).toEqual(await oneByOne(story.books));
  });

  it('are found by their numbers where no list shows that something was booked on them', async () => {
    const story = manyInvoices();
    const { books, invoices } = story;
    settleAll(story);
    books.pass(60);
    const { watermark } = await readAll(fakeBusinessCentral(books).source, since('2026-02-01'));
    // It closes them as they were, and neither status nor time stamp move.
    for (const { entryNo } of invoices) books.line(entryNo, { dcleEntryType: 'Realized_x0020_Gain' });
    const { source, asked } = fakeBusinessCentral(books);
    const { words } = await readAll(source, after(watermark));
    expect(words).toEqual(await oneByOne(books));
    expect(asked('salesInvoices').some((filter) => filter.startsWith('number eq'))).toBe(true);
  });
});
