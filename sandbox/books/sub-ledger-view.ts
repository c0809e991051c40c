import type { MatchRow, SubLedgerRow } from '../poweroffice-go/state';
import type { Ledger, Match, Posting } from './ledger';
import { matchIds } from './match-groups';
import { timestampText } from './ticks';

/** How the ledgers of customers and of suppliers differ in what they share. */
interface SubLedger {
  /** -1 where what is owed is shown as a negative amount. */
  readonly sign: 1 | -1;
  /** Where its numbers begin. */
  readonly firstVoucherNo: number;
  readonly firstEntryId: number;
  readonly firstMatchId: number;
  /** Part of a voucher's id, so that those of two ledgers differ. */
  readonly mark: string;
}

/** Shows postings as PowerOffice Go does, in what the two ledgers have in common. */
export function subLedgerView({ matches }: Ledger, subLedger: SubLedger) {
  const { sign, firstVoucherNo, firstEntryId, firstMatchId, mark } = subLedger;
  const groups = matchIds(matches, firstMatchId);
  const matched = new Map<Posting, number>();
  for (const { charge, settling, nok } of matches) {
    matched.set(charge, (matched.get(charge) ?? 0) + nok);
    matched.set(settling, (matched.get(settling) ?? 0) + nok);
  }
  const entryId = ({ voucher, line }: Posting): number => firstEntryId + voucher * 10 + line;

  const view = {
    /** Whole minor units as a decimal number with the ledger's sign; no sum is made of these. */
    decimal: (minor: number): number => (minor === 0 ? 0 : (sign * minor) / 100),

    balance: (posting: Posting): number =>
      view.decimal(posting.nok - Math.sign(posting.nok) * (matched.get(posting) ?? 0)),

    matchId: (posting: Posting): number | null => groups.get(posting) ?? null,

    /** All lines of one voucher share its number and id, which tell nothing of its place in time. */
    voucherId: ({ voucher }: Posting): string => {
      const mixed = Math.imul(voucher, 0x9e3779b1) >>> 0;
      return `${mixed.toString(16).padStart(8, '0')}-${mark}-4f6a-8c3e-${voucher.toString(16).padStart(12, '0')}`;
    },

    voucherNo: ({ voucher }: Posting): number => firstVoucherNo + voucher,

    /** An entry without what only one of the ledgers tells. */
    entry: (posting: Posting, { voucherType, invoiceNo }: Told): SubLedgerRow => ({
      Id: entryId(posting),
      VoucherType: voucherType,
      VoucherNo: view.voucherNo(posting),
      VoucherId: view.voucherId(posting),
      VoucherDate: posting.postedOn,
      PostingDate: posting.postedOn,
      DueDate: posting.event.what === 'invoice-issued' ? posting.event.dueOn : null,
      Amount: view.decimal(posting.nok),
      Balance: view.balance(posting),
      CurrencyAmount: view.decimal(posting.minor),
      CurrencyCode: posting.currency,
      InvoiceNo: invoiceNo,
      MatchId: view.matchId(posting),
      IsWriteOff: posting.event.what === 'written-off',
      IsCreatedByCurrentIntegration: false,
      CustomMatchingReference: null,
      ExternalImportReference: null,
      DepartmentCode: null,
      ProjectCode: null,
      LastChangedDateTimeOffset: timestampText(posting.changedAt),
      CreatedDateTimeOffset: timestampText(posting.bookedAt),
    }),

    /** An invoice or credit note without what only one of the lists tells. */
    invoice: (posting: Posting) => ({
      Id: view.voucherId(posting),
      VoucherNo: view.voucherNo(posting),
      VoucherDate: posting.postedOn,
      DueDate: posting.event.what === 'invoice-issued' ? posting.event.dueOn : posting.postedOn,
      TotalAmount: view.decimal(posting.minor),
      NetAmount: view.decimal(Math.round(posting.minor * 0.8)),
      TotalPostedAmount: view.decimal(posting.nok),
      NetPostedAmount: view.decimal(Math.round(posting.nok * 0.8)),
      Balance: view.balance(posting),
      BalanceLastChangedDateTimeOffset: timestampText(posting.changedAt),
      CreatedDateTimeOffset: timestampText(posting.bookedAt),
      MatchId: view.matchId(posting),
      CurrencyCode: posting.currency,
      CurrencyExchangeRate: posting.rate / 10_000,
      ExternalImportReference: null,
      CustomMatchingReference: null,
      PurchaseOrderReference: null,
      Cid: null,
      DepartmentCode: null,
      ProjectCode: null,
    }),

    match: ({ charge, settling, nok }: Match): MatchRow => {
      const from = charge.postedOn > settling.postedOn ? charge.postedOn : settling.postedOn;
      return { entryIds: [entryId(charge), entryId(settling)], ore: nok, from };
    },
  };
  return view;
}

/** What an entry's own ledger calls it. */
interface Told {
  readonly voucherType: string;
  /** On entries of invoices and credit notes alone. */
  readonly invoiceNo: string | null;
}
