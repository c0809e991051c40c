import { BUSINESS_CENTRAL } from '../business-central/keys';
import type { BusinessCentralState, CompanyBooks } from '../business-central/state';
import { MICROSOFT_LOGIN } from '../microsoft-login/keys';
import type { Row } from '../odata/shape';
import { keepEntries } from './entries/keep-entries';
import type { DetailedEntry, EntryBooks, SalesDocument } from './entries/rows';
import type { BooksEvent, Story } from './story';
import { theirNumbersOf } from './their-numbers';
import { toEpochMs, type Ticks } from './ticks';

const LOCAL = 'NOK';
const NO_DAY = '0001-01-01';
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** The books of the story as Business Central keeps them. */
export function buildBusinessCentral(story: Story): BusinessCentralState {
  const state: BusinessCentralState = {
    tenant: MICROSOFT_LOGIN.tenant,
    domain: MICROSOFT_LOGIN.domain,
    environments: [
      { name: BUSINESS_CENTRAL.environment, type: 'Production', countryCode: 'NO' },
      { name: 'Test', type: 'Sandbox', countryCode: 'NO' },
    ],
    companies: [
      { id: BUSINESS_CENTRAL.company, name: BUSINESS_CENTRAL.companyName, displayName: 'Nord IT AS' },
      { id: 'c7e2a9d1-5b34-4c6f-8a91-2e4f6a8b0c13', name: 'CRONUS NO', displayName: 'CRONUS Norge AS' },
    ],
    books: {
      salesInvoices: [],
      salesCreditMemos: [],
      customerLedgerEntries: [],
      purchaseInvoices: [],
      vendorLedgerEntries: [],
    },
    booksAt: (moment) => booksOf(story, state, moment),
    headerEdits: new Map(),
    knobs: {
      analytics: true,
      ledgerFrom: null,
      vendorLedgerFrom: null,
      forbidden: new Set(),
      replicaLagMs: 0,
      requestsPerFiveMinutes: 6_000,
    },
    traffic: { underWay: 0, mostAtOnce: 0, queued: 0, refused: 0 },
  };
  refreshBusinessCentral(state, story);
  return state;
}

/** Makes the rows anew, in place, after something happened. */
export function refreshBusinessCentral(state: BusinessCentralState, story: Story): void {
  Object.assign(state.books, booksOf(story, state));
}

function booksOf(
  story: Story,
  { headerEdits }: Pick<BusinessCentralState, 'headerEdits'>,
  until?: Ticks,
): CompanyBooks {
  const told = (events: readonly BooksEvent[]): readonly BooksEvent[] =>
    until === undefined ? events : events.filter(({ bookedAt }) => bookedAt <= until);
  const books = keepEntries(told(story.events));
  const bills = keepEntries(told(story.bills));
  const names = new Map(story.customers.map(({ no, name }) => [no, name]));
  const byId = (a: Row, b: Row): number => (String(a.id) < String(b.id) ? -1 : 1);
  const rowsOf = (kind: SalesDocument['kind'], view: (document: SalesDocument) => Row): Row[] =>
    books.documents.filter((document) => document.kind === kind).map(view);

  const common = ({ entry, number, status, modifiedAt }: SalesDocument): Row => {
    const total = Math.abs(entry.original.minor);
    const edited = headerEdits.get(number) ?? 0n;
    return {
      number,
      postingDate: entry.postedOn,
      dueDate: entry.dueOn ?? entry.postedOn,
      currencyId: entry.currency === LOCAL ? NO_ID : idOf('f', entry.currency),
      currencyCode: entry.currency,
      pricesIncludeTax: false,
      discountAmount: 0,
      totalAmountExcludingTax: decimal(Math.round(total * 0.8)),
      totalTaxAmount: decimal(total - Math.round(total * 0.8)),
      totalAmountIncludingTax: decimal(total),
      status,
      lastModifiedDateTime: stamp(until === undefined && edited > modifiedAt ? edited : modifiedAt),
    };
  };

  const header = (document: SalesDocument): Row => {
    const { entry } = document;
    const customer = {
      customerId: idOf('c', String(entry.customerNo)),
      customerNumber: String(entry.customerNo),
      customerName: names.get(entry.customerNo) ?? '',
    };
    return {
      id: documentId(document),
      externalDocumentNumber: '',
      billToName: customer.customerName,
      billToCustomerId: customer.customerId,
      billToCustomerNumber: customer.customerNumber,
      paymentTermsId: idOf('e', '14 DAYS'),
      shipmentMethodId: NO_ID,
      salesperson: '',
      phoneNumber: '',
      email: '',
      ...common(document),
      ...customer,
    };
  };

  const invoice = (document: SalesDocument): Row => ({
    invoiceDate: document.entry.postedOn,
    promisedPayDate: NO_DAY,
    customerPurchaseOrderReference: '',
    orderId: NO_ID,
    orderNumber: '',
    disputeStatusId: NO_ID,
    disputeStatus: '',
    remainingAmount: document.cancelled ? 0 : decimal(document.entry.remaining.minor),
    ...header(document),
  });

  const creditMemo = (document: SalesDocument): Row => ({
    creditMemoDate: document.entry.postedOn,
    invoiceId: document.appliesTo === null ? NO_ID : idOf('a', document.appliesTo),
    invoiceNumber: document.appliesTo ?? '',
    ...header(document),
  });

  const theirNumbers = theirNumbersOf(story.bills);
  const vendors = new Map(story.vendors.map(({ no, name }) => [no, name]));
  const purchase = (document: SalesDocument): Row => {
    const { entry, number } = document;
    const id = idOf('8', String(entry.customerNo));
    const name = vendors.get(entry.customerNo) ?? '';
    return {
      id: idOf('7', number),
      invoiceDate: entry.postedOn,
      vendorInvoiceNumber: theirNumbers.get(number) ?? '',
      vendorId: id,
      vendorNumber: String(entry.customerNo),
      vendorName: name,
      payToName: name,
      payToContact: '',
      payToVendorId: id,
      payToVendorNumber: String(entry.customerNo),
      shipToName: 'Nord IT AS',
      orderId: NO_ID,
      orderNumber: '',
      purchaser: '',
      discountAppliedBeforeTax: false,
      ...common(document),
    };
  };
  const isInvoice = ({ kind }: SalesDocument): boolean => kind === 'invoice';

  const drafts = ['Draft', 'In Review'].map((status, at): Row => {
    const sample = books.documents.find(({ kind }) => kind === 'invoice');
    if (sample === undefined) throw new Error('the story has no invoice yet');
    const number = `S-INV${102_201 + at}`;
    const amounts = { totalAmountExcludingTax: 5_700, totalTaxAmount: 1_425, totalAmountIncludingTax: 7_125 };
    return { ...invoice(sample), ...amounts, id: idOf('d', number), number, status, remainingAmount: 7_125 };
  });

  return {
    salesInvoices: [...rowsOf('invoice', invoice), ...drafts].sort(byId),
    salesCreditMemos: rowsOf('credit-memo', creditMemo).sort(byId),
    customerLedgerEntries: ledgerRows(books, CUSTOMERS),
    purchaseInvoices: bills.documents.filter(isInvoice).map(purchase).sort(byId),
    vendorLedgerEntries: ledgerRows(bills, VENDORS),
  };
}

/** What the columns of one ledger are called, and the sign of what is owed. */
interface LedgerNames {
  readonly entry: string;
  readonly account: string;
  readonly applied: string;
  readonly header: string;
  readonly sign: 1 | -1;
}

const CUSTOMERS: LedgerNames = {
  entry: 'cle',
  account: 'dcleCustomerNo',
  applied: 'dcleAppliedCustLedgerEntryNo',
  header: 'salesInvHeader',
  sign: 1,
};

const VENDORS: LedgerNames = {
  entry: 'vle',
  account: 'dvleVendorNo',
  applied: 'dvleAppliedVendLedgerEntryNo',
  header: 'purchInvHeader',
  sign: -1,
};

/**
 * The join leads from a row's own document to the sales invoice of that number: it is found on the first row of an
 * invoice's entry, and on rows that an invoice made when it was posted onto a payment.
 */
function ledgerRows({ details, documents }: EntryBooks, names: LedgerNames): Row[] {
  const { entry, account, applied, header, sign } = names;
  const invoices = new Set(documents.filter(({ kind }) => kind === 'invoice').map(({ number }) => number));
  const row = (detail: DetailedEntry): Row => {
    const { of } = detail;
    const invoice = invoices.has(detail.documentNo) ? detail.documentNo : '';
    return {
      [`${entry}EntryNo`]: of.no,
      [`${entry}DueDate`]: of.dueOn ?? of.postedOn,
      [`${entry}Open`]: of.open,
      [`${entry}PostingDate`]: of.postedOn,
      [`${entry}DocumentDate`]: of.postedOn,
      [`${entry}DimensionSetID`]: 0,
      [`${entry}ClosedAtDate`]: of.closedOn ?? NO_DAY,
      [`${entry}ReasonCode`]: '',
      [`d${entry}EntryNo`]: detail.no,
      [`d${entry}PostingDate`]: detail.postedOn,
      // Everything but applications and their rounding has it: realized gains and tolerances too.
      [`d${entry}LedgerEntryAmount`]: detail.type !== 'Application',
      [`d${entry}EntryType`]: detail.type,
      [`d${entry}DocumentType`]: detail.documentType,
      [`d${entry}DocumentNo`]: detail.documentNo,
      [`d${entry}InitialEntryDueDate`]: of.dueOn ?? of.postedOn,
      [`d${entry}AmountLCY`]: decimal(sign * detail.nok),
      [account]: String(of.customerNo),
      [`d${entry}ApplicationNo`]: detail.applicationNo,
      [applied]: detail.appliedNo,
      [`${header}DocumentNo`]: invoice,
      [`${header}PaymentTermsCode`]: invoice === '' ? '' : '14 DAYS',
      [`${header}PmtDiscountDate`]: NO_DAY,
    };
  };
  return [...details].sort((a, b) => a.of.no - b.of.no || a.no - b.no).map(row);
}

function documentId({ kind, number }: SalesDocument): string {
  return idOf(kind === 'invoice' ? 'a' : 'b', number);
}

/** An id that tells nothing of when its document was made. */
function idOf(kind: string, text: string): string {
  const sum = [...text].reduce(
    (hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193),
    0x811c9dc5,
  );
  const hex = (Math.imul(sum ^ (sum >>> 15), 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  const rest = (/^\d+$/.test(text) ? Number(text) : sum >>> 0).toString(16).padStart(8, '0');
  return `${hex}-${hex.slice(2, 6)}-ef11-9${kind}44-6045${rest}`;
}

/** With as many fractional digits as it takes, as the vendor's clock is written. */
function stamp(moment: Ticks): string {
  return new Date(toEpochMs(moment)).toISOString().replace(/\.?0*Z$/, 'Z');
}

/** Whole minor units as a decimal number; no sum is made of these. */
function decimal(minor: number): number {
  return minor === 0 ? 0 : minor / 100;
}
