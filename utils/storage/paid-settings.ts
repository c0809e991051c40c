import { z } from 'zod/mini';

const counts = (usual: 'paid' | 'apart') => z._default(z.enum(['paid', 'apart']), usual);

/** What counts as paid. */
export const paidSettings = z.prefault(
  z.strictObject({
    discounts: counts('paid'),
    credits: counts('apart'),
    writeOffs: counts('apart'),
    tolerance: z._default(z.string().check(z.regex(/^\d{1,2}(\.\d{1,2})?$/, 'an amount such as 0.50')), '0'),
  }),
  {},
);
