import { z } from 'zod/mini';
import { matchingSettings } from './matching-settings';
import { paidSettings } from './paid-settings';

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

const powerOfficeConnection = z.strictObject({
  id: connectionId,
  name: connectionName,
  system: z.literal('poweroffice-go'),
  environment: z._default(z.enum(['production', 'demo']), 'production'),
  matching: matchingSettings([
    'number',
    'import-reference',
    'imported-order-number',
    'order-number',
    'matching-reference',
  ]),
  paid: paidSettings,
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
  matching: matchingSettings(['number', 'external-document-number', 'order-number']),
  paid: paidSettings,
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
    matching: matchingSettings(['number', 'external-document-number']),
    paid: paidSettings,
  })
  .check(
    z.refine(({ baseUrl, allowHttp }) => allowHttp || !baseUrl.toLowerCase().startsWith('http:'), {
      path: ['allowHttp'],
      error: 'must be true for an address that begins with http:, since the key could be read on the way',
    }),
  );

/** A connection to the books of one company. */
export const connectionSettings = z.discriminatedUnion('system', [
  powerOfficeConnection,
  businessCentralConnection,
  dynamicsNavConnection,
]);
