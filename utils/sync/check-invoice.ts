import type { AccountingSource } from '@/utils/accounting/source';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import type { Outcome } from '@/utils/payments/outcome';
import type { ConnectionRules } from './connection-rules';
import type { Journal } from './journal';
import { liveInvoices } from './live-invoices';
import type { ManagePort } from './manage-port';
import { doubtOutcome } from './doubt-outcome';
import { planBatch } from './plan-batch';
import { previewOf } from './preview-of';

export interface CheckedInvoice {
  /** Whether the books have anything under this number. */
  readonly inBooks: boolean;
  /** The invoice that counts among those of this number. */
  readonly books: AccountingInvoice | null;
  /** What a sync of it would come to; null where that is nobody's business. */
  readonly outcome: Outcome | null;
}

/**
 * Asks the books for one invoice and decides, as a run would, what Manage lacks. Nothing is written or remembered.
 * @throws Problem when the books or Manage cannot be read
 */
export async function checkInvoice(
  number: string,
  deps: {
    readonly source: AccountingSource;
    readonly manage: ManagePort;
    readonly journal: Pick<Journal, 'lastRun' | 'ownAmong'>;
    readonly rules: ConnectionRules;
  },
  signal: AbortSignal,
): Promise<CheckedInvoice> {
  const { source, manage, journal, rules } = deps;
  const page = await source.lookUp([number], signal, (await journal.lastRun())?.watermark);
  const unreadable = page.unreadable.find((each) => each.number === number);
  const invoices = page.invoices.filter((each) => each.number === number);
  if (unreadable !== undefined) {
    const outcome = { invoiceNumber: number, kind: 'failed', reasons: [unreadable.reason] } as const;
    return { inBooks: true, books: null, outcome };
  }
  const doubt = page.doubtful?.find((each) => each.number === number);
  if (doubt !== undefined) return { inBooks: doubt.isInBooks, books: null, outcome: doubtOutcome(doubt) };
  if (invoices.length === 0) return { inBooks: false, books: null, outcome: null };
  const { live, duplicates } = liveInvoices(invoices);
  // Its payments are read one by one: a sum of Manage's may lag behind, and one invoice costs one request.
  const plan = await planBatch(live, { manage, journal, unsure: new Set([number]), rules }, signal);
  return {
    inBooks: true,
    books: live[0] ?? null,
    outcome: duplicates[0] ?? previewOf(plan)[0] ?? null,
  };
}
