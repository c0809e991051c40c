import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { decide } from '@/utils/payments/decide';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import type { Outcome } from '@/utils/payments/outcome';
import { paymentStatus } from '@/utils/payments/payment-status';
import { reasonOf } from '@/utils/payments/problem';
import { reason } from '@/utils/payments/reason';
import type { Journal, ManagePort } from './ports';

export interface BatchDependencies {
  readonly manage: ManagePort;
  readonly journal: Journal;
}

/** Takes one batch of invoices from the books to Manage and yields what became of each. */
export async function* processBatch(
  invoices: readonly AccountingInvoice[],
  { manage, journal }: BatchDependencies,
  signal: AbortSignal,
): AsyncGenerator<Outcome> {
  const held = await manage.invoicesByNumber(
    invoices.map(({ number }) => number),
    signal,
  );
  for (const books of invoices) {
    signal.throwIfAborted();
    const matching = held.filter(({ number }) => number === books.number);
    const outcome = await one(books, matching).catch((error: unknown): Outcome => ({
      invoiceNumber: books.number,
      kind: 'failed',
      reasons: [reasonOf(error)],
    }));
    yield outcome;
  }

  async function one(books: AccountingInvoice, matching: readonly ManageInvoice[]): Promise<Outcome> {
    const invoiceNumber = books.number;
    const [found] = matching;
    if (found === undefined)
      return { invoiceNumber, kind: 'not-found', reasons: [reason('notFoundInManage')] };
    if (matching.length > 1)
      return { invoiceNumber, kind: 'skipped', reasons: [reason('ambiguousInManage')] };
    const decision = decide({
      books,
      status: paymentStatus(books),
      manage: found,
      records: await manage.paymentRecords(found, signal),
      ownRecordIds: await journal.ownRecordIds(),
    });
    if (decision.do === 'nothing') return { invoiceNumber, kind: 'unchanged', reasons: decision.notes };
    if (decision.do === 'skip') {
      const { takeOver } = decision;
      return {
        invoiceNumber,
        kind: 'skipped',
        reasons: [decision.reason],
        ...(takeOver === undefined ? {} : { takeOver }),
      };
    }
    const written = await manage.write(decision.change, found.currency, signal);
    if (written !== null) await journal.addOwnRecord(written.id, found.id);
    return { invoiceNumber, kind: 'updated', change: decision.change, reasons: decision.notes };
  }
}
