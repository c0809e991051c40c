import { z } from 'zod/mini';
import { numberRule } from './matching-settings';

/** A vendor's number or name in the books, and the identifier or name of the company in Manage. */
const party = z.string().check(z.trim(), z.minLength(1), z.maxLength(100));

/** Vendors' bills and the purchase orders of Manage that they are for. */
export const billsSettings = z.prefault(
  z.strictObject({
    on: z._default(z.boolean(), false),
    matching: z.prefault(z.strictObject(numberRule()), {}),
    vendors: z._default(z.array(z.strictObject({ books: party, manage: party })).check(z.maxLength(500)), []),
  }),
  {},
);
