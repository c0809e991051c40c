import type { WriteStrategy } from '@/utils/payments/change';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import { Problem, reasonOf } from '@/utils/payments/problem';
import { reason, textIn, type Reason } from '@/utils/payments/reason';
import type { ManageApi } from './api';
import { ok, warning, type Finding } from './check-findings';

/** The largest id there can be: no payment and no invoice has it. Source: ids are int32 in ConnectWise's OpenAPI. */
export const NO_SUCH_ID = 2_147_483_647;

/**
 * Whether this member may write, tried without leaving a trace: Manage is asked to remove a payment, or to change an
 * invoice, that cannot exist. Whoever may not write is refused; for whoever may, it is not found.
 * @param invoice any, for payments
 * @throws whatever is no Problem
 */
export async function writeTrial(
  api: Pick<ManageApi, 'deletePayment' | 'replaceCustomFields'>,
  strategy: WriteStrategy,
  invoice: Pick<ManageInvoice, 'id' | 'currency'>,
  signal: AbortSignal,
): Promise<Finding> {
  try {
    if (strategy === 'payment-record') await api.deletePayment(invoice, NO_SUCH_ID, signal);
    else await api.replaceCustomFields(NO_SUCH_ID, [], signal);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return judge(reasonOf(error), strategy);
  }
  return unclear('');
}

function judge(why: Reason, strategy: WriteStrategy): Finding {
  const detail = textIn(why, 'detail');
  if (why.code === 'manageNotFound') return ok();
  if (why.code === 'manageSessionMayNotWrite') return { verdict: 'failed', evidence: '', reason: why };
  if (why.code !== 'manageForbidden') return unclear(detail);
  const refused = strategy === 'payment-record' ? 'managePaymentsRefused' : 'customFieldsForbidden';
  return { verdict: 'failed', evidence: '', reason: reason(refused, { detail }) };
}

function unclear(detail: string): Finding {
  return warning(reason('writeTrialUnclear', { detail }));
}
