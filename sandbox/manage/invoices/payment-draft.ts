import type { World } from '../../world';
import { knob } from '../knobs';
import { isObject } from '../read-body';
import { invalidObject, type FieldFault } from '../refusal';
import type { ManageInvoiceRow, PaymentRow } from '../state';
import { dayOnTheWire, wireInstant } from '../wire-time';
import { checkValue } from '../records/check-value';
import { amountFault, batchFault, ceilingFault, dateFault, invoiceFault, missing } from './payment-faults';
import { PAYMENT_SHAPE } from './shapes';

/** What a client may set of a payment, once it has been checked. */
export interface PaymentDraft {
  readonly amount: number;
  /** `yyyy-MM-dd` */
  readonly paymentDate: string;
  readonly creditInvoiceId: number | null;
  readonly type: string | null;
  readonly glBatchID: string | null;
  readonly paymentAccount: string | null;
  readonly aRPaymentAccount: string | null;
}

const RESOURCE = 'payment';

/**
 * Checks a payment as it would be written: its whole object, of which `replaced` is the row it takes the place of.
 * A missing date becomes today's, without a word. An invoice has one payment that is no credit, which may not
 * exceed what is open.
 * @throws Refusal 400
 */
export function checkPayment(
  sent: Readonly<Record<string, unknown>>,
  invoice: ManageInvoiceRow,
  replaced: PaymentRow | undefined,
  world: World,
): PaymentDraft {
  refuseAny(Object.entries(sent).map(([field, value]) => checkValue(field, PAYMENT_SHAPE, value)));
  const { amount, paymentDate } = sent;
  const creditInvoiceId = creditOf(sent, replaced);
  refuseAny([
    amountFault(amount, invoice),
    dateFault(paymentDate),
    invoiceFault(sent.invoice, invoice),
    sent.type == null && knob(world, 'paymentTypeRequired') ? missing('type') : undefined,
    batchFault(sent.glBatchID),
    replaced === undefined &&
    creditInvoiceId === null &&
    invoice.payments.some((row) => row.creditInvoiceId === null)
      ? { code: 'ObjectExists', message: 'A payment already exists for this invoice.', field: 'invoice' }
      : undefined,
  ]);
  if (typeof amount !== 'number') throw invalidObject(RESOURCE, [missing('amount')]);
  refuseAny([ceilingFault(amount, invoice, replaced)]);
  return {
    amount,
    paymentDate: dayOnTheWire(paymentDate) ?? wireInstant(world.now()).slice(0, 10),
    creditInvoiceId,
    type: textOf(sent.type),
    glBatchID: textOf(sent.glBatchID),
    paymentAccount: textOf(sent.paymentAccount),
    aRPaymentAccount: textOf(sent.aRPaymentAccount),
  };

  function creditOf(
    { credit }: Readonly<Record<string, unknown>>,
    row: PaymentRow | undefined,
  ): number | null {
    if (!isObject(credit)) return row?.creditInvoiceId ?? null;
    const memo = world.manage.invoices.find(({ id, type }) => id === credit.id && type === 'CreditMemo');
    if (memo) return memo.id;
    throw invalidObject(RESOURCE, [
      { code: 'InvalidField', message: 'No such credit memo.', field: 'credit' },
    ]);
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function refuseAny(faults: readonly (FieldFault | undefined)[]): void {
  const found = faults.filter((fault) => fault !== undefined);
  if (found.length > 0) throw invalidObject(RESOURCE, found);
}
