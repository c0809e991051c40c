import type { ManageState } from '../manage/state';
import { CUSTOM_FIELDS } from './build-manage';
import type { Day, InManage } from './story';

/** What one invoice of Manage holds. Amounts are decimals, as Manage stores them. */
export interface Held {
  /** Payments, applied credit memos left out. */
  readonly records: readonly { readonly amount: number; readonly date: Day }[];
  /** Applied credit memos. */
  readonly memos: readonly { readonly amount: number; readonly date: Day }[];
  readonly paidAmount: number | null;
  readonly datePaid: Day | null;
  /** A custom field that is none of the product's business. */
  readonly note: string | null;
}

/** What Manage holds now, in the same form. */
export function heldInManage({ invoices }: ManageState): ReadonlyMap<string, Held> {
  return new Map(
    invoices.map(({ invoiceNumber, payments, customFieldValues: values }) => {
      const rows = (areMemos: boolean) =>
        payments
          .filter(({ creditInvoiceId }) => (creditInvoiceId !== null) === areMemos)
          .map(({ amount, paymentDate }) => ({ amount, date: paymentDate.slice(0, 10) }));
      return [
        invoiceNumber,
        {
          records: rows(false),
          memos: rows(true),
          paidAmount: (values.get(CUSTOM_FIELDS.paidAmount.id) ?? null) as number | null,
          datePaid: (values.get(CUSTOM_FIELDS.datePaid.id) ?? null) as Day | null,
          note: (values.get(CUSTOM_FIELDS.note.id) ?? null) as string | null,
        },
      ];
    }),
  );
}

/** What Manage held of an invoice before the first sync. */
export function heldBefore({ record, memos, fields }: InManage): Held {
  return {
    records: record === null ? [] : [{ amount: record.minor / 100, date: record.paidOn }],
    memos: memos.map(({ minor, appliedOn }) => ({ amount: minor / 100, date: appliedOn })),
    paidAmount: fields.paidAmount === null ? null : fields.paidAmount / 100,
    datePaid: fields.datePaid,
    note: fields.note,
  };
}
