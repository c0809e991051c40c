import type { BooksEvent } from './story';

/**
 * The vendors' own numbers of bills and credit notes, by the numbers that the firm filed them under; in upper case, as
 * fields of the type Code hold them.
 */
export function theirNumbersOf(bills: readonly BooksEvent[]): ReadonlyMap<string, string> {
  return new Map(
    bills.flatMap((event): [string, string][] =>
      'theirNumber' in event ? [[String(event.invoiceNo), (event.theirNumber ?? '').toUpperCase()]] : [],
    ),
  );
}
