import { z } from 'zod/mini';
import { manageSettings, settingsSchema } from './settings';

/**
 * What an organisation sets for its browsers: any of the settings, never a secret. A connection is named whole, since
 * it is told apart by its id; what has a usual value may be left to the user.
 */
export const policySchema = z.extend(z.partial(settingsSchema), {
  manage: z.optional(z.partial(manageSettings)),
  allowOwnConnections: z.optional(z.boolean()),
});

export type Policy = z.input<typeof policySchema>;
