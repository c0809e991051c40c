import type { LedgerEntryRow, MatchRow, OutgoingInvoiceRow, PowerOfficeState } from '../poweroffice-go/state';
import { keepLedger, type Ledger, type Posting } from './ledger';
import { matchIds } from './match-groups';
import type { PostedEvent, Story } from './story';
import { dayBefore } from './calendar';
import { timestampText } from './ticks';

/** The books of the story as PowerOffice Go shows them at `now` (epoch ms). */
export function buildPowerOffice(story: Story, now: number): PowerOfficeState {
  const state: PowerOfficeState = {
    clientId: '6f0f8a2e-3f0b-4c7e-9a55-10c1a7b20001',
    clientName: 'Nord IT AS',
    invoices: [],
    entries: [],
    matches: [],
    privileges: new Set(['OutgoingInvoice', 'CustomerLedger']),
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
  state.matches.splice(0, Infinity, ...ledger.matches.map(matchRow));
}

function createView(story: Story, { postings, matches }: Ledger, today: string) {
  const groups = matchIds(matches);
  const names = new Map(story.customers.map(({ no, name }) => [no, name]));
  const matched = new Map<Posting, number>();
  for (const { charge, settling, nok } of matches) {
    matched.set(charge, (matched.get(charge) ?? 0) + nok);
    matched.set(settling, (matched.get(settling) ?? 0) + nok);
  }
  const balance = (posting: Posting): number =>
    decimal(posting.nok - Math.sign(posting.nok) * (matched.get(posting) ?? 0));
  const creditedNo = (posting: Posting): number | null => {
    if (posting.event.what !== 'credit-note-issued') return null;
    const [part] = posting.event.closes;
    return (
      postings.flatMap(({ key, event }) => (key === part?.of ? (invoiceNo(event) ?? []) : []))[0] ?? null
    );
  };

  return {
    /** Invoices and credit notes have a row of their own in the list of invoices; no other posting has. */
    invoice: (posting: Posting): OutgoingInvoiceRow[] => {
      const { event } = posting;
      const no = invoiceNo(event);
      if (no === null || posting.line > 0) return [];
      const due = event.what === 'invoice-issued' ? event.dueOn : posting.postedOn;
      const overdue = due < today && balance(posting) > 0;
      return [
        {
          Id: voucherId(posting),
          InvoiceNo: no,
          VoucherNo: voucherNo(posting),
          VoucherDate: posting.postedOn,
          DueDate: due,
          VoucherType: event.what === 'invoice-issued' ? 'OutgoingInvoice' : 'OutgoingCreditNote',
          TotalAmount: decimal(posting.minor),
          NetAmount: decimal(Math.round(posting.minor * 0.8)),
          TotalPostedAmount: decimal(posting.nok),
          NetPostedAmount: decimal(Math.round(posting.nok * 0.8)),
          Balance: balance(posting),
          BalanceLastChangedDateTimeOffset: timestampText(posting.changedAt),
          CreatedDateTimeOffset: timestampText(posting.bookedAt),
          // Moves when the invoice falls due, and never by a payment.
          LastChangedDateTimeOffset: overdue
            ? `${due}T22:05:00.0000000+00:00`
            : timestampText(posting.bookedAt),
          SentDateTimeOffset: timestampText(posting.bookedAt),
          MatchId: groups.get(posting) ?? null,
          CurrencyCode: posting.currency,
          CurrencyExchangeRate: posting.rate / 10_000,
          CustomerId: customerId(posting),
          CustomerNo: posting.customerNo,
          IsCreatedByCurrentIntegration: false,
          IsReversed: posting.reversed,
          RelatedInvoiceNo: creditedNo(posting),
          OrderNo: 3_000 + posting.voucher,
          ImportedOrderNo: null,
          ExternalImportReference: null,
          CustomMatchingReference: null,
          CustomerReference: null,
          PurchaseOrderReference: null,
          Cid: null,
          DepartmentCode: null,
          ProjectCode: null,
        },
      ];
    },

    entry: (posting: Posting): LedgerEntryRow => {
      const { event } = posting;
      const no = invoiceNo(event);
      return {
        Id: entryId(posting),
        VoucherType: voucherType(event),
        VoucherNo: voucherNo(posting),
        VoucherId: voucherId(posting),
        VoucherDate: posting.postedOn,
        PostingDate: posting.postedOn,
        DueDate: event.what === 'invoice-issued' ? event.dueOn : null,
        Amount: decimal(posting.nok),
        Balance: balance(posting),
        CurrencyAmount: decimal(posting.minor),
        CurrencyCode: posting.currency,
        InvoiceNo: no === null ? null : String(no),
        MatchId: groups.get(posting) ?? null,
        IsWriteOff: event.what === 'written-off',
        IsCreatedByCurrentIntegration: false,
        CustomerId: customerId(posting),
        CustomerName: names.get(posting.customerNo) ?? '',
        CustomerAccountNo: posting.customerNo,
        CustomerExternalNo: null,
        CustomMatchingReference: null,
        ExternalImportReference: null,
        Cid: null,
        PaidFromBankAccount: voucherType(event) === 'IncomingOcrGiro' ? '15032080119' : null,
        DepartmentCode: null,
        ProjectCode: null,
        LastChangedDateTimeOffset: timestampText(posting.changedAt),
        CreatedDateTimeOffset: timestampText(posting.bookedAt),
      };
    },
  };
}

function matchRow({ charge, settling, nok }: Ledger['matches'][number]): MatchRow {
  const from = charge.postedOn > settling.postedOn ? charge.postedOn : settling.postedOn;
  return { entryIds: [entryId(charge), entryId(settling)], ore: nok, from };
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

/** All lines of one voucher share its number and id, which tell nothing of its place in time. */
function voucherId({ voucher }: Posting): string {
  const mixed = Math.imul(voucher, 0x9e3779b1) >>> 0;
  return `${mixed.toString(16).padStart(8, '0')}-5b1d-4f6a-8c3e-${voucher.toString(16).padStart(12, '0')}`;
}

const voucherNo = ({ voucher }: Posting): number => 20_000 + voucher;
const entryId = ({ voucher, line }: Posting): number => 476_000_000 + voucher * 10 + line;
const customerId = ({ customerNo }: Posting): number => 5_000_000 + customerNo;

/** Whole minor units as a decimal number; no sum is made of these. */
function decimal(minor: number): number {
  return minor === 0 ? 0 : minor / 100;
}
