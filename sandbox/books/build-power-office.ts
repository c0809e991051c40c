import type { LedgerEntryRow, OutgoingInvoiceRow, PowerOfficeState } from '../poweroffice-go/state';
import { refreshSupplierLedger } from './build-supplier-ledger';
import { dayBefore } from './calendar';
import { keepLedger, type Ledger, type Posting } from './ledger';
import type { PostedEvent, Story } from './story';
import { subLedgerView } from './sub-ledger-view';
import { timestampText } from './ticks';

const CUSTOMERS = {
  sign: 1,
  firstVoucherNo: 20_000,
  firstEntryId: 476_000_000,
  firstMatchId: 880_000,
  mark: '5b1d',
} as const;

/** The books of the story as PowerOffice Go shows them at `now` (epoch ms). */
export function buildPowerOffice(story: Story, now: number): PowerOfficeState {
  const state: PowerOfficeState = {
    clientId: '6f0f8a2e-3f0b-4c7e-9a55-10c1a7b20001',
    clientName: 'Nord IT AS',
    invoices: [],
    entries: [],
    matches: [],
    bills: [],
    supplierEntries: [],
    supplierMatches: [],
    privileges: new Set(['OutgoingInvoice', 'CustomerLedger', 'IncomingInvoice', 'SupplierLedger']),
  };
  refreshPowerOffice(state, story, now);
  return state;
}

/** Makes the rows anew, in place, after something happened. */
export function refreshPowerOffice(state: PowerOfficeState, story: Story, now: number): void {
  const ledger = keepLedger(story.events);
  const view = createView(story, ledger, dayBefore(now, 0));
  const byId = (a: OutgoingInvoiceRow, b: OutgoingInvoiceRow): number => (a.Id < b.Id ? -1 : 1);
  state.invoices.splice(0, Infinity, ...ledger.postings.flatMap(view.invoice).sort(byId));
  state.entries.splice(0, Infinity, ...ledger.postings.map(view.entry));
  state.matches.splice(0, Infinity, ...ledger.matches.map(view.match));
  refreshSupplierLedger(state, story);
}

function createView(story: Story, ledger: Ledger, today: string) {
  const shared = subLedgerView(ledger, CUSTOMERS);
  const names = new Map(story.customers.map(({ no, name }) => [no, name]));
  const creditedNo = (posting: Posting): number | null => {
    if (posting.event.what !== 'credit-note-issued') return null;
    const [part] = posting.event.closes;
    const credited = ledger.postings.find(({ key, event }) => key === part?.of && invoiceNo(event) !== null);
    return credited === undefined ? null : invoiceNo(credited.event);
  };

  return {
    match: shared.match,

    /** Invoices and credit notes have a row of their own in the list of invoices; no other posting has. */
    invoice: (posting: Posting): OutgoingInvoiceRow[] => {
      const { event } = posting;
      const no = invoiceNo(event);
      if (no === null || posting.line > 0) return [];
      const row = shared.invoice(posting);
      const overdue = row.DueDate < today && row.Balance > 0;
      return [
        {
          InvoiceNo: no,
          VoucherType: event.what === 'invoice-issued' ? 'OutgoingInvoice' : 'OutgoingCreditNote',
          // Moves when the invoice falls due, and never by a payment.
          LastChangedDateTimeOffset: overdue
            ? `${row.DueDate}T22:05:00.0000000+00:00`
            : timestampText(posting.bookedAt),
          SentDateTimeOffset: timestampText(posting.bookedAt),
          CustomerId: customerId(posting),
          CustomerNo: posting.customerNo,
          IsCreatedByCurrentIntegration: false,
          IsReversed: posting.reversed,
          RelatedInvoiceNo: creditedNo(posting),
          OrderNo: 3_000 + posting.voucher,
          ImportedOrderNo: null,
          CustomerReference: null,
          ...row,
        },
      ];
    },

    entry: (posting: Posting): LedgerEntryRow => {
      const no = invoiceNo(posting.event);
      const type = voucherType(posting.event);
      return {
        CustomerId: customerId(posting),
        CustomerName: names.get(posting.customerNo) ?? '',
        CustomerAccountNo: posting.customerNo,
        CustomerExternalNo: null,
        Cid: null,
        PaidFromBankAccount: type === 'IncomingOcrGiro' ? '15032080119' : null,
        ...shared.entry(posting, { voucherType: type, invoiceNo: no === null ? null : String(no) }),
      };
    },
  };
}

function invoiceNo(event: PostedEvent): number | null {
  return event.what === 'invoice-issued' || event.what === 'credit-note-issued' ? event.invoiceNo : null;
}

function voucherType(event: PostedEvent): string {
  switch (event.what) {
    case 'invoice-issued':
      return 'OutgoingInvoice';
    case 'credit-note-issued':
      return 'OutgoingCreditNote';
    case 'fee-charged':
      return 'OutgoingPaymentReminder';
    case 'payment-received':
      return event.voucher;
    case 'written-off':
      return 'ManualJournal';
    case 'invoice-reversed':
    case 'payment-reversed':
      return 'ReversalVoucher';
  }
}

const customerId = ({ customerNo }: Posting): number => 5_000_000 + customerNo;
