import type { ManageInvoiceRow, ManageState, PaymentRow } from '../manage/state';
import { buildOrders, ORDER_FIELDS } from './build-orders';
import type { InManage, Story } from './story';

/** The custom fields the firm's administrator set up on invoices. */
export const CUSTOM_FIELDS = {
  paidAmount: { id: 31, caption: 'Paid Amount', type: 'Currency' },
  datePaid: { id: 32, caption: 'Date Paid', type: 'Date' },
  note: { id: 27, caption: 'Project Note', type: 'Text' },
} as const;

/** Who entered payments in Manage before the product did. */
const BY_HAND = 'TBakke';

const FIRST_ID = 4001;

/** What Manage holds before the first sync. */
export function buildManage(story: Story): ManageState {
  const idOf = new Map(story.inManage.map(({ number }, at) => [number, FIRST_ID + at]));
  const companies = new Map(
    story.customers.map(({ no, identifier, name }) => [no, { id: no - 10_000 + 250, identifier, name }]),
  );
  let nextPaymentId = 701;

  const invoices = story.inManage.map((invoice, at): ManageInvoiceRow => {
    const { number, type, customerNo, currency, total, issuedOn, dueOn, closed, reference, fields } = invoice;
    const company = companies.get(customerNo);
    if (company === undefined) throw new Error(`invoice ${number} is of an unknown customer`);
    return {
      id: FIRST_ID + at,
      invoiceNumber: number,
      type,
      company,
      currencyCode: currency,
      date: issuedOn,
      dueDate: dueOn,
      total: total / 100,
      closed,
      reference,
      payments: paymentsOf(invoice),
      customFieldValues: new Map<number, string | number | null>([
        [CUSTOM_FIELDS.note.id, fields.note],
        [CUSTOM_FIELDS.paidAmount.id, fields.paidAmount === null ? null : fields.paidAmount / 100],
        [CUSTOM_FIELDS.datePaid.id, fields.datePaid],
      ]),
      lastUpdated: `${issuedOn}T12:30:00Z`,
      updatedBy: BY_HAND,
    };
  });

  return {
    invoices,
    nextPaymentId,
    accountingPackage: { syncPaymentInfoFlag: false, syncWisePayPaymentInfoFlag: false },
    customFields: [CUSTOM_FIELDS.note, CUSTOM_FIELDS.paidAmount, CUSTOM_FIELDS.datePaid],
    purchaseOrders: buildOrders(story),
    purchaseOrderFields: Object.values(ORDER_FIELDS),
    reportsAvailable: true,
  };

  function paymentsOf({ record, memos }: InManage): PaymentRow[] {
    const credits = memos.map(({ number, minor, appliedOn }) => {
      const memo = idOf.get(number);
      if (memo === undefined) throw new Error(`Manage has no credit memo ${number}`);
      return payment(minor, appliedOn, memo);
    });
    return record === null ? credits : [...credits, payment(record.minor, record.paidOn, null)];
  }

  function payment(minor: number, paymentDate: string, creditInvoiceId: number | null): PaymentRow {
    nextPaymentId += 1;
    return { id: nextPaymentId - 1, amount: minor / 100, paymentDate, appliedBy: BY_HAND, creditInvoiceId };
  }
}
