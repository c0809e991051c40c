import type { GridCell, GridQuery } from './grid-query';

const SYMBOLS: Readonly<Record<string, string>> = { NOK: 'kr ', SEK: 'SEK ', USD: '$', EUR: '€', GBP: '£' };
const decimal = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export const text = (value: string): GridCell => ({ text: value, order: value });

/** An amount as the tenant writes it, with the symbol of its currency: `kr 1,250.00`, `-$50.00`. */
export function amount(value: number, currencyCode: string): GridCell {
  const sign = value < 0 ? '-' : '';
  return {
    text: `${sign}${SYMBOLS[currencyCode] ?? `${currencyCode} `}${decimal.format(Math.abs(value))}`,
    order: value,
  };
}

/** A day as the tenant writes it: `01/03/2020` is the first of March under `dmy`. Empty for no day. */
export function day(iso: string, dates: GridQuery['dates']): GridCell {
  const [year = '', month = '', dayOfMonth = ''] = iso.slice(0, 10).split('-');
  const parts = dates === 'dmy' ? [dayOfMonth, month, year] : [month, dayOfMonth, year];
  return { text: iso === '' ? '' : parts.join('/'), order: iso };
}
