import { z } from 'zod/mini';

const counts = (usual: 'paid' | 'apart', what: string) =>
  z._default(z.enum(['paid', 'apart']), usual).check(z.describe(what));

/** What counts as paid. */
export const paidSettings = z.prefault(
  z.strictObject({
    discounts: counts('paid', 'Cash discounts and payment tolerances that came with a payment'),
    credits: counts('apart', 'Credit notes applied to the invoice'),
    writeOffs: counts('apart', 'Amounts written off as lost'),
    tolerance: z
      ._default(z.string().check(z.regex(/^\d{1,2}(\.\d{1,2})?$/, 'an amount such as 0.50')), '0')
      .check(
        z.describe("An invoice is paid in full although so much remains, in the invoice's own currency"),
      ),
  }),
  {},
);
