import type { FieldName } from './field-name';

/** Keys stand nowhere in the settings, nor does what is shown. */
type KeyField =
  | 'privateKey'
  | 'applicationKey'
  | 'clientKey'
  | 'subscriptionKey'
  | 'webServiceKey'
  | 'connection'
  | 'billsShown';

/** Where what a field shows stands in the settings; `*` is the connection that is shown. */
export const FIELD_PLACES: Readonly<Record<Exclude<FieldName, KeyField>, readonly string[]>> = {
  site: ['manage.site'],
  foundSite: ['manage.site'],
  companyId: ['manage.companyId'],
  signIn: ['manage.signIn'],
  publicKey: ['manage.publicKey'],
  clientId: ['manage.clientId'],
  homeCurrency: ['manage.homeCurrency'],
  strategy: ['manage.writeBack.strategy'],
  paidAmountCaption: ['manage.writeBack.paidAmountCaption'],
  datePaidCaption: ['manage.writeBack.datePaidCaption'],
  besideOtherIntegration: ['manage.writeBack.besideOtherIntegration'],
  manageInvoiceAddress: ['manage.invoiceAddress'],
  booksInvoiceAddress: ['*.invoiceAddress'],
  system: ['*.system'],
  connectionName: ['*.name'],
  environment: ['*.environment'],
  tenantId: ['*.tenantId'],
  applicationId: ['*.clientId'],
  company: ['*.company'],
  datedWhenFirstSeen: ['*.datedWhenFirstSeen'],
  baseUrl: ['*.baseUrl'],
  allowHttp: ['*.allowHttp'],
  user: ['*.user'],
  localCurrency: ['*.localCurrency', '*.clientCurrency'],
  invoicesService: ['*.services.invoices'],
  entriesService: ['*.services.entries'],
  detailedService: ['*.services.detailed'],
  matchField: ['*.matching.field'],
  booksPrefix: ['*.matching.booksPrefix'],
  managePrefix: ['*.matching.managePrefix'],
  booksSuffix: ['*.matching.booksSuffix'],
  manageSuffix: ['*.matching.manageSuffix'],
  leadingZeros: ['*.matching.leadingZeros'],
  discounts: ['*.paid.discounts'],
  credits: ['*.paid.credits'],
  writeOffs: ['*.paid.writeOffs'],
  tolerance: ['*.paid.tolerance'],
  bills: ['*.bills.on'],
  orderPaidAmountCaption: ['manage.purchaseOrders.paidAmountCaption'],
  orderDatePaidCaption: ['manage.purchaseOrders.datePaidCaption'],
  vendorAliases: ['*.bills.vendors'],
  billBooksPrefix: ['*.bills.matching.booksPrefix'],
  billManagePrefix: ['*.bills.matching.managePrefix'],
  billBooksSuffix: ['*.bills.matching.booksSuffix'],
  billManageSuffix: ['*.bills.matching.manageSuffix'],
  billLeadingZeros: ['*.bills.matching.leadingZeros'],
  billsService: ['*.services.bills'],
  vendorEntriesService: ['*.services.vendorEntries'],
  vendorDetailedService: ['*.services.vendorDetailed'],
  keepSecrets: ['keepSecrets'],
  everyHours: ['schedule.everyHours'],
  notify: ['schedule.notify'],
  screenTitles: ['invoiceSearch.screenTitles'],
  numberCaptions: ['invoiceSearch.numberCaptions'],
};
