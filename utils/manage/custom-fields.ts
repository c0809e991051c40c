import { ExactNumber } from '@/utils/http/exact-number';
import { minorUnitDigits } from '@/utils/payments/currency';
import { parseIsoDate, type IsoDate } from '@/utils/payments/iso-date';
import type { CustomField } from '@/utils/payments/manage-invoice';
import type { Money } from '@/utils/payments/money';
import { parseMoney } from '@/utils/payments/parse-money';
import { Problem } from '@/utils/payments/problem';

/** Types of custom fields that can hold what is written to them. Source: ConnectWise OpenAPI 2025.8. */
export const AMOUNT_TYPES: readonly string[] = ['Currency', 'Number'];
export const DATE_TYPES: readonly string[] = ['Date'];

/** A custom field as far as it can be found by; its definition has as much. */
export type NamedField = Pick<CustomField, 'caption' | 'type'>;

/**
 * The field with this caption, whatever its case and the spaces around it.
 * @throws Problem `customFieldMissing`, `customFieldWrongType`, or `customFieldAmbiguous` when two would do
 */
export function fieldByCaption<T extends NamedField>(
  fields: readonly T[],
  caption: string,
  types: readonly string[],
): T {
  const named = fields.filter((field) => folded(field.caption) === folded(caption));
  const [field, another] = named.filter(({ type }) => types.includes(type));
  if (another !== undefined) throw new Problem('customFieldAmbiguous', { caption });
  if (field !== undefined) return field;
  const [wrong] = named;
  throw wrong === undefined
    ? new Problem('customFieldMissing', { caption })
    : new Problem('customFieldWrongType', { caption, type: wrong.type });
}

/** The amount a field shows; null when it is empty. @throws Problem `customFieldWrongType` when it is no amount */
export function amountIn({ value, caption, type }: CustomField, currency: string): Money | null {
  const text = value instanceof ExactNumber ? value.text : value;
  if (text === null || text === '') return null;
  try {
    if (typeof text === 'string') return parseMoney(text.trim(), currency);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
  }
  throw new Problem('customFieldWrongType', { caption, type });
}

/**
 * The day a field shows; null when it is empty. Manage sends midnight UTC for a calendar day, so the first ten
 * characters are the day.
 * @throws Problem `customFieldWrongType` when it is no date
 */
export function dateIn({ value, caption, type }: CustomField): IsoDate | null {
  if (value === null || value === '') return null;
  const date = typeof value === 'string' ? parseIsoDate(value.slice(0, 10)) : null;
  if (date === null) throw new Problem('customFieldWrongType', { caption, type });
  return date;
}

/**
 * Refuses an amount that the field would round.
 * @throws Problem `customFieldTooCoarse`
 */
export function requireDecimals({ raw, caption }: CustomField, amount: Money): void {
  const decimals = raw.numberOfDecimals instanceof ExactNumber ? Number(raw.numberOfDecimals.text) : null;
  if (decimals === null) return;
  const lost = Math.max(0, minorUnitDigits(amount.currency) - decimals);
  if (amount.minor % 10 ** lost !== 0) {
    throw new Problem('customFieldTooCoarse', { caption, decimals: String(decimals) });
  }
}

function folded(caption: string): string {
  return caption.trim().toLowerCase();
}
