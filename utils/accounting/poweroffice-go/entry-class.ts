import type { SettlementKind } from '@/utils/payments/accounting-invoice';
import type { LedgerEntry } from './schemas';

/** What an entry of a match group is, by its voucher. */
type EntryClass = 'payment' | 'credit' | 'write-off' | 'reversal' | 'correction' | 'fee' | 'unclassified';

/** Source: VoucherType of the vendor's OpenAPI description. Types that are not listed are shown, not guessed. */
const CLASS_OF_VOUCHER: Readonly<Record<string, EntryClass>> = {
  BankJournal: 'payment',
  IncomingOcrGiro: 'payment',
  IncomingPayments: 'payment',
  // What the firm paid to a supplier: of old, and through a bank integration.
  OutgoingPayments: 'payment',
  IncomingBankRemittance: 'payment',
  CashJournal: 'payment',
  ManualJournal: 'payment',
  OutgoingCreditNote: 'credit',
  IncomingCreditNote: 'credit',
  // What closes a credit note, seen from there.
  OutgoingInvoice: 'credit',
  IncomingInvoice: 'credit',
  ReversalVoucher: 'reversal',
  CorrectionVoucher: 'correction',
  OutgoingPaymentReminder: 'fee',
  OutgoingNoticeOfDebtCollection: 'fee',
  OutgoingPaymentDemand: 'fee',
  OutgoingWarrantOfExecution: 'fee',
};

/** Writing off uses ordinary voucher types, so its own mark is looked at first. */
function entryClass({ IsWriteOff, VoucherType }: LedgerEntry): EntryClass {
  if (IsWriteOff === true) return 'write-off';
  return Object.hasOwn(CLASS_OF_VOUCHER, VoucherType)
    ? (CLASS_OF_VOUCHER[VoucherType] ?? 'unclassified')
    : 'unclassified';
}

/** Whether the entry may take back another one. */
export function isReversal(entry: LedgerEntry): boolean {
  const kind = entryClass(entry);
  return kind === 'reversal' || kind === 'correction';
}

/**
 * What a settlement by this entry is. A reversal voucher nullifies, so it brought no money and counts with the
 * credits; a correction voucher may well be a payment booked anew, which nobody can tell here.
 */
export function settlementKind(entry: LedgerEntry): SettlementKind {
  const kind = entryClass(entry);
  if (kind === 'reversal') return 'credit';
  return kind === 'fee' || kind === 'correction' ? 'unclassified' : kind;
}
