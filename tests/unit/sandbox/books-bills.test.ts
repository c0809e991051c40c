import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../sandbox/books/facts';
import { keepLedger } from '../../../sandbox/books/ledger';
import { keepEntries } from '../../../sandbox/books/entries/keep-entries';
import { tellNordIt } from '../../../sandbox/books/nord-it';
import { tellSmall } from '../../../sandbox/books/small-story';
import { expectedOfOrders } from '../../../sandbox/oracle-of-orders';

const NOW = Date.UTC(2026, 10, 22, 12);
const story = tellNordIt(NOW);
const PAST_MONTH = '2026-10-22';

const expected = (eyes?: Parameters<typeof expectedOfOrders>[2]) =>
  expectedOfOrders({ story }, PAST_MONTH, eyes);

describe("the story of Nord IT's vendors", () => {
  it('tells of bills by the numbers that vendors gave them, filed under numbers of the firm', () => {
    const bills = factsOf({ events: story.bills });
    expect(bills.every(({ theirNumber }) => theirNumber !== null)).toBe(true);
    expect(new Set(bills.map(({ number }) => number)).size).toBe(bills.length);
    expect(bills.filter(({ theirNumber }) => theirNumber === '10045')).toHaveLength(3);
  });

  it('names vendors and companies that there are', () => {
    const vendors = new Set(story.vendors.map(({ no }) => no));
    expect(factsOf({ events: story.bills }).every(({ accountNo }) => vendors.has(accountNo))).toBe(true);
    const suppliers = new Set(story.suppliers.map(({ identifier }) => identifier));
    expect(story.orders.every(({ supplier }) => suppliers.has(supplier))).toBe(true);
    expect(story.vendors.every(({ identifier }) => identifier === null || suppliers.has(identifier))).toBe(
      true,
    );
  });

  it('types the numbers of bills into a field of fifty characters', () => {
    const typed = story.orders.map(({ vendorInvoiceNumber }) => vendorInvoiceNumber);
    expect(typed.filter((text) => text.length > 50)).toEqual([]);
    for (const { bills, vendorInvoiceNumber } of story.orders) {
      expect(vendorInvoiceNumber.split(/, |; | \+ /).filter(Boolean)).toEqual(bills);
    }
  });

  it('can be kept as every system keeps its books', () => {
    expect(keepLedger(story.bills).postings.length).toBeGreaterThan(70);
    expect(keepEntries(story.bills).entries.length).toBeGreaterThan(70);
  });

  it('leaves the customers alone', () => {
    expect(story.events.some((event) => 'theirNumber' in event)).toBe(false);
  });
});

describe('what must become of the purchase orders', () => {
  it.each([
    ['PO3001', 'paid in full', 18_400, '2026-11-17'],
    ['PO3002', 'paid in part', 20_000, null],
    ['PO3003', 'paid in two parts, the later entered first', 7_312.5, '2026-11-10'],
    ['PO3004', 'not paid', null, null],
    ['PO3006', 'partly paid by a payment over two bills', 3_000, null],
    ['PO3007', 'credited in full', null, null],
    ['PO3008', 'credited in part, and paid', 10_000, '2026-11-14'],
    ['PO3009', 'nullified', null, null],
    ['PO3010', 'nullified and entered anew under its number', 8_010, '2026-11-17'],
    ['PO3011', 'sent back by the bank and paid again', 1_562.5, '2026-11-15'],
    ['PO3012', 'taken apart since', null, null],
    ['PO3013', 'paid abroad at a rate of its own', 4_250, '2026-11-16'],
    ['PO3014', 'partly paid abroad', 700, null],
    ['PO3017', 'under a number that others have too', 5_000, '2026-11-13'],
    ['PO3018', 'under that number too', 2_200, null],
    ['PO3019', 'on a bill over two orders', 3_600, '2026-11-14'],
    ['PO3020', 'on the same bill', 3_600, '2026-11-14'],
    ['PO3021', 'on two bills, both paid', 16_000, '2026-11-16'],
    ['PO3022', 'on two bills, one of them paid', 7_000, null],
    ['PO3023', 'on a bill that is paid and one that the books do not hold', 4_400, null],
    ['PO3024', 'from a vendor that an alias tells', 31_250, '2026-11-20'],
    ['PO3028', 'paid before the bill came', 12_500, '2026-10-30'],
    ['PO3029', 'paid but for a krone that was written off', 840, '2026-11-17'],
    ['PO3030', 'paid too much', 1_000, '2026-11-16'],
    ['PO3032', 'closed', 4_375, '2026-11-19'],
  ])('%s: %s', (poNumber, _, paidAmount, datePaid) => {
    expect(expected().held.get(poNumber)).toEqual({ paidAmount, datePaid, note: null });
  });

  it('whatever cannot be told is skipped, and nothing of it is written', () => {
    const { skipped } = expected().outcomes;
    expect(skipped).toEqual(['PO3016', 'PO3025', 'PO3026', 'PO3027', 'PO3033']);
    for (const poNumber of skipped) expect(expected().held.get(poNumber)?.paidAmount).toBeNull();
  });

  it('paid bills that no order carries are told by number and vendor', () => {
    expect(expected().outcomes.notFound).toEqual(['10045 · 20006', '771200341 · 20006']);
  });

  it('orders without a bill in the books are left alone, and those that are right already', () => {
    const { unchanged, updated } = expected().outcomes;
    expect(unchanged).toContain('PO3031');
    expect([...unchanged, ...updated]).not.toContain('PO3034');
    expect([...unchanged, ...updated]).not.toContain('PO3035');
    expect(expected().held.get('PO3034')).toEqual({ paidAmount: null, datePaid: null, note: 'Rush' });
  });

  it('a closed order fails where Manage keeps its fields closed too', () => {
    expect(expected().outcomes.failed).toEqual([]);
    expect(expected({ closedOrdersRefused: true }).outcomes.failed).toEqual(['PO3032']);
  });

  it('looks otherwise through the eyes of other systems', () => {
    const tolerated = (system: 'poweroffice-go' | 'business-central') =>
      expected({ system }).held.get('PO3036');
    expect(tolerated('poweroffice-go')).toMatchObject({ paidAmount: 2_000 });
    expect(tolerated('business-central')).toMatchObject({ paidAmount: 2_000.5 });
  });
});

describe('small stories of bills', () => {
  const seeds = Array.from({ length: 60 }, (_, at) => at + 1);
  const stories = seeds.map((seed) => tellSmall(NOW, seed));

  it('are told again by the same seed', () => {
    expect(tellSmall(NOW, 7).bills).toEqual(stories[6]?.bills);
    expect(tellSmall(NOW, 8).bills).not.toEqual(stories[6]?.bills);
  });

  it('have a few bills each, which every system can keep', () => {
    for (const { bills } of stories) {
      const count = factsOf({ events: bills }).filter(({ isInvoice }) => isInvoice).length;
      expect(count).toBeGreaterThanOrEqual(3);
      expect(count).toBeLessThanOrEqual(12);
      expect(keepLedger(bills).postings.length).toBeGreaterThanOrEqual(count);
      expect(keepEntries(bills).entries.length).toBeGreaterThanOrEqual(count);
    }
  });

  it('end in every outcome but failure', () => {
    const all = stories.map((each) => expectedOfOrders({ story: each }, PAST_MONTH).outcomes);
    const ended = (outcome: keyof (typeof all)[number]) => all.some((each) => each[outcome].length > 0);
    expect(ended('updated') && ended('unchanged') && ended('skipped') && ended('notFound')).toBe(true);
    expect(ended('failed')).toBe(false);
  });
});
