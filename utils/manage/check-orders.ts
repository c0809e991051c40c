import type { ProbeName } from '@/utils/accounting/probe-name';
import type { CheckResult } from '@/utils/accounting/source';
import { Problem, reasonOf } from '@/utils/payments/problem';
import type { PurchaseOrder } from '@/utils/payments/purchase-order';
import { reason } from '@/utils/payments/reason';
import type { ManageApi } from './api';
import { customFieldsFinding, ok, orderRoleFinding, warning, type Finding } from './check-findings';
import type { CustomFieldCaptions } from './custom-fields-write-back';
import type { MySecurity } from './endpoints/administration';
import { newest } from './newest';
import { NO_SUCH_ID } from './write-trial';

/**
 * Tries everything that vendors' bills need of Manage, and changes nothing.
 * @param rights what the role of the member allows; empty where Manage does not tell
 * @throws the signal's reason; never for a refused request
 */
export async function checkOrders(
  { purchaseOrders: api }: Pick<ManageApi, 'purchaseOrders'>,
  captions: CustomFieldCaptions,
  rights: readonly MySecurity[],
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  async function probe(name: ProbeName, run: () => Promise<Finding>): Promise<boolean> {
    try {
      results.push({ probe: name, ...(await run()) });
      return true;
    } catch (error) {
      signal.throwIfAborted();
      results.push({ probe: name, verdict: 'failed', evidence: '', reason: ordersReason(error) });
      return false;
    }
  }

  let order: PurchaseOrder | null = null;
  const mayRead = await probe('manageOrders', async () => {
    order = await newest(api, signal);
    return ok(order?.number);
  });
  results.push({ probe: 'manageOrderRole', ...orderRoleFinding(rights) });
  if (!mayRead) return results;
  await probe('manageOrderFields', async () => {
    // Every custom field comes with every order; which screen a definition belongs to is the firm's own matter.
    if (order === null) return warning(reason('ordersNone'));
    const fields =
      order.customFields.length > 0 ? order.customFields : await api.customFields(order.id, signal);
    return customFieldsFinding(fields, captions);
  });
  await probe('manageOrderWrites', () => orderTrial(api, signal));
  results.push({ probe: 'manageClosedOrders', ...ok(), reason: reason('closedOrdersUnknown') });
  return results;
}

/** Whether this member may write, tried on an order that cannot exist. */
async function orderTrial(api: ManageApi['purchaseOrders'], signal: AbortSignal): Promise<Finding> {
  try {
    await api.replaceCustomFields(NO_SUCH_ID, [], signal);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, params } = error.reason;
    if (code === 'manageNotFound') return ok();
    if (code === 'manageForbidden' || code === 'manageSessionMayNotWrite') throw error;
    return warning(reason('writeTrialUnclear', { detail: params.detail ?? '' }));
  }
  return warning(reason('writeTrialUnclear', { detail: '' }));
}

/** A missing right is about orders here, not about invoices. */
function ordersReason(error: unknown) {
  const why = reasonOf(error);
  return why.code === 'manageForbidden'
    ? reason('manageOrdersForbidden', { detail: why.params.detail ?? '' })
    : why;
}
