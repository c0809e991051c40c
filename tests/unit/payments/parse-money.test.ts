import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMoney } from '@/utils/payments/parse-money';
import { currencies } from './support/arbitraries';

describe('an amount from an API', () => {
  it.each([
    ['1250', 'NOK', 125000],
    ['1250.5', 'NOK', 125050],
    ['-0.5', 'NOK', -50],
    ['.5', 'NOK', 50],
    ['1.25E3', 'NOK', 125000],
    ['125e-2', 'NOK', 125],
    ['-1e+2', 'JPY', -100],
    ['-0', 'NOK', 0],
    ['0.001', 'KWD', 1],
    ['1250', 'JPY', 1250],
    ['90071992547409.91', 'USD', Number.MAX_SAFE_INTEGER],
    ['1e-400', 'NOK', 0],
  ])('%s %s is %d minor units', (text, currency, minor) => {
    expect(parseMoney(text, currency)).toEqual({ minor, currency });
  });

  it.each([
    ['1249.9999999999998', 125000],
    ['0.30000000000000004', 30],
    ['1.005', 101],
    ['-1.005', -101],
    ['0.0049999', 0],
    ['-0.0049999', 0],
  ])('%s, as reckoned in doubles, rounds to %d øre', (text, minor) => {
    expect(parseMoney(text, 'NOK').minor).toBe(minor);
  });

  it.each([
    '',
    ' ',
    'abc',
    '1,250.00',
    '1 250',
    ' 1250',
    '1250 ',
    '+5',
    '0x10',
    'NaN',
    'Infinity',
    '1.2.3',
    '--1',
    '1e',
  ])('%j is no amount', (text) => {
    expect(() => parseMoney(text, 'NOK')).toThrow(RangeError);
  });

  it.each(['90071992547409.92', '1e300', '-1e400', '1e999999', '9'.repeat(400)])(
    '%s is too large to be exact',
    (text) => {
      expect(() => parseMoney(text, 'USD')).toThrow(RangeError);
    },
  );

  it('is never anything but exact minor units or an error, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String)), currencies, (text, currency) => {
        try {
          expect(Number.isSafeInteger(parseMoney(text, currency).minor)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });

  it('names no more of a bad text than fits a log line', () => {
    expect(() => parseMoney('x'.repeat(10_000), 'NOK')).toThrow(/^not an amount: x{40}$/);
  });
});
