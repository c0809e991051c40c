/**
 * What each setting means, for the JSON Schema: by its place in the file. Of a connection, the system stands in for its
 * number, and `*` for every system. They stay out of the package, where nobody reads them.
 */
export const SETTINGS_DESCRIPTIONS: Readonly<Record<string, string>> = {
  'manage.site': 'Where you open Manage, for example na.myconnectwise.net',
  'manage.companyId': 'The company you name when signing in to Manage',
  'manage.signIn': 'session: your own signed-in Manage session; api-keys: the keys of an API member',
  'manage.publicKey': 'Public key of the API member; only with api-keys',
  'manage.clientId': 'The client id ConnectWise issued to your firm',
  'manage.homeCurrency':
    'Currency of invoices that Manage names no currency of, as where a firm uses only one',
  'manage.writeBack.strategy':
    'A payment record drives the Paid Amount and Date Paid of Manage itself; custom fields are two fields of your own',
  'manage.writeBack.paidAmountCaption': 'Caption of the custom field for the paid amount',
  'manage.writeBack.datePaidCaption': 'Caption of the custom field for the date paid',
  'manage.writeBack.besideOtherIntegration':
    'Write payment records although another integration synchronises payments from Manage',
  'manage.purchaseOrders.paidAmountCaption':
    "Caption of the purchase orders' custom field for what was paid of the vendor's bill",
  'manage.purchaseOrders.datePaidCaption':
    "Caption of the purchase orders' custom field for the day the vendor's bill was paid in full",
  'connections.*.id': 'Names the connection in this file; last runs are kept by it',
  'connections.*.name': 'What people call the connection, for example the company whose books it reads',
  'connections.*.matching.field': 'Which field of an invoice in the books holds the invoice number of Manage',
  'connections.*.matching.booksPrefix': 'What the books have before the number and Manage has not',
  'connections.*.matching.managePrefix': 'What Manage has before the number and the books have not',
  'connections.*.matching.booksSuffix': 'What the books have behind the number and Manage has not',
  'connections.*.matching.manageSuffix': 'What Manage has behind the number and the books have not',
  'connections.*.matching.leadingZeros': 'exact: 00042 and 42 are two invoices; ignored: they are one',
  'connections.*.paid.discounts': 'Cash discounts and payment tolerances that came with a payment',
  'connections.*.paid.credits': 'Credit notes applied to the invoice',
  'connections.*.paid.writeOffs': 'Amounts written off as lost',
  'connections.*.paid.tolerance':
    "An invoice is paid in full although so much remains, in the invoice's own currency",
  'connections.*.bills.on': "Show the payment status of vendors' bills on Manage's purchase orders",
  'connections.*.bills.matching.booksPrefix':
    'What the books have before the number of a bill and Manage has not',
  'connections.*.bills.matching.managePrefix':
    'What Manage has before the number of a bill and the books have not',
  'connections.*.bills.matching.booksSuffix':
    'What the books have behind the number of a bill and Manage has not',
  'connections.*.bills.matching.manageSuffix':
    'What Manage has behind the number of a bill and the books have not',
  'connections.*.bills.matching.leadingZeros': 'exact: 00042 and 42 are two bills; ignored: they are one',
  'connections.*.bills.vendors':
    'Vendors whom neither number nor name shows to be one with a company of Manage',
  'connections.*.bills.vendors.books': 'Number or name of the vendor in the books',
  'connections.*.bills.vendors.manage': 'Identifier or name of the company in Manage',
  'connections.poweroffice-go.clientCurrency':
    "The currency the company's ledger is kept in, which PowerOffice Go does not tell; usually NOK",
  'connections.business-central.tenantId': 'Directory (tenant) ID of the firm in Microsoft Entra',
  'connections.business-central.clientId':
    'Application (client) ID of the app registration made for Payment Sync',
  'connections.business-central.environment':
    'Name of the Business Central environment, for example Production',
  'connections.business-central.company':
    'Id of the company, or its name exactly as Business Central writes it',
  'connections.business-central.datedWhenFirstSeen':
    'Where Business Central does not tell the payment day, take the day this browser first saw it',
  'connections.dynamics-nav.baseUrl': 'Address of the OData V4 web services, up to and with /ODataV4',
  'connections.dynamics-nav.allowHttp':
    'Use the address although it is not encrypted, so that others on the network can read the key',
  'connections.dynamics-nav.company':
    'Name of the company, exactly as NAV writes it: upper and lower case count',
  'connections.dynamics-nav.services.invoices': 'Service name of page 143',
  'connections.dynamics-nav.services.entries': 'Service name of page 25',
  'connections.dynamics-nav.services.detailed': 'Service name of page 573',
  'connections.dynamics-nav.services.bills': 'Service name of page 146, for vendor bills',
  'connections.dynamics-nav.services.vendorEntries': 'Service name of page 29, for vendor bills',
  'connections.dynamics-nav.services.vendorDetailed': 'Service name of page 574, for vendor bills',
  'connections.dynamics-nav.localCurrency': "The company's own currency, which NAV leaves blank",
  'connections.dynamics-nav.user': 'NAV user name; the web service access key is kept as a secret',
  'schedule.everyHours':
    'Run the sync by itself every so many hours while the browser is open, from the last successful run; 0 switches that off',
  'schedule.notify': 'Show a notification when something needs a person, if the browser allows it',
  keepSecrets:
    'browser: keys are kept sealed in this browser; session: only in memory, until the browser closes',
  version: 'Version of the form in which the settings are written',
  allowOwnConnections:
    'Whether users may add connections of their own beside those of the policy; usually they may',
  managed:
    'Where a policy had set what stands in an exported file: for people, and of no effect when it is imported',
  shownPages: 'Where invoice numbers stand on the pages of each Manage site, as users have shown it',
  secrets:
    'Secrets by name, such as manage.privateKey or poweroffice-go.clientKey. Left out unless asked for',
};
