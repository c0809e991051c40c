import { z } from 'zod/mini';
import { addressSetting } from './address-setting';
import { matchingSettings } from './matching-settings';
import { paidSettings } from './paid-settings';

const connectionId = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/));

const connectionName = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));

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
  invoiceAddress: addressSetting,
  clientCurrency: z.optional(
    z.string().check(z.trim(), z.toUpperCase(), z.regex(/^[A-Z]{3}$/, 'a currency code such as NOK')),
  ),
});

const businessCentralConnection = z.strictObject({
  id: connectionId,
  name: connectionName,
  system: z.literal('business-central'),
  tenantId: z.guid(),
  clientId: z.guid(),
  environment: z._default(z.string().check(z.trim(), z.maxLength(60)), ''),
  company: z._default(z.string().check(z.trim(), z.maxLength(100)), ''),
  matching: matchingSettings(['number', 'external-document-number', 'order-number']),
  paid: paidSettings,
  invoiceAddress: addressSetting,
  datedWhenFirstSeen: z._default(z.boolean(), false),
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
      .check(z.maxLength(500)),
    allowHttp: z._default(z.boolean(), false),
    company: z.string().check(z.trim(), z.minLength(1), z.maxLength(30)),
    services: z.prefault(
      z.strictObject({
        invoices: z._default(serviceName, 'PostedSalesInvoices'),
        entries: z._default(serviceName, 'CustomerLedgerEntries'),
        detailed: z._default(serviceName, 'DetailedCustLedgEntries'),
        bills: z._default(serviceName, 'PostedPurchaseInvoices'),
        vendorEntries: z._default(serviceName, 'VendorLedgerEntries'),
        vendorDetailed: z._default(serviceName, 'DetailedVendLedgEntries'),
      }),
      {},
    ),
    localCurrency: z
      .string()
      .check(z.trim(), z.toUpperCase(), z.regex(/^[A-Z]{3}$/, 'a currency code such as NOK')),
    user: z
      .string()
      .check(z.trim(), z.minLength(1), z.maxLength(132), z.regex(/^[^:]*$/, 'a user name without a colon')),
    matching: matchingSettings(['number', 'external-document-number']),
    paid: paidSettings,
    invoiceAddress: addressSetting,
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
