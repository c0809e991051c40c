import { minorUnitDigits } from './currency';
import { parseIsoDate, type IsoDate } from './iso-date';
import { money, type Money } from './money';
import type { ReasonValue, ReasonValues } from './reason';

/** How amounts and calendar days are written. */
export interface Writing {
  readonly money: (amount: Money) => string;
  readonly day: (date: IsoDate) => string;
}

/** The values of a reason as the texts that stand in its sentence. */
export function writtenValues(params: ReasonValues, { money: amount, day }: Writing): Record<string, string> {
  const write = (value: ReasonValue): string => {
    if (typeof value === 'string') return value;
    return 'day' in value ? day(value.day) : amount(value);
  };
  return Object.fromEntries(Object.entries(withAmounts(params)).map(([name, value]) => [name, write(value)]));
}

/** Under these names amounts stood as decimal texts, with their currency beside them. */
const AMOUNTS = ['amount', 'manage', 'books', 'over'];

/** Runs of earlier versions remember amounts and days as text. What is in another form stays as it is. */
function withAmounts(params: ReasonValues): ReasonValues {
  const { currency } = params;
  if (typeof currency !== 'string') return params;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]): [string, ReasonValue] => {
      if (typeof value !== 'string') return [name, value];
      if (AMOUNTS.includes(name)) return [name, amountOf(value, currency) ?? `${value} ${currency}`];
      const date = name === 'date' ? parseIsoDate(value) : null;
      return [name, date === null ? value : { day: date }];
    }),
  );
}

/** An amount as it was kept: with all decimals of its currency and a point before them. */
function amountOf(text: string, currency: string): Money | null {
  const minor = Number(text.replace('.', ''));
  const [, decimals = ''] = text.split('.');
  const isKept = /^-?\d+(\.\d+)?$/.test(text) && decimals.length === minorUnitDigits(currency);
  return isKept && Number.isSafeInteger(minor) ? money(minor, currency) : null;
}
