import { minorUnitDigits } from './currency';
import { toDecimalText, type Money } from './money';

/**
 * An amount as people of a locale write it, with all its decimals: `$1,250.00`, `1 250,00 kr`. Exact at any
 * size, since Intl gets the decimal text. `locale` is a BCP 47 tag; without one it is the browser's.
 * @throws RangeError if the locale is not a well-formed tag
 */
export function formatMoney(amount: Money, locale?: string): string {
  return format(amount, locale, 'standard');
}

/**
 * An amount in as few characters as still tell its size, for cells too narrow for all of it: `$1.25K`. It is
 * rounded to three digits, so the full amount must stand somewhere beside it.
 * @throws RangeError if the locale is not a well-formed tag
 */
export function formatMoneyCompact(amount: Money, locale?: string): string {
  return format(amount, locale, 'compact');
}

type Notation = 'standard' | 'compact';

/** Making a formatter costs far more than using it, and a grid shows hundreds of amounts in one currency. */
const formatters = new Map<string, Intl.NumberFormat>();

function format(amount: Money, locale: string | undefined, notation: Notation): string {
  const { currency } = amount;
  const formatted = formatterOf(currency, locale, notation).format(toDecimalText(amount) as `${number}`);
  return isCurrencyCode(currency) ? formatted : `${formatted} ${currency}`.trim();
}

function formatterOf(currency: string, locale: string | undefined, notation: Notation): Intl.NumberFormat {
  const key = `${notation} ${currency} ${locale}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    const digits = minorUnitDigits(currency);
    // The whole currency stands with the full amount: `kr 3.48K`, not `NOK 3.48K`.
    const currencyDisplay = notation === 'compact' ? 'narrowSymbol' : 'symbol';
    formatter = new Intl.NumberFormat(locale, {
      ...(isCurrencyCode(currency) ? { style: 'currency', currency, currencyDisplay } : {}),
      ...(notation === 'compact'
        ? { notation, maximumSignificantDigits: 3 }
        : { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    });
    formatters.set(key, formatter);
  }
  return formatter;
}

/** Intl refuses any other code with an error; such an amount is shown with its code as text behind it. */
function isCurrencyCode(code: string): boolean {
  return /^[A-Z]{3}$/i.test(code);
}
