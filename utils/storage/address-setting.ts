import { z } from 'zod/mini';
// The build reads this too, and knows no alias.
import { INVOICE_ADDRESS } from '../payments/invoice-address';

/** An address at which invoices can be opened, with placeholders. Left out, there is none, or the usual one. */
export const addressSetting = z.optional(
  z
    .string()
    .check(
      z.trim(),
      z.maxLength(500),
      z.regex(INVOICE_ADDRESS, 'an address such as https://books.example.com/invoices/{number}'),
    ),
);
