import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, formatMoneyCompact } from '@/utils/payments/format-money';
import { money } from '@/utils/payments/money';

/** Intl separates with no-break spaces of several kinds. */
const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

describe('an amount as people write it', () => {
  it.each([
    [1250_00, 'USD', 'en-US', '$1,250.00'],
    [1250_50, 'NOK', 'nb-NO', '1 250,50 kr'],
    [1250_50, 'NOK', 'en-US', 'NOK 1,250.50'],
    [-5, 'EUR', 'de-DE', '-0,05 €'],
    [1250, 'JPY', 'en-US', '¥1,250'],
    [1250, 'KWD', 'en-US', 'KWD 1.250'],
    [1250, 'UGX', 'en-US', 'UGX 1,250'],
    [1250_00, 'ISK', 'en-US', 'ISK 125,000'],
    [0, 'USD', 'en-US', '$0.00'],
    [5000, 'XYZ', 'en-US', 'XYZ 50.00'],
  ])('%d minor units of %s in %s: %s', (minor, currency, locale, text) => {
    expect(plain(formatMoney(money(minor, currency), locale))).toBe(text);
  });

  it('is exact where a double no longer is', () => {
    const largest = money(Number.MAX_SAFE_INTEGER, 'USD');
    expect(formatMoney(largest, 'en-US')).toBe('$90,071,992,547,409.91');
  });

  it.each([
    ['kroner', '50.00 kroner'],
    ['', '50.00'],
    ['N1K', '50.00 N1K'],
  ])('carries its code as text where %j is no currency code', (currency, text) => {
    expect(plain(formatMoney(money(5000, currency), 'en-US'))).toBe(text);
  });

  it('is text whatever the currency', () => {
    fc.assert(
      fc.property(fc.string(), fc.maxSafeInteger(), (currency, minor) => {
        expect(formatMoney(money(minor, currency), 'en-US')).toMatch(/\d/);
        expect(formatMoneyCompact(money(minor, currency), 'en-US')).toMatch(/\d/);
      }),
    );
  });

  it('follows the browser without a locale', () => {
    const browser = new Intl.NumberFormat().resolvedOptions().locale;
    expect(formatMoney(money(1250_00, 'NOK'))).toBe(formatMoney(money(1250_00, 'NOK'), browser));
  });

  it('keeps the notations of one currency and locale apart', () => {
    const amount = money(1250_00, 'USD');
    expect([formatMoney(amount, 'en-US'), formatMoneyCompact(amount, 'en-US')]).toEqual([
      '$1,250.00',
      '$1.25K',
    ]);
    expect([formatMoneyCompact(amount, 'en-US'), formatMoney(amount, 'en-US')]).toEqual([
      '$1.25K',
      '$1,250.00',
    ]);
    expect(plain(formatMoney(amount, 'de-DE'))).toBe('1.250,00 $');
  });
});

describe('an amount for a narrow cell', () => {
  it.each([
    [1250_00, 'USD', 'en-US', '$1.25K'],
    [99_999_00, 'USD', 'en-US', '$100K'],
    [1_234_567_00, 'USD', 'en-US', '$1.23M'],
    [12_34, 'USD', 'en-US', '$12.3'],
    [0, 'USD', 'en-US', '$0'],
    [-1250_00, 'USD', 'en-US', '-$1.25K'],
    [1250_00, 'kroner', 'en-US', '1.25K kroner'],
  ])('%d minor units of %s in %s: %s', (minor, currency, locale, text) => {
    expect(plain(formatMoneyCompact(money(minor, currency), locale))).toBe(text);
  });
});
