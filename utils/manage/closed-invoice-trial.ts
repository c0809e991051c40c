import type { CheckResult } from '@/utils/accounting/source';
import { whyLocked, type ClosedInvoicesTried } from '@/utils/payments/closed-invoices';
import { Problem, reasonOf } from '@/utils/payments/problem';
import { reason, textIn } from '@/utils/payments/reason';
import type { ManageApi } from './api';
import { administrationEndpoints } from './endpoints/administration';

const PROBE = 'manageClosedInvoices';

/** The line of the check for what trying has shown; null where it was never tried. */
export function closedInvoicesLine(tried: ClosedInvoicesTried | null): CheckResult {
  const evidence = tried?.number ?? '';
  if (tried?.changeable === true) return { probe: PROBE, verdict: 'ok', evidence };
  const why = whyLocked(tried);
  return why === null
    ? { probe: PROBE, verdict: 'warning', evidence, reason: reason('closedInvoicesUnknown') }
    : { probe: PROBE, verdict: 'failed', evidence, reason: why };
}

/**
 * Whether custom fields of a closed invoice can be changed, which is documented nowhere. Tried on an invoice that
 * somebody picked for it: its custom fields are written back as they are, so that at most the time of its last change
 * moves. Never throws for a refused request.
 * @param remember keeps what it has shown; not called where it has shown nothing
 */
export async function closedInvoiceTrial(
  api: Pick<ManageApi, 'connection' | 'invoicesByNumber' | 'customFields' | 'replaceCustomFields'>,
  number: string,
  remember: (tried: ClosedInvoicesTried) => Promise<void>,
  signal: AbortSignal,
): Promise<CheckResult> {
  try {
    const tried = await tryOn(api, number, signal);
    await remember(tried);
    return closedInvoicesLine(tried);
  } catch (error) {
    signal.throwIfAborted();
    return { probe: PROBE, verdict: 'warning', evidence: number, reason: reasonOf(error) };
  }
}

/** @throws Problem where it shows nothing */
async function tryOn(
  api: Parameters<typeof closedInvoiceTrial>[0],
  number: string,
  signal: AbortSignal,
): Promise<ClosedInvoicesTried> {
  const { invoices } = await api.invoicesByNumber([number], signal);
  const invoice = invoices.find((each) => each.number === number);
  if (invoice === undefined) throw new Problem('notFoundInManage');
  if (!(await administrationEndpoints(api.connection).isClosed(invoice.id, signal)))
    throw new Problem('invoiceNotClosed', { number });
  const fields = await api.customFields(invoice.id, signal);
  const asTheyAre = fields.map(({ raw }) => raw);
  try {
    await api.replaceCustomFields(invoice.id, asTheyAre, signal);
    return { number, changeable: true, detail: '' };
  } catch (error) {
    signal.throwIfAborted();
    const why = reasonOf(error);
    if (why.code !== 'manageRefused' && why.code !== 'manageForbidden') throw error;
    return { number, changeable: false, detail: textIn(why, 'detail') };
  }
}
