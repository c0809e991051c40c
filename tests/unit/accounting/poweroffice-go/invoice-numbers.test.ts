import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { canBeInvoiceNumber, invoiceNumberLists } from '@/utils/accounting/poweroffice-go/invoice-numbers';

describe('numbers PowerOffice Go can have', () => {
  test.each(['0', '1', '12345', '9223372036854775807'])('%s', (number) => {
    expect(canBeInvoiceNumber(number)).toBe(true);
  });

  test.each(['', 'A-42', '00042', '-5', '1.5', ' 42', '9-', '1,2', '9223372036854775808', '<img onerror=x>'])(
    'but not %j',
    (number) => {
      expect(canBeInvoiceNumber(number)).toBe(false);
    },
  );
});

describe('lists of invoice numbers', () => {
  test.each([
    [[], []],
    [['7'], ['7']],
    [['9', '7'], ['7,9']],
    [['8', '7', '7'], ['7-8']],
    [['1', '12', '11', '10', '5'], ['1,5,10-12']],
    [['9223372036854775807', '9223372036854775806'], ['9223372036854775806-9223372036854775807']],
  ])('%j become %j', (numbers, lists) => {
    expect(invoiceNumberLists(numbers)).toEqual(lists);
  });

  it('name every number once and no other, each short enough for one request', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 20_000 }), { maxLength: 2000 });
    fc.assert(
      fc.property(numbers, (wanted) => {
        const lists = invoiceNumberLists(wanted.map(String));
        const named = lists.map((list) =>
          list.split(',').flatMap((part) => {
            const [first = 0, last = first] = part.split('-').map(Number);
            return Array.from({ length: last - first + 1 }, (_, at) => first + at);
          }),
        );
        expect(named.flat()).toEqual([...wanted].sort((a, b) => a - b));
        for (const list of lists) expect(list.length).toBeLessThanOrEqual(1800);
        for (const each of named) expect(each.length).toBeLessThanOrEqual(500);
      }),
      { numRuns: 30 },
    );
  });

  it('hold a couple of hundred scattered numbers each', () => {
    const scattered = Array.from({ length: 1000 }, (_, at) => String(100_000 + at * 3));
    expect(invoiceNumberLists(scattered).length).toBeLessThanOrEqual(4);
  });
});
