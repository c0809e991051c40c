import type { IsoDate } from './iso-date';
import type { PaymentRecord } from './manage-invoice';
import type { Money } from './money';

/** The two ways a payment status is shown in Manage. */
export type WriteStrategy = 'payment-record' | 'custom-fields';

/** What one invoice's payment looks like, or should look like, in Manage. Null amount or date: nothing shown. */
export interface ShownPayment {
  readonly amount: Money | null;
  readonly date: IsoDate | null;
}

/** What Manage shows of one invoice's payment, as the strategy in use reads it. */
export type Shown =
  | { readonly strategy: 'payment-record'; readonly records: readonly PaymentRecord[] }
  | ({ readonly strategy: 'custom-fields' } & ShownPayment);

/** One write to Manage, complete enough to be carried out, verified and taken back. */
export type Change = {
  readonly invoiceId: number;
  readonly invoiceNumber: string;
  readonly from: ShownPayment;
  readonly to: ShownPayment;
} & (
  | { readonly strategy: 'payment-record'; readonly action: 'create' }
  | { readonly strategy: 'payment-record'; readonly action: 'update' | 'delete'; readonly recordId: number }
  | { readonly strategy: 'custom-fields' }
);
