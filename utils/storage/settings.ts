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

const connectionId = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .describe('Names the connection in this file; last runs are kept by it');

const powerOfficeConnection = z.strictObject({
  id: connectionId,
  system: z.literal('poweroffice-go'),
  environment: z.enum(['production', 'demo']).default('production'),
});

const businessCentralConnection = z.strictObject({
  id: connectionId,
  system: z.literal('business-central'),
  tenantId: z.guid().describe('Directory (tenant) ID of the firm in Microsoft Entra'),
  clientId: z.guid().describe('Application (client) ID of the app registration made for Payment Sync'),
  environment: z
    .string()
    .trim()
    .max(60)
    .default('')
    .describe('Name of the Business Central environment, for example Production'),
  company: z
    .string()
    .trim()
    .max(100)
    .default('')
    .describe('Id of the company, or its name exactly as Business Central writes it'),
  manageNumberIn: z
    .enum(['number', 'external-document-number'])
    .default('number')
    .describe('Which field of a sales invoice holds the invoice number of Manage'),
  datedWhenFirstSeen: z
    .boolean()
    .default(false)
    .describe('Where Business Central does not tell the payment day, take the day this browser first saw it'),
});

const serviceName = z
  .string()
  .trim()
  .regex(/^[^/?#]{1,240}$/, 'the name of a web service');

const dynamicsNavConnection = z
  .strictObject({
    id: connectionId,
    system: z.literal('dynamics-nav'),
    baseUrl: z
      .url({
        protocol: /^https?$/,
        error: 'an address such as https://nav.example.com:7048/DynamicsNAV110/ODataV4',
      })
      .max(500)
      .describe('Address of the OData V4 web services, up to and with /ODataV4'),
    allowHttp: z
      .boolean()
      .default(false)
      .describe(
        'Use the address although it is not encrypted, so that others on the network can read the key',
      ),
    company: z
      .string()
      .trim()
      .min(1)
      .max(30)
      .describe('Name of the company, exactly as NAV writes it: upper and lower case count'),
    services: z
      .strictObject({
        invoices: serviceName.default('PostedSalesInvoices').describe('Service name of page 143'),
        entries: serviceName.default('CustomerLedgerEntries').describe('Service name of page 25'),
        detailed: serviceName.default('DetailedCustLedgEntries').describe('Service name of page 573'),
      })
      .prefault({}),
    localCurrency: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{3}$/, 'a currency code such as NOK')
      .describe("The company's own currency, which NAV leaves blank"),
    user: z
      .string()
      .trim()
      .min(1)
      .max(132)
      .regex(/^[^:]*$/, 'a user name without a colon')
      .describe('NAV user name; the web service access key is kept as a secret'),
    manageNumberIn: z
      .enum(['number', 'external-document-number'])
      .default('number')
      .describe('Which field of a posted sales invoice holds the invoice number of Manage'),
  })
  .refine(({ baseUrl, allowHttp }) => allowHttp || !baseUrl.toLowerCase().startsWith('http:'), {
    path: ['allowHttp'],
    error: 'must be true for an address that begins with http:, since the key could be read on the way',
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
  connections: z
    .array(
      z.discriminatedUnion('system', [
        powerOfficeConnection,
        businessCentralConnection,
        dynamicsNavConnection,
      ]),
    )
    .max(20)
    .default([]),
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
