import { z } from 'zod/mini';

/** What one side puts before or behind the number. Every character counts, blanks too. */
const affix = () => z._default(z.string().check(z.maxLength(15)), '');

/**
 * How invoices of the books and of Manage are matched.
 * @param fields the fields of an invoice that may hold the invoice number of Manage
 */
export function matchingSettings<const Field extends string>(fields: readonly [Field, ...Field[]]) {
  return z.prefault(
    z.strictObject({
      field: z._default(z.enum(fields), fields[0]),
      ...numberRule(),
    }),
    {},
  );
}

/** How a number of the books differs from the one in Manage. */
export const numberRule = () => ({
  booksPrefix: affix(),
  managePrefix: affix(),
  booksSuffix: affix(),
  manageSuffix: affix(),
  leadingZeros: z._default(z.enum(['exact', 'ignored']), 'exact'),
});
