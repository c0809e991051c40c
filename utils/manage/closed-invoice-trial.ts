import { Problem, reasonOf } from '@/utils/payments/problem';
import { reason, textIn } from '@/utils/payments/reason';
import type { CheckResult } from '@/utils/accounting/source';
import type { ManageApi } from './api';

const PROBE = 'manageClosedInvoices';

/**
 * Whether custom fields of a closed invoice can be changed, which is documented nowhere. Tried on an invoice that
 * somebody picked for it: its custom fields are written back as they are, so that at most the time of its last change
 * moves. Never throws for a refused request.
 */
export async function closedInvoiceTrial(
  api: Pick<ManageApi, 'invoicesByNumber' | 'isClosed' | 'customFields' | 'replaceCustomFields'>,
  number: string,
  signal: AbortSignal,
): Promise<CheckResult> {
  try {
    const { invoices } = await api.invoicesByNumber([number], signal);
    const invoice = invoices.find((each) => each.number === number);
    if (invoice === undefined) throw new Problem('notFoundInManage');
    if (!(await api.isClosed(invoice.id, signal))) throw new Problem('invoiceNotClosed', { number });
    const fields = await api.customFields(invoice.id, signal);
    await api.replaceCustomFields(
      invoice.id,
      fields.map(({ raw }) => raw),
      signal,
    );
    return { probe: PROBE, verdict: 'ok', evidence: number };
  } catch (error) {
    signal.throwIfAborted();
    const why = reasonOf(error);
    const locked = why.code === 'manageRefused' || why.code === 'manageForbidden';
    return {
      probe: PROBE,
      verdict: locked ? 'failed' : 'warning',
      evidence: number,
      reason: locked ? reason('closedInvoiceLocked', { number, detail: textIn(why, 'detail') }) : why,
    };
  }
}
