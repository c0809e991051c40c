import { SAME_NUMBER } from '@/utils/payments/number-rule';
import { describe, expect, it } from 'vitest';
import { writeWatermark } from '@/utils/accounting/business-central/watermark';
import { keepBooks, type KeptBooks } from './support/books';
import {
  after,
  fakeBusinessCentral,
  never,
  readAll,
  since,
  type FakeOptions,
} from './support/fake-business-central';

/**
 * Numbers of six digits that one address of 2,000 characters takes: of ledger entries, or of invoices. Each changed
 * invoice is asked for by one of them; by a second one only where that is said below.
 */
const CHUNK = 40;
/** The same of external document numbers, whose field has a longer name. */
const EXTERNAL_CHUNK = 30;

/**
 * Invoices to one request for a page of a list, over all lists that one run reads: 1,000 invoices come at once, or 2,500
 * rows of the ledger, of which a payment of one invoice takes three; and the last address of a page is not full.
 */
const PAGE = 290;
/** The same where invoices are the only list. */
const INVOICES = 1000;

/** What it takes however many there are: whether there is a ledger, where it ends, the first few by their names. */
const CONSTANT = 30;

const pages = (rows: number, size: number): number => Math.ceil(rows / size);
const allowed = (open: number, changed: number, ...second: number[]): number =>
  [CHUNK, ...second].reduce((sum, chunk) => sum + pages(changed, chunk), 0) +
  pages(open, PAGE) +
  pages(changed, PAGE) +
  CONSTANT;

const EXTERNAL: FakeOptions = {
  connection: { matching: { ...SAME_NUMBER, field: 'external-document-number' } },
};

const BILLS: FakeOptions = { ledger: 'payable' };

interface Firm {
  /** How far ledger entries lie apart, since those of other accounts come between. */
  readonly gap?: number;
  readonly on?: string;
  readonly partPaidBefore?: boolean;
}

/** As many invoices again stay open and unpaid as are changed: paid, or paid in part. */
function tell(changed: number, { gap = 1, on = '2026-03-01', partPaidBefore = false }: Firm = {}) {
  const books = keepBooks({ gap });
  const invoices = Array.from({ length: changed * 2 }, (_, at) =>
    books.invoice(String(200_000 + at), 100, { externalDocumentNumber: String(500_000 + at) }),
  ).filter((_, place) => place % 2 === 0);
  if (partPaidBefore) for (const invoice of invoices) books.settle(invoice, 10, { on: '2026-02-10' });
  books.pass(60);
  const happen = (): void => {
    for (const [at, invoice] of invoices.entries()) {
      books.settle(invoice, at % 3 === 0 ? 40 : invoice.document.remainingAmount, { on });
    }
  };
  return { books, happen };
}

/** What a run after the last one takes, for changes alone. */
async function nextRun(changed: number, firm: Firm, options: FakeOptions = {}) {
  const { books, happen } = tell(changed, firm);
  const entryNo = options.analytics === false ? null : (books.lines.at(-1)?.dcleEntryNo ?? 0);
  const before = writeWatermark({ at: books.now(), entryNo, seen: new Map() });
  happen();
  const { source, requests } = fakeBusinessCentral(books, options);
  const { invoices } = await readAll(source, after(before));
  expect(invoices).toHaveLength(changed);
  return requests.length;
}

/** What a run from a day takes, for the invoices open now and those changed since. */
async function dayRun(books: KeptBooks, expected: number, options: FakeOptions = {}) {
  const { source, requests } = fakeBusinessCentral(books, options);
  const { invoices } = await readAll(source, since('2026-02-01'));
  expect(invoices).toHaveLength(expected);
  return requests.length;
}

/** How many changed, and as many are open: what depends on how many there are shows from one to the next. */
const SIZES = [100, 1_000];
/** The same where a firm's usual runs go, of either ledger. */
const AND_VERY_MANY = [...SIZES, 10_000];

describe('requests since the last run, with the ledger', () => {
  describe.each<[string, Firm, readonly number[]]>([
    ['close together', {}, SIZES],
    ['far apart', { gap: 1000 }, AND_VERY_MANY],
    ['far apart, and paid in part before', { gap: 1000, partPaidBefore: true }, SIZES],
  ])('whose entries lie %s', (_, firm, sizes) => {
    it.each(sizes)('for %i changed invoices and as many open ones', async (changed) => {
      expect(await nextRun(changed, firm)).toBeLessThanOrEqual(allowed(changed, changed));
    });
  });

  it.each(SIZES)(
    'for %i invoices known to Manage by their external number, which another invoice may have too',
    async (changed) => {
      const requests = await nextRun(changed, { gap: 1000 }, EXTERNAL);
      expect(requests).toBeLessThanOrEqual(allowed(changed, changed, EXTERNAL_CHUNK));
    },
  );
});

describe('requests from a day, with the ledger', () => {
  it.each(AND_VERY_MANY)('for %i changed invoices whose entries lie far apart', async (changed) => {
    const { books, happen } = tell(changed, { gap: 1000 });
    happen();
    expect(await dayRun(books, changed * 2)).toBeLessThanOrEqual(allowed(changed, changed));
  });

  it.each(SIZES)(
    'for %i whose closing was dated back before it, so that only their number leads to their entry',
    async (changed) => {
      const { books, happen } = tell(changed, { gap: 1000, on: '2025-12-01' });
      happen();
      expect(await dayRun(books, changed * 2)).toBeLessThanOrEqual(allowed(changed, changed, CHUNK));
    },
  );

  it.each(SIZES)('for %i where it cannot be asked for what is open or was closed', async (changed) => {
    const { books, happen } = tell(changed, { gap: 1000 });
    happen();
    const refusing: FakeOptions = {
      instead: ({ searchParams }) =>
        /cleOpen|cleClosedAtDate/.test(searchParams.get('$filter') ?? '') ? { status: 400 } : undefined,
    };
    expect(await dayRun(books, changed * 2, refusing)).toBeLessThanOrEqual(allowed(changed, changed, CHUNK));
  });
});

describe('requests for vendors’ bills, each of which is asked for by the vendor’s number once more', () => {
  it.each(AND_VERY_MANY)('since the last run, for %i', async (changed) => {
    const requests = await nextRun(changed, { gap: 1000 }, BILLS);
    expect(requests).toBeLessThanOrEqual(allowed(changed, changed, EXTERNAL_CHUNK));
  });

  it.each(SIZES)('from a day, for %i', async (changed) => {
    const { books, happen } = tell(changed, { gap: 1000 });
    happen();
    const bound = allowed(changed, changed) + pages(changed * 2, EXTERNAL_CHUNK);
    expect(await dayRun(books, changed * 2, BILLS)).toBeLessThanOrEqual(bound);
  });
});

describe('requests without the ledger are pages of two lists', () => {
  const bound = (changed: number): number => pages(changed * 2, INVOICES) + pages(changed, INVOICES) + 3;

  it.each(AND_VERY_MANY)('since the last run, for %i', async (changed) => {
    expect(await nextRun(changed, {}, { analytics: false })).toBeLessThanOrEqual(bound(changed));
  });

  it.each(SIZES)('from a day, for %i', async (changed) => {
    const { books, happen } = tell(changed);
    happen();
    expect(await dayRun(books, changed * 2, { analytics: false })).toBeLessThanOrEqual(
      bound(changed) + pages(changed, INVOICES),
    );
  });

  it.each(SIZES)('and the external numbers of the %i that changed', async (changed) => {
    const requests = await nextRun(changed, {}, { ...EXTERNAL, analytics: false });
    expect(requests).toBeLessThanOrEqual(bound(changed) + pages(changed, EXTERNAL_CHUNK));
  });
});

it.each([100, 1_000])(
  'requests for %i bills that orders list: by the vendor’s number, then documents, entries and earlier rows',
  async (changed) => {
    const { books, happen } = tell(changed, { gap: 1000 });
    happen();
    const { source, requests } = fakeBusinessCentral(books, BILLS);
    const numbers = Array.from({ length: changed }, (_, at) => String(500_000 + at * 2));
    const { invoices } = await source.lookUp(numbers, never);
    expect(invoices).toHaveLength(changed);
    const bound = pages(changed, EXTERNAL_CHUNK) + 3 * pages(changed, CHUNK) + CONSTANT;
    expect(requests.length).toBeLessThanOrEqual(bound);
  },
);

it('no address is longer than 2,000 characters', async () => {
  const { books, happen } = tell(500, { gap: 1000 });
  happen();
  const { source, requests } = fakeBusinessCentral(books);
  await readAll(source, since('2026-02-01'));
  expect(Math.max(...requests.map(({ url }) => url.href.length))).toBeLessThanOrEqual(2000);
});
