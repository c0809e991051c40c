import type { ManageState } from './manage/state';
import type { PowerOfficeState } from './poweroffice-go/state';

/** Everything the sandbox's systems hold. Tests and the demo change it as the firm's day goes on. */
export interface World {
  readonly powerOffice: PowerOfficeState;
  readonly manage: ManageState;
  /** Epoch ms of the sandbox's own clock, which the servers put into `Date` headers and time stamps. */
  now(): number;
}

export interface WorldOptions {
  /** Epoch ms; without it the clock starts at the world's `now` and runs with real time. */
  readonly now?: () => number;
}

/** The documented example: invoice 12345 to customer 10018 over 1250, closed by one bank journal line. */
export function createWorld(now: number, options: WorldOptions = {}): World {
  const dayBefore = (days: number): string => new Date(now - days * 86_400_000).toISOString().slice(0, 10);
  const entry = (Id: number, VoucherType: string, Amount: number, day: string, InvoiceNo: string | null) => ({
    Id,
    VoucherType,
    VoucherNo: 500 + Id,
    VoucherId: `ee373540-ca8d-4562-8fb6-6fb52de4000${Id}`,
    VoucherDate: day,
    PostingDate: day,
    Amount,
    Balance: 0,
    CurrencyAmount: Amount,
    CurrencyCode: 'NOK',
    InvoiceNo,
    MatchId: 9001,
    IsWriteOff: false,
    CustomerAccountNo: 10018,
    LastChangedDateTimeOffset: `${dayBefore(3)}T08:03:00.1234567+00:00`,
    CreatedDateTimeOffset: `${day}T08:00:00.0000000+00:00`,
  });
  const started = performance.now();
  return {
    powerOffice: {
      invoices: [
        {
          Id: 'ee373540-ca8d-4562-8fb6-6fb52de40001',
          InvoiceNo: 12345,
          VoucherNo: 501,
          VoucherDate: dayBefore(20),
          DueDate: dayBefore(6),
          VoucherType: 'OutgoingInvoice',
          TotalAmount: 1250,
          TotalPostedAmount: 1250,
          Balance: 0,
          BalanceLastChangedDateTimeOffset: `${dayBefore(3)}T08:03:00.1234567+00:00`,
          LastChangedDateTimeOffset: `${dayBefore(20)}T08:03:00.1234567+00:00`,
          MatchId: 9001,
          CurrencyCode: 'NOK',
          CurrencyExchangeRate: 1,
          CustomerId: 5010018,
          CustomerNo: 10018,
          IsReversed: false,
          RelatedInvoiceNo: null,
          OrderNo: null,
          ImportedOrderNo: null,
          ExternalImportReference: null,
          CustomMatchingReference: null,
        },
      ],
      entries: [
        entry(1, 'OutgoingInvoice', 1250, dayBefore(20), '12345'),
        entry(2, 'BankJournal', -1250, dayBefore(4), null),
      ],
    },
    manage: {
      invoices: [
        {
          id: 4001,
          invoiceNumber: '12345',
          type: 'Standard',
          company: { id: 10018, identifier: 'FJORDBYGG', name: 'Fjord Bygg AS' },
          currencyCode: 'NOK',
          date: dayBefore(20),
          dueDate: dayBefore(6),
          total: 1250,
          closed: false,
          reference: '',
          payments: [],
          customFieldValues: new Map(),
          lastUpdated: `${dayBefore(20)}T09:00:00Z`,
          updatedBy: 'Accounting',
        },
      ],
      nextPaymentId: 1,
      accountingPackage: { syncPaymentInfoFlag: false, syncWisePayPaymentInfoFlag: false },
      customFields: [],
      reportsAvailable: true,
    },
    now: options.now ?? (() => now + Math.trunc(performance.now() - started)),
  };
}
