import { z } from 'zod';

const host = z.string().regex(/^[a-z0-9.-]+(:\d+)?$/i, 'a host name such as na.myconnectwise.net');

const manageSettings = z.object({
  site: host,
  companyId: z.string().min(1),
  signIn: z.enum(['session', 'api-keys']),
  publicKey: z.string().default(''),
  clientId: z.string().default(''),
});

const powerOfficeConnection = z.object({
  id: z.string().min(1),
  system: z.literal('poweroffice-go'),
  environment: z.enum(['production', 'demo']),
});

/** Everything the user has set, without any secret. */
export const settingsSchema = z.object({
  version: z.literal(1),
  manage: manageSettings.nullable(),
  connections: z.array(powerOfficeConnection).max(20),
});

export type Settings = z.infer<typeof settingsSchema>;
export type Connection = Settings['connections'][number];

export const NO_SETTINGS: Settings = { version: 1, manage: null, connections: [] };
