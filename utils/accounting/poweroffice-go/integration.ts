import { z } from 'zod/mini';

const names = z.nullish(z.array(z.string()));

/** What an integration may do at this client. Source: ClientIntegrationInformationDto. */
export const integrationSchema = z.object({
  ClientName: z.nullish(z.string()),
  ClientId: z.nullish(z.string()),
  ValidPrivileges: names,
  /** Privileges the integration has, but the client's Go subscription does not cover. */
  InvalidPrivileges: names,
});
export type Integration = z.infer<typeof integrationSchema>;

/** Where it is found. */
export const INTEGRATION = 'ClientIntegrationInformation';
