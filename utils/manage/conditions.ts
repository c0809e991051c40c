import { Problem } from '@/utils/payments/problem';

/**
 * A string literal of Manage's `conditions` language. How a double quote inside one is escaped is not
 * documented, so such a value is refused instead of guessed at. A bracket is written `[[]`.
 * Source: ConnectWise Developer Guide, "Conditions".
 */
export function quoted(value: string): string {
  if (value.includes('"')) throw new Problem('manageRefused', { detail: `"`, status: '' });
  return `"${value.replaceAll('[', '[[]')}"`;
}

/** `field in ("a","b")`. Manage compares without regard to case: compare what comes back again. */
export function isOneOf(field: string, values: readonly string[]): string {
  return `${field} in (${values.map(quoted).join(',')})`;
}
