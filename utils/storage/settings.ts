import { z } from 'zod/mini';
import { connectionSettings } from './connection-settings';
import { SETTINGS_VERSION } from './upgrade-settings';

const host = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/, 'a host name such as na.myconnectwise.net'),
  );

const caption = z.string().check(z.trim(), z.minLength(1), z.maxLength(25));

/** How payment status is written to Manage. */
const writeBackSettings = z.strictObject({
  strategy: z
    ._default(z.enum(['payment-record', 'custom-fields']), 'payment-record')
    .check(
      z.describe(
        'A payment record drives the Paid Amount and Date Paid of Manage itself; custom fields are two fields of your own',
      ),
    ),
  paidAmountCaption: z
    ._default(caption, 'Paid Amount')
    .check(z.describe('Caption of the custom field for the paid amount')),
  datePaidCaption: z
    ._default(caption, 'Date Paid')
    .check(z.describe('Caption of the custom field for the date paid')),
  besideOtherIntegration: z
    ._default(z.boolean(), false)
    .check(
      z.describe('Write payment records although another integration synchronises payments from Manage'),
    ),
});

const manageSettings = z.strictObject({
  site: host.check(z.describe('Where you open Manage, for example na.myconnectwise.net')),
  companyId: z
    .string()
    .check(
      z.trim(),
      z.minLength(1),
      z.maxLength(50),
      z.describe('The company you name when signing in to Manage'),
    ),
  signIn: z
    .enum(['session', 'api-keys'])
    .check(z.describe('session: your own signed-in Manage session; api-keys: the keys of an API member')),
  publicKey: z
    ._default(z.string().check(z.trim(), z.maxLength(100)), '')
    .check(z.describe('Public key of the API member; only with api-keys')),
  clientId: z
    ._default(z.string().check(z.trim(), z.maxLength(100)), '')
    .check(z.describe('The client id ConnectWise issued to your firm')),
  homeCurrency: z
    ._default(
      z.string().check(z.trim(), z.toUpperCase(), z.regex(/^([A-Z]{3})?$/, 'a currency code such as NOK')),
      '',
    )
    .check(
      z.describe('Currency of invoices that Manage names no currency of, as where a firm uses only one'),
    ),
  writeBack: z.prefault(writeBackSettings, {}),
});

/** Manage shows the captions of the user's language; these lists hold the ones to recognise. */
const recognised = z.array(z.string().check(z.trim(), z.minLength(1))).check(z.maxLength(30));

const invoiceSearchSettings = z.strictObject({
  screenTitles: z._default(recognised, ['Invoice Search']),
  numberCaptions: z._default(recognised, ['Invoice Number', 'Invoice No.', 'Invoice #', 'Invoice']),
});

/** Runs that begin by themselves while the browser is open. */
const scheduleSettings = z.strictObject({
  everyHours: z
    ._default(z.int().check(z.minimum(0), z.maximum(168)), 0)
    .check(
      z.describe(
        'Run the sync by itself every so many hours while the browser is open, from the last successful run; 0 switches that off',
      ),
    ),
  notify: z
    ._default(z.boolean(), false)
    .check(z.describe('Show a notification when something needs a person, if the browser allows it')),
});

/** Everything the user has set, without any secret. */
export const settingsSchema = z.strictObject({
  version: z.literal(SETTINGS_VERSION),
  manage: z._default(z.nullable(manageSettings), null),
  connections: z._default(z.array(connectionSettings).check(z.maxLength(20)), []),
  invoiceSearch: z.prefault(invoiceSearchSettings, {}),
  schedule: z.prefault(scheduleSettings, {}),
  keepSecrets: z
    ._default(z.enum(['browser', 'session']), 'browser')
    .check(
      z.describe(
        'browser: keys are kept sealed in this browser; session: only in memory, until the browser closes',
      ),
    ),
});

export type Settings = z.infer<typeof settingsSchema>;
export type ManageSettings = NonNullable<Settings['manage']>;
export type Connection = Settings['connections'][number];

export const NO_SETTINGS: Settings = settingsSchema.parse({ version: SETTINGS_VERSION });
