import { z } from 'zod/mini';
import { addressSetting } from './address-setting';
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
  strategy: z._default(z.enum(['payment-record', 'custom-fields']), 'payment-record'),
  paidAmountCaption: z._default(caption, 'Paid Amount'),
  datePaidCaption: z._default(caption, 'Date Paid'),
  besideOtherIntegration: z._default(z.boolean(), false),
});

/** Where the payment status of vendors' bills is shown: two custom fields of the purchase order. */
const purchaseOrderSettings = z.strictObject({
  paidAmountCaption: z._default(caption, 'Paid Amount'),
  datePaidCaption: z._default(caption, 'Date Paid'),
});

export const manageSettings = z.strictObject({
  site: host,
  companyId: z.string().check(z.trim(), z.minLength(1), z.maxLength(50)),
  signIn: z.enum(['session', 'api-keys']),
  publicKey: z._default(z.string().check(z.trim(), z.maxLength(100)), ''),
  clientId: z._default(z.string().check(z.trim(), z.maxLength(100)), ''),
  homeCurrency: z._default(
    z.string().check(z.trim(), z.toUpperCase(), z.regex(/^([A-Z]{3})?$/, 'a currency code such as NOK')),
    '',
  ),
  writeBack: z.prefault(writeBackSettings, {}),
  invoiceAddress: addressSetting,
  purchaseOrders: z.prefault(purchaseOrderSettings, {}),
});

/** Manage shows the captions of the user's language; these lists hold the ones to recognise. */
const recognised = z.array(z.string().check(z.trim(), z.minLength(1))).check(z.maxLength(30));

const invoiceSearchSettings = z.strictObject({
  screenTitles: z._default(recognised, ['Invoice Search']),
  numberCaptions: z._default(recognised, ['Invoice Number', 'Invoice No.', 'Invoice #', 'Invoice']),
});

/** Runs that begin by themselves while the browser is open. */
const scheduleSettings = z.strictObject({
  everyHours: z._default(z.int().check(z.minimum(0), z.maximum(168)), 0),
  notify: z._default(z.boolean(), false),
});

/** Everything the user has set, without any secret. */
export const settingsSchema = z.strictObject({
  version: z.literal(SETTINGS_VERSION),
  manage: z._default(z.nullable(manageSettings), null),
  connections: z._default(
    z.array(connectionSettings).check(
      z.maxLength(20),
      z.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'two connections have one id'),
    ),
    [],
  ),
  invoiceSearch: z.prefault(invoiceSearchSettings, {}),
  schedule: z.prefault(scheduleSettings, {}),
  keepSecrets: z._default(z.enum(['browser', 'session']), 'browser'),
});

export type Settings = z.infer<typeof settingsSchema>;
export type ManageSettings = NonNullable<Settings['manage']>;
export type Connection = Settings['connections'][number];

export const NO_SETTINGS: Settings = settingsSchema.parse({ version: SETTINGS_VERSION });
