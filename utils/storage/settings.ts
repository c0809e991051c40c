import { z } from 'zod/mini';
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

const connectionId = z
  .string()
  .check(
    z.regex(/^[a-z0-9-]{1,40}$/),
    z.describe('Names the connection in this file; last runs are kept by it'),
  );

const connectionName = z
  .string()
  .check(
    z.trim(),
    z.minLength(1),
    z.maxLength(60),
    z.describe('What people call the connection, for example the company whose books it reads'),
  );

const manageNumberIn = z._default(z.enum(['number', 'external-document-number']), 'number');

const powerOfficeConnection = z.strictObject({
  id: connectionId,
  name: connectionName,
  system: z.literal('poweroffice-go'),
  environment: z._default(z.enum(['production', 'demo']), 'production'),
  clientCurrency: z
    .optional(
      z.string().check(z.trim(), z.toUpperCase(), z.regex(/^[A-Z]{3}$/, 'a currency code such as NOK')),
    )
    .check(
      z.describe(
        "The currency the company's ledger is kept in, which PowerOffice Go does not tell; usually NOK",
      ),
    ),
});

const businessCentralConnection = z.strictObject({
  id: connectionId,
  name: connectionName,
  system: z.literal('business-central'),
  tenantId: z.guid().check(z.describe('Directory (tenant) ID of the firm in Microsoft Entra')),
  clientId: z
    .guid()
    .check(z.describe('Application (client) ID of the app registration made for Payment Sync')),
  environment: z
    ._default(z.string().check(z.trim(), z.maxLength(60)), '')
    .check(z.describe('Name of the Business Central environment, for example Production')),
  company: z
    ._default(z.string().check(z.trim(), z.maxLength(100)), '')
    .check(z.describe('Id of the company, or its name exactly as Business Central writes it')),
  manageNumberIn: manageNumberIn.check(
    z.describe('Which field of a sales invoice holds the invoice number of Manage'),
  ),
  datedWhenFirstSeen: z
    ._default(z.boolean(), false)
    .check(
      z.describe(
        'Where Business Central does not tell the payment day, take the day this browser first saw it',
      ),
    ),
});

const serviceName = z.string().check(z.trim(), z.regex(/^[^/?#]{1,240}$/, 'the name of a web service'));

const dynamicsNavConnection = z
  .strictObject({
    id: connectionId,
    name: connectionName,
    system: z.literal('dynamics-nav'),
    baseUrl: z
      .url({
        protocol: /^https?$/,
        error: 'an address such as https://nav.example.com:7048/DynamicsNAV110/ODataV4',
      })
      .check(z.maxLength(500), z.describe('Address of the OData V4 web services, up to and with /ODataV4')),
    allowHttp: z
      ._default(z.boolean(), false)
      .check(
        z.describe(
          'Use the address although it is not encrypted, so that others on the network can read the key',
        ),
      ),
    company: z
      .string()
      .check(
        z.trim(),
        z.minLength(1),
        z.maxLength(30),
        z.describe('Name of the company, exactly as NAV writes it: upper and lower case count'),
      ),
    services: z.prefault(
      z.strictObject({
        invoices: z
          ._default(serviceName, 'PostedSalesInvoices')
          .check(z.describe('Service name of page 143')),
        entries: z
          ._default(serviceName, 'CustomerLedgerEntries')
          .check(z.describe('Service name of page 25')),
        detailed: z
          ._default(serviceName, 'DetailedCustLedgEntries')
          .check(z.describe('Service name of page 573')),
      }),
      {},
    ),
    localCurrency: z
      .string()
      .check(
        z.trim(),
        z.toUpperCase(),
        z.regex(/^[A-Z]{3}$/, 'a currency code such as NOK'),
        z.describe("The company's own currency, which NAV leaves blank"),
      ),
    user: z
      .string()
      .check(
        z.trim(),
        z.minLength(1),
        z.maxLength(132),
        z.regex(/^[^:]*$/, 'a user name without a colon'),
        z.describe('NAV user name; the web service access key is kept as a secret'),
      ),
    manageNumberIn: manageNumberIn.check(
      z.describe('Which field of a posted sales invoice holds the invoice number of Manage'),
    ),
  })
  .check(
    z.refine(({ baseUrl, allowHttp }) => allowHttp || !baseUrl.toLowerCase().startsWith('http:'), {
      path: ['allowHttp'],
      error: 'must be true for an address that begins with http:, since the key could be read on the way',
    }),
  );

/** Manage shows the captions of the user's language; these lists hold the ones to recognise. */
const recognised = z.array(z.string().check(z.trim(), z.minLength(1))).check(z.maxLength(30));

const invoiceSearchSettings = z.strictObject({
  screenTitles: z._default(recognised, ['Invoice Search']),
  numberCaptions: z._default(recognised, ['Invoice Number', 'Invoice No.', 'Invoice #', 'Invoice']),
});

/** Everything the user has set, without any secret. */
export const settingsSchema = z.strictObject({
  version: z.literal(SETTINGS_VERSION),
  manage: z._default(z.nullable(manageSettings), null),
  connections: z._default(
    z
      .array(
        z.discriminatedUnion('system', [
          powerOfficeConnection,
          businessCentralConnection,
          dynamicsNavConnection,
        ]),
      )
      .check(z.maxLength(20)),
    [],
  ),
  invoiceSearch: z.prefault(invoiceSearchSettings, {}),
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
