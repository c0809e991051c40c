import { z } from 'zod';

const host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/, 'a host name such as na.myconnectwise.net')
  .describe('Host name only, without https:// and without a path');

const caption = z.string().trim().min(1).max(25);

/** How payment status is written to Manage. */
const writeBackSettings = z.strictObject({
  strategy: z
    .enum(['payment-record', 'custom-fields'])
    .default('payment-record')
    .describe(
      'A payment record drives the Paid Amount and Date Paid of Manage itself; custom fields are two fields of your own',
    ),
  paidAmountCaption: caption
    .default('Paid Amount')
    .describe('Caption of the custom field for the paid amount'),
  datePaidCaption: caption.default('Date Paid').describe('Caption of the custom field for the date paid'),
  besideOtherIntegration: z
    .boolean()
    .default(false)
    .describe('Write payment records although another integration synchronises payments from Manage'),
});

const manageSettings = z.strictObject({
  site: host.describe('Where you open Manage, for example na.myconnectwise.net'),
  companyId: z.string().trim().min(1).max(50).describe('The company you name when signing in to Manage'),
  signIn: z
    .enum(['session', 'api-keys'])
    .describe('session: your own signed-in Manage session; api-keys: the keys of an API member'),
  publicKey: z
    .string()
    .trim()
    .max(100)
    .default('')
    .describe('Public key of the API member; only with api-keys'),
  clientId: z.string().trim().max(100).default('').describe('The client id ConnectWise issued to your firm'),
  homeCurrency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^([A-Z]{3})?$/, 'a currency code such as NOK')
    .default('')
    .describe('Currency of invoices that Manage names no currency of, as where a firm uses only one'),
  writeBack: writeBackSettings.prefault({}),
});

const powerOfficeConnection = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .describe('Names the connection in this file; last runs are kept by it'),
  system: z.literal('poweroffice-go'),
  environment: z.enum(['production', 'demo']).default('production'),
});

/** Manage shows the captions of the user's language; these lists hold the ones to recognise. */
const invoiceSearchSettings = z.strictObject({
  screenTitles: z.array(z.string().trim().min(1)).max(30).default(['Invoice Search']),
  numberCaptions: z
    .array(z.string().trim().min(1))
    .max(30)
    .default(['Invoice Number', 'Invoice No.', 'Invoice #', 'Invoice']),
});

/** Everything the user has set, without any secret. */
export const settingsSchema = z.strictObject({
  version: z.literal(1),
  manage: manageSettings.nullable().default(null),
  connections: z.array(powerOfficeConnection).max(20).default([]),
  invoiceSearch: invoiceSearchSettings.prefault({}),
  keepSecrets: z
    .enum(['browser', 'session'])
    .default('browser')
    .describe(
      'browser: keys are kept sealed in this browser; session: only in memory, until the browser closes',
    ),
});

export type Settings = z.infer<typeof settingsSchema>;
export type ManageSettings = NonNullable<Settings['manage']>;
export type Connection = Settings['connections'][number];

export const NO_SETTINGS: Settings = settingsSchema.parse({ version: 1 });
