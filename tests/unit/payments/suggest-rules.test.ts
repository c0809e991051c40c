import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberInManage, SAME_NUMBER, type NumberRule } from '@/utils/payments/number-rule';
import { suggestRules } from '@/utils/payments/suggest-rules';

const NUMBERS = Array.from({ length: 14 }, (_, at) => String(1001 + at));

describe('for numbers that differ, the best suggestion is', () => {
  it.each<[string, (number: string) => string, (number: string) => string, Partial<NumberRule>]>([
    ['what Manage puts before them', (n) => n, (n) => `INV-${n}`, { managePrefix: 'INV-' }],
    ['what the books put before them', (n) => `F${n}`, (n) => n, { booksPrefix: 'F' }],
    [
      'what each puts before them',
      (n) => `F${n}`,
      (n) => `INV-${n}`,
      { booksPrefix: 'F', managePrefix: 'INV-' },
    ],
    ['what Manage puts behind them', (n) => n, (n) => `${n}/A`, { manageSuffix: '/A' }],
    ['what the books put behind them', (n) => `${n}-NO`, (n) => n, { booksSuffix: '-NO' }],
    ['leading zeros that do not count', (n) => `00${n}`, (n) => n, { leadingZeros: 'ignored' }],
    [
      'leading zeros that do not count, of whatever length',
      (n) => (Number(n) % 2 === 0 ? `0${n}` : `000${n}`),
      (n) => n,
      { leadingZeros: 'ignored' },
    ],
  ])('%s', (_, inBooks, inManage, change) => {
    const [best] = suggestRules(NUMBERS.map(inBooks), NUMBERS.map(inManage), SAME_NUMBER);
    expect(best).toEqual({ rule: { ...SAME_NUMBER, ...change }, more: 14 });
  });
});

describe('there is no suggestion', () => {
  it.each<[string, string[], string[]]>([
    ['where all match', NUMBERS, NUMBERS],
    ['where nothing has anything to do with anything', NUMBERS, ['AB', 'CD']],
    ['from one number that ends with another by chance', ['12', '34'], ['9912', '77']],
    ['where Manage holds nothing', NUMBERS, []],
    ['where the books hold nothing', [], NUMBERS],
    [
      'that would cost others their match',
      ['A1', 'A2', '1001', '1002', '1003'],
      ['1', '2', '1001', '1002', '1003'],
    ],
    ['of a number that Manage has twice', ['7', '8'], ['X7', 'X7', 'X8', 'X8']],
  ])('%s', (_, inBooks, inManage) => {
    expect(suggestRules(inBooks, inManage, SAME_NUMBER)).toEqual([]);
  });
});

it('a lone number that does not match gets the suggestion that there is', () => {
  expect(suggestRules(['1001'], ['INV-1001'], SAME_NUMBER)).toMatchObject([
    { rule: { managePrefix: 'INV-' }, more: 1 },
  ]);
});

it('a suggestion keeps its promise, whatever the numbers', () => {
  const number = fc.string({ unit: fc.constantFrom('0', '1', '2', 'A', '-'), minLength: 1, maxLength: 5 });
  const numbers = fc.uniqueArray(number, { maxLength: 8 });
  const matches = (rule: NumberRule, books: string[], manage: string[]) =>
    books.filter((each) => {
      const inManage = numberInManage(each, rule);
      const same = (other: string) => numberInManage(other, rule) === inManage;
      return (
        rule.leadingZeros === 'exact' && manage.includes(inManage ?? '') && books.filter(same).length === 1
      );
    }).length;
  fc.assert(
    fc.property(numbers, numbers, (books, manage) => {
      const before = matches(SAME_NUMBER, books, manage);
      for (const { rule, more } of suggestRules(books, manage, SAME_NUMBER)) {
        if (rule.leadingZeros === 'exact') expect(matches(rule, books, manage)).toBe(before + more);
      }
    }),
  );
});
