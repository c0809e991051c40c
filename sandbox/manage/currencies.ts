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
