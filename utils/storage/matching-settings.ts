import { z } from 'zod/mini';

/** What one side puts before or behind the number. Every character counts, blanks too. */
const affix = (what: string) => z._default(z.string().check(z.maxLength(15)), '').check(z.describe(what));

/**
 * How invoices of the books and of Manage are matched.
 * @param fields the fields of an invoice that may hold the invoice number of Manage
 */
export function matchingSettings<const Field extends string>(fields: readonly [Field, ...Field[]]) {
  return z.prefault(
    z.strictObject({
      field: z
        ._default(z.enum(fields), fields[0])
        .check(z.describe('Which field of an invoice in the books holds the invoice number of Manage')),
      booksPrefix: affix('What the books have before the number and Manage has not'),
      managePrefix: affix('What Manage has before the number and the books have not'),
      booksSuffix: affix('What the books have behind the number and Manage has not'),
      manageSuffix: affix('What Manage has behind the number and the books have not'),
      leadingZeros: z
        ._default(z.enum(['exact', 'ignored']), 'exact')
        .check(z.describe('exact: 00042 and 42 are two invoices; ignored: they are one')),
    }),
    {},
  );
}
