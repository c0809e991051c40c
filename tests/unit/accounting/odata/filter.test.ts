import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf, odataAddress, roomForFilter } from '@/utils/accounting/odata/address';
import { anyOfInChunks, byEntryNumber } from '@/utils/accounting/odata/chunks';
import {
  allOf,
  anyOf,
  booleanLiteral,
  compare,
  dayLiteral,
  instantLiteral,
  numberLiteral,
  textLiteral,
} from '@/utils/accounting/odata/filter';
import { isoDate } from '@/utils/payments/iso-date';

describe('a filter', () => {
  it.each([
    ['a text in quotes', compare('number', 'eq', textLiteral('A-1')), "number eq 'A-1'"],
    ['a quote doubled', compare('number', 'eq', textLiteral("O'Hara's")), "number eq 'O''Hara''s'"],
    ['a number as it is', compare('dcleEntryNo', 'gt', numberLiteral(4711)), 'dcleEntryNo gt 4711'],
    ['a truth value as it is', compare('cleOpen', 'eq', booleanLiteral(true)), 'cleOpen eq true'],
    ['a day without quotes', compare('d', 'ge', dayLiteral(isoDate('2026-03-01'))), 'd ge 2026-03-01'],
    ['an instant in UTC', compare('t', 'gt', instantLiteral(0)), 't gt 1970-01-01T00:00:00.000Z'],
  ])('writes %s', (_, condition, text) => expect(condition).toBe(text));

  it('joins comparisons of several fields with and, values of one field with or', () => {
    expect(allOf(compare('a', 'ge', numberLiteral(1)), compare('b', 'le', numberLiteral(2)))).toBe(
      'a ge 1 and b le 2',
    );
    expect(anyOf('n', ['A', 'B'].map(textLiteral))).toBe("n eq 'A' or n eq 'B'");
  });

  it('is never made of no values, which would ask for everything', () => {
    expect(() => anyOf('n', [])).toThrow(RangeError);
  });

  it('takes whole numbers only', () => {
    expect(() => numberLiteral(1.5)).toThrow(RangeError);
  });
});

describe('an address', () => {
  const query = { filter: anyOf('number', [textLiteral("A&B+C#1'")]), select: ['id', 'number'] };

  it('says the same to a server after a browser has parsed it', () => {
    const address = odataAddress('https://bc.example/companies(1)/salesInvoices', query);
    expect(new URL(address).href).toBe(address);
    expect(new URL(address).searchParams.get('$filter')).toBe("number eq 'A&B+C#1'''");
    expect(new URL(address).searchParams.get('$select')).toBe('id,number');
  });

  it('goes on after a query of the resource itself', () => {
    expect(odataAddress('https://nav.example/x?tenant=default', { select: ['No'] })).toBe(
      'https://nav.example/x?tenant=default&$select=No',
    );
  });

  it('has no question mark without options', () => {
    expect(odataAddress('https://nav.example/x', {})).toBe('https://nav.example/x');
  });
});

describe('chunks of values', () => {
  const resource = 'https://bc.example/v2.0/tenant/Production/api/v2.0/companies(1)/salesInvoices';
  const select = ['id', 'number', 'status'];
  const room = roomForFilter(resource, select);
  const asked = (filters: readonly string[]): string[] =>
    filters.flatMap((filter) => [...filter.matchAll(/'((?:[^']|'')*)'/g)].map(([, text = '']) => text));

  it('ask for every value exactly once in addresses of at most 2,000 characters', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme-ascii' })), (numbers) => {
        const filters = anyOfInChunks('number', numbers.map(textLiteral), room);
        for (const filter of filters) {
          expect(odataAddress(resource, { filter, select }).length).toBeLessThanOrEqual(2000);
        }
        const wanted = [...new Set(numbers)].map((number) => number.replaceAll("'", "''"));
        expect(asked(filters)).toEqual(wanted);
      }),
    );
  });

  it('put some fifty invoice numbers into one request', () => {
    const numbers = Array.from({ length: 1000 }, (_, at) => textLiteral(String(103_000 + at)));
    expect(anyOfInChunks('number', numbers, room).length).toBeLessThanOrEqual(1000 / 45);
  });
});

describe('reading ledger entries by number', () => {
  const room = 1800;
  const reading = { room, pageSize: 5000, rowsPerEntry: 4 };
  const matches = (filter: string, entry: number): boolean => {
    const range = /ge (\d+) and \w+ le (\d+)/.exec(filter);
    if (range !== null) return Number(range[1]) <= entry && entry <= Number(range[2]);
    return filter.split(' or ').some((part) => part === `e eq ${entry}`);
  };

  it('asks for each entry exactly once, whatever lies between them', () => {
    const entries = fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { maxLength: 400 });
    fc.assert(
      fc.property(entries, (numbers) => {
        const filters = byEntryNumber('e', numbers, reading);
        for (const number of numbers) {
          expect(filters.filter((filter) => matches(filter, number))).toHaveLength(1);
        }
        for (const filter of filters) expect(lengthOf(filter)).toBeLessThanOrEqual(room);
      }),
    );
  });

  it('reads what lies close together from first to last', () => {
    const every = Array.from({ length: 1000 }, (_, at) => 5000 + at * 3);
    expect(byEntryNumber('e', every, reading)).toEqual(['e ge 5000 and e le 7997']);
  });

  it('names what lies far apart', () => {
    const few = Array.from({ length: 100 }, (_, at) => 1000 + at * 1000);
    const filters = byEntryNumber('e', few, reading);
    expect(filters.length).toBeLessThanOrEqual(3);
    expect(filters.join()).not.toContain(' ge ');
  });

  it('asks for nothing when there is nothing to read', () => {
    expect(byEntryNumber('e', [], reading)).toEqual([]);
  });
});
