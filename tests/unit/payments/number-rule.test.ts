import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  billRule,
  comparableInManage,
  numberInManage,
  numbersInBooks,
  SAME_NUMBER,
  spellingsInManage,
  type NumberRule,
} from '@/utils/payments/number-rule';

const rule = (change: Partial<NumberRule>): NumberRule => ({ ...SAME_NUMBER, ...change });

describe('the number of an invoice in the books', () => {
  it.each<[string, Partial<NumberRule>, string, string | null]>([
    ['is the number in Manage, every character of it', {}, '00042', '00042'],
    ['keeps blanks', {}, '42 ', '42 '],
    ['keeps upper and lower case', {}, 'a-42', 'a-42'],
    ['gets what Manage puts before it', { managePrefix: 'INV-' }, '42', 'INV-42'],
    ['loses what the books put before it', { booksPrefix: 'F' }, 'F42', '42'],
    ['has one prefix there and another here', { booksPrefix: 'F', managePrefix: 'INV-' }, 'F42', 'INV-42'],
    ['gets what Manage puts behind it', { manageSuffix: '/A' }, '42', '42/A'],
    ['loses what the books put behind it', { booksSuffix: '-NO' }, '42-NO', '42'],
    ['means nothing without its prefix', { booksPrefix: 'F' }, '42', null],
    ['means nothing with a prefix in another case', { booksPrefix: 'F' }, 'f42', null],
    ['means nothing without its suffix', { booksSuffix: '-NO' }, '42', null],
    ['means nothing that is but a prefix', { booksPrefix: 'F' }, 'F', null],
    ['means nothing where prefix and suffix overlap', { booksPrefix: 'AA', booksSuffix: 'AA' }, 'AAA', null],
    ['means nothing that is empty', {}, '', null],
    ['loses leading zeros that do not count', { leadingZeros: 'ignored' }, '00042', '42'],
    ['keeps one zero', { leadingZeros: 'ignored' }, '000', '0'],
    ['keeps zeros in the middle', { leadingZeros: 'ignored' }, '04020', '4020'],
    [
      'loses them behind a prefix',
      { leadingZeros: 'ignored', booksPrefix: 'F', managePrefix: 'INV-' },
      'F0042',
      'INV-42',
    ],
  ])('%s', (_, change, inBooks, inManage) => {
    expect(numberInManage(inBooks, rule(change))).toBe(inManage);
  });
});

describe('a number of Manage', () => {
  it('is asked of the books as they write it', () => {
    expect(numbersInBooks('INV-42', rule({ booksPrefix: 'F', managePrefix: 'INV-' }))).toEqual(['F42']);
  });

  it('that is not of the form is in no books', () => {
    expect(numbersInBooks('42', rule({ managePrefix: 'INV-' }))).toEqual([]);
  });

  it('is asked for in every length where leading zeros do not count', () => {
    const spellings = spellingsInManage('INV-42', rule({ leadingZeros: 'ignored', managePrefix: 'INV-' }));
    expect(spellings).toHaveLength(10);
    expect(spellings[0]).toBe('INV-42');
    expect(spellings.at(-1)).toBe('INV-00000000042');
  });

  it('longer than any other is still asked for as it is', () => {
    const long = '0'.repeat(30) + '7';
    expect(spellingsInManage(long, rule({ leadingZeros: 'ignored' }))).toContain(long);
  });
});

describe('the number of a vendor’s bill', () => {
  const bills = (change: Partial<NumberRule> = {}) => billRule(rule(change), true);

  it('is compared in capitals on both sides, where its system keeps it so', () => {
    expect(numberInManage('INV-2026A', bills())).toBe('INV-2026A');
    expect(comparableInManage('Inv-2026a', bills())).toBe('INV-2026A');
    expect(numbersInBooks('Inv-2026a', bills())).toEqual(['INV-2026A']);
    expect(comparableInManage('no-7a', bills({ managePrefix: 'No-' }))).toBe('NO-7A');
    expect(comparableInManage('Inv-2026a', billRule(SAME_NUMBER, false))).toBe('Inv-2026a');
  });

  it('is asked for in every length that a bill can have, where leading zeros do not count', () => {
    const padded = '4711'.padStart(35, '0');
    const zeros = bills({ leadingZeros: 'ignored' });
    expect(spellingsInManage('4711', zeros).at(-1)).toBe(padded);
    expect(numbersInBooks('4711', zeros).at(-1)).toBe(padded);
  });
});

describe('whatever the rule', () => {
  const affix = fc.string({ unit: fc.constantFrom('I', 'N', '-', '0', '/'), maxLength: 4 });
  const rules = fc.record({
    booksPrefix: affix,
    booksSuffix: affix,
    managePrefix: affix,
    manageSuffix: affix,
    leadingZeros: fc.constantFrom('exact' as const, 'ignored' as const),
  });
  const middles = fc.string({ unit: fc.constantFrom('0', '1', '2', 'A', '-'), minLength: 1, maxLength: 7 });
  const inBooksOf = (each: NumberRule, middle: string) => each.booksPrefix + middle + each.booksSuffix;

  it('a number of the books is found again among those that its number in Manage may stand for', () => {
    fc.assert(
      fc.property(rules, middles, (each, middle) => {
        const inBooks = inBooksOf(each, middle);
        const inManage = numberInManage(inBooks, each) ?? '';
        expect(numbersInBooks(inManage, each)).toContain(inBooks);
        expect(spellingsInManage(inManage, each)).toContain(inManage);
      }),
    );
  });

  it('two numbers of the books have one in Manage only where nothing but leading zeros tells them apart', () => {
    fc.assert(
      fc.property(rules, middles, middles, (each, one, other) => {
        const alike =
          numberInManage(inBooksOf(each, one), each) === numberInManage(inBooksOf(each, other), each);
        const withoutZeros = (text: string) => text.replace(/^0+(?=.)/, '');
        const same =
          each.leadingZeros === 'ignored' ? withoutZeros(one) === withoutZeros(other) : one === other;
        expect(alike).toBe(same);
      }),
    );
  });

  it('every spelling of a number in Manage is compared as the same, and no two spellings are alike', () => {
    fc.assert(
      fc.property(rules, middles, (each, middle) => {
        const inManage = each.managePrefix + middle + each.manageSuffix;
        const spellings = spellingsInManage(inManage, each);
        const compared = new Set(spellings.map((spelling) => comparableInManage(spelling, each)));
        expect(compared).toEqual(new Set([comparableInManage(inManage, each)]));
        expect(new Set(spellings).size).toBe(spellings.length);
        expect(spellings).toContain(inManage);
      }),
    );
  });

  it('comparing twice is comparing once', () => {
    fc.assert(
      fc.property(rules, fc.string({ maxLength: 12 }), (each, text) => {
        const once = comparableInManage(text, each);
        expect(comparableInManage(once, each)).toBe(once);
      }),
    );
  });
});
