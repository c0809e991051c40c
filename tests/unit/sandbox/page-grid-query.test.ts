import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerGridQuery, type GridQuery, type GridRecord } from '@/sandbox/manage/page/grid-query';
import { amount, day, text } from '@/sandbox/manage/page/tenant-format';

const query = (change: Partial<GridQuery> = {}): GridQuery => ({
  sort: null,
  page: 1,
  pageSize: 100,
  filters: {},
  limit: null,
  dates: 'dmy',
  ...change,
});

const record = (recId: number, number: string, total: number, date: string, company: string): GridRecord => ({
  recId,
  cells: {
    number: text(number),
    amount: amount(total, 'NOK'),
    date: day(date, 'dmy'),
    company: text(company),
  },
});

const RECORDS = [
  record(1, '9', 1000, '2026-02-01', 'Fjord Bygg'),
  record(2, '10', 90, '2025-12-31', 'Nordlys'),
  record(3, 'INV-2', -5, '2026-01-15', 'nordavind'),
];

const ids = (change: Partial<GridQuery>): number[] =>
  answerGridQuery(RECORDS, query(change)).rows.map(({ recId }) => recId);

describe('a query of a grid', () => {
  it.each([
    ['amounts by their value', 'amount', false, [3, 2, 1]],
    ['days by the calendar, not by their text', 'date', false, [2, 3, 1]],
    ['the other way round', 'date', true, [1, 3, 2]],
    ['numbers within text by their value', 'number', false, [1, 2, 3]],
  ])('sorts %s', (_, column, descending, expected) => {
    expect(ids({ sort: { column, descending } })).toEqual(expected);
  });

  it('keeps what contains the text of every filter, whatever the case', () => {
    expect(ids({ filters: { company: 'NORD' } })).toEqual([2, 3]);
    expect(ids({ filters: { company: 'nord', number: 'inv' } })).toEqual([3]);
    expect(ids({ filters: { nothing: 'x' } })).toEqual([]);
  });

  it('knows no more records than its limit', () => {
    expect(answerGridQuery(RECORDS, query({ limit: 2 })).total).toBe(2);
  });

  it('yields every record exactly once over all pages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }), (count, pageSize) => {
        const records = Array.from({ length: count }, (_, id) =>
          record(id, String(id), id, '2026-01-01', 'A'),
        );
        const pages = Math.max(1, Math.ceil(count / pageSize));
        const seen = Array.from({ length: pages }, (_, at) =>
          answerGridQuery(records, query({ page: at + 1, pageSize })).rows.map(({ recId }) => recId),
        ).flat();
        expect(seen).toEqual(records.map(({ recId }) => recId));
      }),
    );
  });
});

describe('the formats of the tenant', () => {
  it.each([
    [1250, 'NOK', 'kr 1,250.00'],
    [-50.5, 'USD', '-$50.50'],
    [0, 'EUR', '€0.00'],
    [7, 'XTS', 'XTS 7.00'],
  ])('write %d %s as %s', (value, currency, expected) => {
    expect(amount(value, currency).text).toBe(expected);
  });

  it('leave an absent day empty', () => {
    expect(day('', 'dmy').text).toBe('');
  });
});
