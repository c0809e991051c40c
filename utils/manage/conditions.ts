import { Problem } from '@/utils/payments/problem';

/**
 * Whether Manage can be asked for this value. How a double quote inside a string is escaped is not documented,
 * control characters and broken unicode would arrive changed, and an empty text would find every record
 * without a value: each of them would ask for something else than was meant.
 */
export function canBeAsked(value: string): boolean {
  return value.trim() !== '' && value.isWellFormed() && !/["\p{Cc}]/u.test(value);
}

/**
 * A string literal of Manage's `conditions` language. A literal opening bracket is written `[[]`.
 * Source: ConnectWise Developer Guide, "Conditions".
 * @throws Problem `numberNotAskable` when the value cannot be asked for, see {@link canBeAsked}
 */
export function quoted(value: string): string {
  if (!canBeAsked(value)) throw new Problem('numberNotAskable', { number: value.slice(0, 60) });
  return `"${value.replaceAll('[', '[[]')}"`;
}

/**
 * `field in ("a","b")`. Manage compares without regard to case: compare what comes back again.
 * @throws Problem `numberNotAskable`
 */
export function isOneOf(field: string, values: readonly string[]): string {
  return `${field} in (${values.map(quoted).join(',')})`;
}

/** `field in (1,2)`, for whole numbers. */
export function isOneOfIds(field: string, ids: readonly number[]): string {
  return `${field} in (${ids.join(',')})`;
}
