import type { Shape, WireObject } from './query/shape';

interface Currency {
  readonly id: number;
  readonly symbol: string;
  readonly name: string;
  readonly numberOfDecimals: number;
}

const CURRENCIES: Readonly<Record<string, Currency>> = {
  NOK: { id: 1, symbol: 'kr', name: 'Norwegian krone', numberOfDecimals: 2 },
  EUR: { id: 2, symbol: '€', name: 'Euro', numberOfDecimals: 2 },
  USD: { id: 3, symbol: '$', name: 'US dollar', numberOfDecimals: 2 },
  SEK: { id: 4, symbol: 'kr', name: 'Swedish krona', numberOfDecimals: 2 },
  DKK: { id: 5, symbol: 'kr', name: 'Danish krone', numberOfDecimals: 2 },
  GBP: { id: 6, symbol: '£', name: 'Pound sterling', numberOfDecimals: 2 },
  JPY: { id: 7, symbol: '¥', name: 'Yen', numberOfDecimals: 0 },
  KWD: { id: 8, symbol: 'KD', name: 'Kuwaiti dinar', numberOfDecimals: 3 },
};

/** A currency as Manage's setup table holds it. */
export function currencyOf(code: string): Currency {
  return CURRENCIES[code] ?? { id: 99, symbol: code, name: code, numberOfDecimals: 2 };
}

/** Sums decimals in whole minor units of a currency, so that no noise of binary fractions gets in. */
export function sumOf(amounts: readonly number[], currencyCode: string): number {
  const scale = 10 ** currencyOf(currencyCode).numberOfDecimals;
  return amounts.reduce((sum, amount) => sum + Math.round(amount * scale), 0) / scale;
}

/** Whether an amount has no more decimals than its currency. */
export function fits(amount: number, currencyCode: string): boolean {
  return sumOf([amount], currencyCode) === amount;
}

/** The properties of a currency reference. Source: ConnectWise OpenAPI 2025.8, `CurrencyReference`. */
export const CURRENCY_SHAPE: Shape = {
  id: 'number',
  symbol: 'string',
  currencyCode: 'string',
  decimalSeparator: 'string',
  numberOfDecimals: 'number',
  thousandsSeparator: 'string',
  negativeParenthesesFlag: 'boolean',
  displaySymbolFlag: 'boolean',
  currencyIdentifier: 'string',
  displayIdFlag: 'boolean',
  rightAlign: 'boolean',
  name: 'string',
  _info: 'map',
};

/** A currency as records refer to it. */
export function currencyObject(code: string): WireObject {
  const { id, symbol, name, numberOfDecimals } = currencyOf(code);
  return {
    id,
    symbol,
    currencyCode: code,
    decimalSeparator: ',',
    numberOfDecimals,
    thousandsSeparator: ' ',
    negativeParenthesesFlag: false,
    displaySymbolFlag: false,
    currencyIdentifier: code,
    displayIdFlag: false,
    rightAlign: false,
    name,
  };
}
