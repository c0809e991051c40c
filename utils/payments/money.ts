import { minorUnitDigits } from './currency';

/** An amount of money: a whole number of minor units (øre, cents) of one ISO 4217 currency. Never a float of it. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/** @throws RangeError if `minor` is not an exactly representable whole number */
export function money(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not a whole number of minor units: ${minor}`);
  return { minor: minor === 0 ? 0 : minor, currency };
}

/** @throws RangeError if the currencies differ */
export function add(a: Money, b: Money): Money {
  requireSameCurrency(a, b);
  return money(a.minor + b.minor, a.currency);
}

/** @throws RangeError if the currencies differ */
export function subtract(a: Money, b: Money): Money {
  requireSameCurrency(a, b);
  return money(a.minor - b.minor, a.currency);
}

/** The sum of amounts of one currency; zero of `currency` for none. @throws RangeError if a currency differs */
export function sum(amounts: readonly Money[], currency: string): Money {
  return amounts.reduce(add, money(0, currency));
}

/** The smaller of two amounts. @throws RangeError if the currencies differ */
export function least(a: Money, b: Money): Money {
  requireSameCurrency(a, b);
  return a.minor <= b.minor ? a : b;
}

/** True for the same amount of the same currency. */
export function sameMoney(a: Money | null, b: Money | null): boolean {
  return a === b || (a !== null && b !== null && a.minor === b.minor && a.currency === b.currency);
}

/** The amount as a plain decimal text with a point and the currency's decimals: `-1250.50`, `1250` for JPY. */
export function toDecimalText({ minor, currency }: Money): string {
  const digits = minorUnitDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const sign = minor < 0 ? '-' : '';
  return digits === 0 ? sign + whole : `${sign}${whole}.${text.slice(-digits)}`;
}

function requireSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency)
    throw new RangeError(`${a.currency} and ${b.currency} cannot be reckoned together`);
}
