import type { ManageInvoiceRow } from './manage/state';
import type { LedgerEntryRow, OutgoingInvoiceRow } from './poweroffice-go/state';

/** Everything the sandbox's systems hold. */
export interface World {
  readonly powerOffice: { invoices: OutgoingInvoiceRow[]; entries: LedgerEntryRow[] };
  readonly manage: { invoices: ManageInvoiceRow[]; nextPaymentId: number };
}

/** The documented example: invoice 12345 to customer 10018 over 1250, closed by one bank journal line. */
export function createWorld(now: number): World {
  const dayBefore = (days: number): string => new Date(now - days * 86_400_000).toISOString().slice(0, 10);
  return {
    powerOffice: {
      invoices: [
        {
          Id: 'ee373540-ca8d-4562-8fb6-6fb52de40001',
          InvoiceNo: 12345,
          VoucherNo: 501,
          VoucherDate: dayBefore(20),
          VoucherType: 'OutgoingInvoice',
          TotalAmount: 1250,
          TotalPostedAmount: 1250,
          Balance: 0,
          BalanceLastChangedDateTimeOffset: `${dayBefore(3)}T08:03:00.1234567+00:00`,
          MatchId: 9001,
          CurrencyCode: 'NOK',
          CurrencyExchangeRate: 1,
          CustomerNo: 10018,
          IsReversed: false,
        },
      ],
      entries: [
        entry(1, 'OutgoingInvoice', 1250, dayBefore(20), 501, '12345'),
        entry(2, 'BankJournal', -1250, dayBefore(4), 777, null),
      ],
    },
    manage: {
      invoices: [
        {
          id: 4001,
          invoiceNumber: '12345',
          type: 'Standard',
          company: { id: 10018, identifier: 'FJORDBYGG', name: 'Fjord Bygg AS' },
          currency: { id: 1, currencyCode: 'NOK' },
          total: 1250,
          date: `${dayBefore(20)}T00:00:00Z`,
          payments: [],
          lastUpdated: `${dayBefore(20)}T09:00:00Z`,
        },
      ],
      nextPaymentId: 1,
    },
  };
}

function entry(
  Id: number,
  VoucherType: string,
  Amount: number,
  PostingDate: string,
  VoucherNo: number,
  InvoiceNo: string | null,
): LedgerEntryRow {
  return {
    Id,
    VoucherType,
    Amount,
    Balance: 0,
    CurrencyAmount: Amount,
    CurrencyCode: 'NOK',
    PostingDate,
    VoucherNo,
    InvoiceNo,
    MatchId: 9001,
    IsWriteOff: false,
  };
}
