import { describe, expect, it } from 'vitest';
import { keepBooks } from './support/books';
import { after, fakeBusinessCentral, readAll, since } from './support/fake-business-central';

/** Numbers of six digits, as many as an address of 2,000 characters surely takes. */
const CHUNK = 40;
const PAGE = 2500;
const CONSTANT = 12;

const SIZES = [100, 1_000, 10_000];

/** Half of the invoices stay open and unpaid; the others are changed: paid, or paid in part. */
function tell(changed: number, gap = 1) {
  const books = keepBooks({ gap });
  const invoices = Array.from({ length: changed * 2 }, (_, at) => books.invoice(String(200_000 + at), 100));
  books.pass(60);
  const happen = (): void => {
    for (const [at, invoice] of invoices.filter((_, place) => place % 2 === 0).entries()) {
      books.settle(invoice, at % 3 === 0 ? 40 : 100);
    }
  };
  return { books, happen };
}

describe.each(SIZES)('requests for %i changed invoices', (changed) => {
  const pages = (rows: number, size: number): number => Math.ceil(rows / size);

  it('with the ledger follow the changes alone', async () => {
    const { books, happen } = tell(changed);
    const first = await readAll(fakeBusinessCentral(books).source, since('2026-12-31'));
    happen();
    const { source, requests } = fakeBusinessCentral(books);
    const { invoices } = await readAll(source, after(first.watermark));
    expect(invoices).toHaveLength(changed);
    expect(requests.length).toBeLessThanOrEqual(pages(changed, PAGE) + pages(changed, CHUNK) + CONSTANT);
  });

  it('with the ledger stay few where the entries lie far apart', async () => {
    const { books, happen } = tell(changed, 1000);
    const first = await readAll(fakeBusinessCentral(books).source, since('2026-12-31'));
    happen();
    const { source, requests } = fakeBusinessCentral(books);
    expect((await readAll(source, after(first.watermark))).invoices).toHaveLength(changed);
    expect(requests.length).toBeLessThanOrEqual(pages(changed, PAGE) + 2 * pages(changed, CHUNK) + CONSTANT);
  });

  it('from a day follow the open invoices and the changes, page by page', async () => {
    const { books, happen } = tell(changed);
    happen();
    const { source, requests } = fakeBusinessCentral(books);
    const { invoices } = await readAll(source, since('2026-02-01'));
    expect(invoices).toHaveLength(changed * 2);
    const open = invoices.filter(({ remaining }) => remaining?.minor !== 0).length;
    expect(requests.length).toBeLessThanOrEqual(
      // A page of invoices has look-ups of its own, of which the last one is not full.
      4 * (pages(open, PAGE) + pages(changed * 2, PAGE)) + pages(changed, CHUNK) + CONSTANT,
    );
  });

  it('without the ledger are the pages of two lists', async () => {
    const { books, happen } = tell(changed);
    const first = await readAll(fakeBusinessCentral(books, { analytics: false }).source, since('2026-12-31'));
    happen();
    const { source, requests } = fakeBusinessCentral(books, { analytics: false });
    const { invoices } = await readAll(source, after(first.watermark));
    expect(invoices).toHaveLength(changed);
    expect(requests.length).toBeLessThanOrEqual(pages(changed * 2, PAGE) + pages(changed, PAGE) + 3);
  });
});

it('no address is longer than 2,000 characters', async () => {
  const { books, happen } = tell(500, 1000);
  happen();
  const { source, requests } = fakeBusinessCentral(books);
  await readAll(source, since('2026-02-01'));
  expect(Math.max(...requests.map(({ url }) => url.href.length))).toBeLessThanOrEqual(2000);
});
