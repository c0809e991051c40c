import { SAME_NUMBER } from '@/utils/payments/number-rule';
import { describe, expect, it } from 'vitest';
import type { ChangeQuery, Watermark } from '@/utils/accounting/source';
import { isoDate } from '@/utils/payments/iso-date';
import { navLedger, type NavLedger } from './support/nav-ledger';
import { navServer, never, type ServerOptions } from './support/nav-server';
import { vendorPages } from './support/vendor-pages';
import type { DynamicsNavState } from '../../../../sandbox/dynamics-nav/state';

/**
 * Numbers of six digits that one address of 2,000 characters takes, on each of NAV's pages. NAV has no list of what
 * changed but the detailed entries, so each changed invoice is asked for by name twice, as a ledger entry and as a
 * document, and a third time where its earlier rows are needed. Where many entries lie close together they are read
 * page by page instead.
 */
const CHUNK = { entry: 45, document: 45, earlierRows: 35, external: 30 };

/**
 * Invoices to one request for a page of a list: NAV sends 1,000 rows at once, of which a payment of one invoice takes
 * three, and reads of a thousand entries end with an address that is not full.
 */
const PAGE = 200;

/** What it takes however many there are. */
const CONSTANT = 10;

const pages = (count: number, size: number): number => Math.ceil(count / size);
const allowed = (open: number, changed: number, chunks: readonly number[]): number =>
  chunks.reduce((sum, chunk) => sum + pages(changed, chunk), 0) +
  pages(open, PAGE) +
  pages(changed, PAGE) +
  CONSTANT;

const EXTERNAL: ServerOptions = {
  connection: { matching: { ...SAME_NUMBER, field: 'external-document-number' } },
};

const BILLS: ServerOptions = { ledger: 'payable' };

const after = (entryNo: number): ChangeQuery => ({
  from: 'watermark',
  watermark: JSON.stringify({ entryNo, marks: [] }) as Watermark,
});
const FROM_DAY: ChangeQuery = { from: 'day', day: isoDate('2026-02-28'), timeZone: 'Europe/Oslo' };

interface Firm {
  /** Postings to other accounts before each invoice, which take numbers of the same series. */
  readonly gap?: number;
  readonly partPaidBefore?: boolean;
}

/** So many invoices of last year, each with a payment since; as many others stay open and unpaid. */
function ledgerOf(changed: number, { gap = 0, partPaidBefore = false }: Firm) {
  const ledger = navLedger();
  const invoices = Array.from({ length: changed * 2 }, (_, at) => {
    ledger.skip(gap);
    const told = { on: '2025-06-01', external: String(500_000 + at) };
    const invoice = ledger.invoice(String(100_000 + at), 100, told);
    return invoice;
  }).filter((_, place) => place % 2 === 0);
  if (partPaidBefore) for (const invoice of invoices) ledger.settle(invoice, 10, { on: '2025-07-01' });
  const before = ledger.pages[573].length;
  for (const [at, invoice] of invoices.entries()) {
    ledger.settle(invoice, at % 10 === 0 ? 40 : invoice.Remaining_Amount);
  }
  return { ledger, before };
}

async function requestsFor(ledger: NavLedger, query: ChangeQuery, expected: number, options?: ServerOptions) {
  const tables = options?.ledger === 'payable' ? { ...vendorPages(ledger) } : ledger.pages;
  const server = navServer(tables, { ...options, instead: namesAtOnce(tables) });
  const { invoices } = await server.changes(query);
  expect(invoices).toHaveLength(expected);
  for (const { href, searchParams } of server.requests) {
    expect(href.length).toBeLessThanOrEqual(2_000);
    expect(searchParams.get('$select')).not.toBeNull();
    expect(searchParams.get('$top')).toBeNull();
  }
  return server.requests.length;
}

/** What rows are asked for by, on each page. */
const NAMES = [
  [25, 'Entry_No', 'Document_No'],
  [143, 'No', 'External_Document_No'],
  [573, 'Cust_Ledger_Entry_No'],
  [29, 'Entry_No', 'Document_No', 'External_Document_No'],
  [146, 'No', 'Vendor_Invoice_No'],
  [574, 'Vendor_Ledger_Entry_No'],
] as const;

/** Answers what is asked for by names out of an index: the stand-in looks at every row for every name. */
function namesAtOnce(tables: DynamicsNavState['pages']): NonNullable<ServerOptions['instead']> {
  const index = new Map<string, object[]>();
  const add = (name: string, row: object): void => {
    const same = index.get(name);
    if (same === undefined) index.set(name, [row]);
    else same.push(row);
  };
  for (const [page, ...columns] of NAMES) {
    for (const row of tables[page]) {
      for (const column of columns) {
        const value = row[column];
        add(`${column} eq ${typeof value === 'string' ? `'${value}'` : String(value)}`, row);
      }
    }
  }
  return ({ searchParams }) => {
    const conditions = (searchParams.get('$filter') ?? '').split(' or ');
    if (conditions.length < 2 || !conditions.every((each) => index.has(each))) return undefined;
    return Response.json({ value: conditions.flatMap((each) => index.get(each) ?? []) });
  };
}

/** How many changed: what depends on how many there are shows from one to the next. */
const SIZES = [100, 1_000];
/** The same where a firm's usual runs go, of either ledger. */
const AND_VERY_MANY = [...SIZES, 10_000];

describe('requests since the last run', () => {
  describe.each<[string, Firm, readonly number[], readonly number[]]>([
    ['close together', {}, [CHUNK.document], SIZES],
    ['far apart', { gap: 40 }, [CHUNK.entry, CHUNK.document], AND_VERY_MANY],
    [
      'far apart, and were paid in part before',
      { gap: 40, partPaidBefore: true },
      [CHUNK.entry, CHUNK.document, CHUNK.earlierRows],
      SIZES,
    ],
  ])('for invoices whose entries lie %s', (_, firm, chunks, sizes) => {
    it.each(sizes)('%i of which changed', async (changed) => {
      const { ledger, before } = ledgerOf(changed, firm);
      expect(await requestsFor(ledger, after(before), changed)).toBeLessThanOrEqual(
        allowed(0, changed, chunks),
      );
    });
  });

  it.each(SIZES)('for %i known to Manage by their external number', async (changed) => {
    const { ledger, before } = ledgerOf(changed, { gap: 40 });
    const requests = await requestsFor(ledger, after(before), changed, EXTERNAL);
    const chunks = [CHUNK.entry, CHUNK.document, CHUNK.external];
    expect(requests).toBeLessThanOrEqual(allowed(0, changed, chunks));
  });

  it.each(AND_VERY_MANY)(
    'for %i of vendors’ bills, each asked for by the vendor’s number once more',
    async (changed) => {
      const { ledger, before } = ledgerOf(changed, { gap: 40 });
      const requests = await requestsFor(ledger, after(before), changed, BILLS);
      const chunks = [CHUNK.entry, CHUNK.document, CHUNK.external];
      expect(requests).toBeLessThanOrEqual(allowed(0, changed, chunks));
    },
  );
});

describe('requests from a day, with as many others that are open', () => {
  it.each(SIZES)('for %i changed ones of vendors’ bills', async (changed) => {
    const { ledger } = ledgerOf(changed, { gap: 40, partPaidBefore: true });
    const requests = await requestsFor(ledger, FROM_DAY, changed * 2, BILLS);
    const chunks = [CHUNK.entry, CHUNK.document, CHUNK.earlierRows];
    const bound = allowed(changed, changed, chunks) + pages(changed * 2, CHUNK.external);
    expect(requests).toBeLessThanOrEqual(bound);
  });

  it.each(AND_VERY_MANY)('for %i changed invoices', async (changed) => {
    const { ledger } = ledgerOf(changed, { gap: 40, partPaidBefore: true });
    const requests = await requestsFor(ledger, FROM_DAY, changed * 2);
    const chunks = [CHUNK.entry, CHUNK.document, CHUNK.earlierRows];
    expect(requests).toBeLessThanOrEqual(allowed(changed, changed, chunks));
  });
});

it.each(AND_VERY_MANY)('requests for %i open invoices, none of which changed, are pages', async (open) => {
  const ledger = navLedger();
  for (let at = 0; at < open; at += 1) ledger.invoice(String(100_000 + at), 100, { on: '2025-06-01' });
  expect(await requestsFor(ledger, FROM_DAY, open)).toBeLessThanOrEqual(allowed(open, 0, []));
});

it.each(SIZES)(
  'requests for %i bills that orders list: by the vendor’s number, then documents, entries and earlier rows',
  async (changed) => {
    const { ledger } = ledgerOf(changed, { gap: 40 });
    const tables = { ...vendorPages(ledger) };
    const server = navServer(tables, { ...BILLS, instead: namesAtOnce(tables) });
    const numbers = Array.from({ length: changed }, (_, at) => String(500_000 + at * 2));
    expect((await server.source.lookUp(numbers, never)).invoices).toHaveLength(changed);
    const chunks = [CHUNK.external, CHUNK.document, CHUNK.entry, CHUNK.earlierRows];
    expect(server.requests.length).toBeLessThanOrEqual(allowed(0, changed, chunks));
  },
);
