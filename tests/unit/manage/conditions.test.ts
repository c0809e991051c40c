import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBeAsked, isOneOf, isOneOfIds, quoted } from '@/utils/manage/conditions';
import { queryString } from '@/utils/manage/query-string';
import { Problem } from '@/utils/payments/problem';

describe('a value in conditions', () => {
  it.each([
    ['12345', '"12345"'],
    ['INV-2026/001', '"INV-2026/001"'],
    ['[draft] 7', '"[[]draft] 7"'],
    ['a]b', '"a]b"'],
    [`O'Brien & 50% * +`, `"O'Brien & 50% * +"`],
    ['<img src=x onerror=alert(1)>', '"<img src=x onerror=alert(1)>"'],
    ['Ünïcødé 請求書 🧾', '"Ünïcødé 請求書 🧾"'],
    ['1234567890123456', '"1234567890123456"'],
    [' 7 ', '" 7 "'],
  ])('%s is written %s', (value, literal) => {
    expect(quoted(value)).toBe(literal);
  });

  it.each([
    ['a double quote', '1" or id > 0 or "'],
    ['a line break', '12\n34'],
    ['a null character', '12\0'],
    ['half a surrogate pair', '12\ud800'],
    ['nothing', ''],
    ['only spaces', '  '],
  ])('cannot be asked for when it holds %s', (_, value) => {
    expect(canBeAsked(value)).toBe(false);
    expect(() => quoted(value)).toThrow(Problem);
  });

  it('stands in a list', () => {
    expect(isOneOf('invoiceNumber', ['1', 'b'])).toBe('invoiceNumber in ("1","b")');
    expect(isOneOfIds('id', [3, 4])).toBe('id in (3,4)');
  });
});

describe('a query string', () => {
  it.each([
    ['&', '%26'],
    ['"', '%22'],
    [`'`, '%27'],
    ['*', '%2A'],
    ['%', '%25'],
    ['+', '%2B'],
    [' ', '%20'],
    ['#', '%23'],
    ['é', '%C3%A9'],
  ])('encodes %s as %s', (value, encoded) => {
    expect(queryString({ conditions: value })).toBe(`conditions=${encoded}`);
  });

  it('carries any text unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        const read = new URL(`https://na.example/?${queryString({ one, other })}`).searchParams;
        expect(read.get('one')).toBe(one);
        expect(read.get('other')).toBe(other);
      }),
    );
  });
});
