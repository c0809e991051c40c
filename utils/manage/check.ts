import type { CheckResult } from '@/utils/accounting/source';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import { reasonOf } from '@/utils/payments/problem';
import { reason, type ReasonCode } from '@/utils/payments/reason';
import type { ManageSettings } from '@/utils/storage/settings';
import type { ManageApi } from './api';
import {
  currencyFinding,
  customFieldsFinding,
  ok,
  paymentSyncFinding,
  reportFinding,
  roleFinding,
  type Finding,
} from './check-findings';
import { otherPaymentSync } from './payment-sync-guard';

/** After these nothing else can be tried. */
const ENDS_THE_CHECK: readonly (ReasonCode | undefined)[] = [
  'network',
  'timeout',
  'hostPermissionMissing',
  'manageNotAnswering',
  'manageSignedOut',
  'manageKeysRefused',
  'manageApiHostNeeded',
];

/**
 * Tries everything a sync needs of a Manage whose code base and member are known, without writing. A line per
 * probe (its words stand under its name in the catalogue) says how it went and what to do where it failed; what depends on a
 * failed probe is left out.
 * @throws the signal's reason; never for a refused request
 */
export async function checkManage(
  api: ManageApi,
  { site, companyId, signIn, writeBack }: ManageSettings,
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [{ probe: 'manageReachable', ...ok(`${companyId}, ${site}`) }];
  const ended = (): boolean => ENDS_THE_CHECK.includes(results.at(-1)?.reason?.code);

  /** Adds the line of one probe and answers what it found; null when it failed. */
  async function probe<T>(
    name: string,
    run: () => Promise<T>,
    judge: (found: T) => Finding,
    whenRefused: 'failed' | 'warning' = 'failed',
  ): Promise<T | null> {
    try {
      const found = await run();
      results.push({ probe: name, ...judge(found) });
      return found;
    } catch (error) {
      signal.throwIfAborted();
      results.push({ probe: name, verdict: whenRefused, evidence: '', reason: reasonOf(error) });
      return null;
    }
  }

  await probe(
    'manageVersion',
    () => api.systemInfo(signal),
    ({ version, cloudRegion }) => ok(version, cloudRegion),
  );
  if (ended()) return results;

  const read = await probe(
    'manageInvoices',
    async () => ({ newest: await api.newestInvoice(signal) }),
    ({ newest }) => ok(newest?.number),
  );
  if (ended()) return results;
  const newest = read?.newest ?? null;
  if (newest !== null) await tryOut(newest);

  // No request tells the level: an API member below it is shown fewer invoices without a word.
  if (signIn === 'api-keys') {
    results.push({ probe: 'manageSystemLevel', ...ok(), reason: reason('manageSystemLevelHint') });
  }
  await probe(
    'manageRole',
    () => api.mySecurity(signal),
    (rows) => roleFinding(rows, writeBack.strategy),
    'warning',
  );
  if (writeBack.strategy === 'payment-record') {
    await probe(
      'managePaymentSync',
      () => otherPaymentSync(api, signal),
      (finding) => paymentSyncFinding(finding, writeBack.besideOtherIntegration),
    );
  } else {
    await probe(
      'manageCustomFields',
      () => namedFields(newest),
      (fields) => customFieldsFinding(fields, writeBack),
    );
  }
  return results;

  async function tryOut(invoice: ManageInvoice): Promise<void> {
    await probe(
      'managePayments',
      () => api.payments(invoice, signal),
      () => ok(invoice.number),
    );
    results.push({ probe: 'manageCurrency', ...currencyFinding(invoice.currency) });
    await probe('manageReport', () => api.invoiceReport([invoice], signal), reportFinding, 'warning');
  }

  /** Every custom field comes with every invoice; without an invoice the definitions have to do. */
  async function namedFields(invoice: ManageInvoice | null) {
    if (invoice === null) return api.userDefinedFields(signal);
    return invoice.customFields.length > 0 ? invoice.customFields : api.customFields(invoice.id, signal);
  }
}
