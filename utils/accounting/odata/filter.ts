import type { IsoDate } from '@/utils/payments/iso-date';

/** A value as OData writes it in a filter. */
export type Literal = string & { readonly __literal: unique symbol };

/** One comparison of one field. */
export type Condition = string & { readonly __condition: unique symbol };

/**
 * What stands behind `$filter=`. Business Central and NAV refuse `or` between different fields, ignore lambdas
 * without a word and do not know `in` on their stock endpoints, so there is no way to write any of these here.
 * Source: Microsoft's documentation "Using filter expressions in OData URIs".
 */
export type Filter = string & { readonly __filter: unique symbol };

/** A text in single quotes; a quote within it is doubled. */
export function textLiteral(text: string): Literal {
  return `'${text.replaceAll("'", "''")}'` as Literal;
}

/** @throws RangeError if it is not a whole number */
export function numberLiteral(number: number): Literal {
  if (!Number.isSafeInteger(number)) throw new RangeError(`not a whole number: ${number}`);
  return String(number) as Literal;
}

export function booleanLiteral(value: boolean): Literal {
  return String(value) as Literal;
}

export function dayLiteral(day: IsoDate): Literal {
  return day as string as Literal;
}

/** @throws RangeError if it is no instant (epoch ms) */
export function instantLiteral(epochMs: number): Literal {
  return new Date(epochMs).toISOString() as Literal;
}

export function compare(
  field: string,
  operator: 'eq' | 'gt' | 'ge' | 'lt' | 'le',
  value: Literal,
): Condition {
  return `${field} ${operator} ${value}` as Condition;
}

/** All of these at once, on whatever fields. */
export function allOf(...conditions: readonly [Condition, ...Condition[]]): Filter {
  return conditions.join(' and ') as Filter;
}

/** One field having any of these values. @throws RangeError for no values, which would mean everything */
export function anyOf(field: string, values: readonly Literal[]): Filter {
  if (values.length === 0) throw new RangeError(`no values for ${field}`);
  return values.map((value) => compare(field, 'eq', value)).join(' or ') as Filter;
}
