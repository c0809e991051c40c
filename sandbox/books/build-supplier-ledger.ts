import type { IncomingInvoiceRow, PowerOfficeState, SupplierEntryRow } from '../poweroffice-go/state';
import { keepLedger, type Ledger, type Posting } from './ledger';
import type { PostedEvent, Story } from './story';
import { subLedgerView } from './sub-ledger-view';

const SUPPLIERS = {
  sign: -1,
  firstVoucherNo: 400_000,
  firstEntryId: 486_000_000,
  firstMatchId: 5_880_000,
  mark: '6c2e',
} as const;

/** Makes the rows of suppliers in PowerOffice Go anew, in place. What is owed to one is negative there. */
export function refreshSupplierLedger(state: PowerOfficeState, story: Story): void {
  const ledger = keepLedger(story.bills);
  const view = createView(story, ledger);
  const byId = (a: IncomingInvoiceRow, b: IncomingInvoiceRow): number => (a.Id < b.Id ? -1 : 1);
  state.bills.splice(0, Infinity, ...ledger.postings.flatMap(view.bill).sort(byId));
  state.supplierEntries.splice(0, Infinity, ...ledger.postings.map(view.entry));
  state.supplierMatches.splice(0, Infinity, ...ledger.matches.map(view.match));
}

function createView(story: Story, ledger: Ledger) {
  const shared = subLedgerView(ledger, SUPPLIERS);
  const names = new Map(story.vendors.map(({ no, name }) => [no, name]));
  const numberOf = new Map(ledger.postings.map(({ key, event }) => [key, theirNumber(event)]));
  const supplierId = ({ customerNo }: Posting): number => 6_000_000 + customerNo;

  return {
    match: shared.match,

    /** Bills and credit notes have a row of their own in the list of incoming invoices; no other posting has. */
    bill: (posting: Posting): IncomingInvoiceRow[] => {
      const { event } = posting;
      if ((event.what !== 'invoice-issued' && event.what !== 'credit-note-issued') || posting.line > 0) {
        return [];
      }
      const row = shared.invoice(posting);
      const isBill = event.what === 'invoice-issued';
      return [
        {
          InvoiceNo: theirNumber(event),
          VoucherType: isBill ? 'IncomingInvoice' : 'IncomingCreditNote',
          // Nothing of a posted invoice changes.
          LastChangedDateTimeOffset: row.CreatedDateTimeOffset,
          SupplierId: supplierId(posting),
          SupplierNo: posting.customerNo,
          // Not told at all but where it is so.
          IsReversed: posting.reversed ? true : null,
          RelatedInvoiceNo: isBill ? null : (numberOf.get(event.closes[0]?.of ?? '') ?? null),
          ContractNo: null,
          ...row,
        },
      ];
    },

    entry: (posting: Posting): SupplierEntryRow => ({
      SupplierId: supplierId(posting),
      SupplierName: names.get(posting.customerNo) ?? '',
      SupplierAccountNo: posting.customerNo,
      SupplierExternalNo: null,
      ...shared.entry(posting, {
        voucherType: voucherType(posting.event),
        invoiceNo: theirNumber(posting.event),
      }),
    }),
  };
}

function theirNumber(event: PostedEvent): string | null {
  return 'theirNumber' in event ? (event.theirNumber ?? null) : null;
}

function voucherType(event: PostedEvent): string {
  switch (event.what) {
    case 'invoice-issued':
      return 'IncomingInvoice';
    case 'credit-note-issued':
      return 'IncomingCreditNote';
    case 'payment-received':
      return event.voucher;
    case 'fee-charged':
    case 'written-off':
      return 'ManualJournal';
    case 'invoice-reversed':
    case 'payment-reversed':
      return 'ReversalVoucher';
  }
}
