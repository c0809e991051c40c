import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  least,
  money,
  sameMoney,
  subtract,
  sum,
  toDecimalText,
  type Money,
} from '@/utils/payments/money';
import { parseMoney } from '@/utils/payments/parse-money';
import { currencies } from './support/arbitraries';

/** Small enough that sums of a few stay exact. */
const minorUnits = fc.integer({ min: -(2 ** 50), max: 2 ** 50 });
const anyMinorUnits = fc.maxSafeInteger();
const nok = (minor: number): Money => money(minor, 'NOK');

describe('money', () => {
  it.each([
    [1250_50, 'NOK', '1250.50'],
    [-5, 'NOK', '-0.05'],
    [0, 'NOK', '0.00'],
    [1250, 'JPY', '1250'],
    [-1, 'JPY', '-1'],
    [1, 'KWD', '0.001'],
    [12345, 'CLF', '1.2345'],
    [Number.MAX_SAFE_INTEGER, 'USD', '90071992547409.91'],
  ])('%d minor units of %s are written %s', (minor, currency, text) => {
    expect(toDecimalText(money(minor, currency))).toBe(text);
  });

  it('is read back from its decimal text unchanged, in every currency', () => {
    fc.assert(
      fc.property(anyMinorUnits, currencies, (minor, currency) => {
        const amount = money(minor, currency);
        expect(parseMoney(toDecimalText(amount), currency)).toEqual(amount);
      }),
    );
  });

  it('is a whole number of minor units that can be told exactly', () => {
    for (const minor of [0.5, NaN, Infinity, 2 ** 53, -(2 ** 53)]) {
      expect(() => money(minor, 'NOK')).toThrow(RangeError);
    }
  });

  it('knows no negative zero, which would be another zero to whoever compares', () => {
    expect(Object.is(money(-0, 'NOK').minor, 0)).toBe(true);
    expect(Object.is(subtract(nok(-5), nok(-5)).minor, 0)).toBe(true);
  });

  it('sums to the same in any order and grouping', () => {
    fc.assert(
      fc.property(minorUnits, minorUnits, minorUnits, (a, b, c) => {
        expect(add(add(nok(a), nok(b)), nok(c))).toEqual(add(nok(a), add(nok(b), nok(c))));
        expect(sum([nok(a), nok(b), nok(c)], 'NOK')).toEqual(sum([nok(c), nok(a), nok(b)], 'NOK'));
      }),
    );
  });

  it('gives back what was added when it is subtracted', () => {
    fc.assert(
      fc.property(minorUnits, minorUnits, (a, b) => {
        expect(subtract(add(nok(a), nok(b)), nok(b))).toEqual(nok(a));
      }),
    );
  });

  it('sums nothing to zero of the currency asked for', () => {
    expect(sum([], 'JPY')).toEqual(money(0, 'JPY'));
  });

  it('refuses to reckon with two currencies', () => {
    const sek = money(1, 'SEK');
    for (const reckon of [add, subtract, least]) expect(() => reckon(nok(1), sek)).toThrow(RangeError);
    expect(() => sum([sek], 'NOK')).toThrow(RangeError);
  });

  it('refuses a sum too large to be exact', () => {
    expect(() => add(nok(Number.MAX_SAFE_INTEGER), nok(1))).toThrow(RangeError);
  });

  it('finds the smaller of two amounts', () => {
    expect(least(nok(-3), nok(2))).toEqual(nok(-3));
    expect(least(nok(4), nok(2))).toEqual(nok(2));
  });

  it.each([
    [nok(1), nok(1), true],
    [nok(1), nok(2), false],
    [nok(1), money(1, 'SEK'), false],
    [null, null, true],
    [nok(0), null, false],
    [null, nok(0), false],
  ])('%o and %o are the same: %s', (a, b, same) => {
    expect(sameMoney(a, b)).toBe(same);
  });
});
