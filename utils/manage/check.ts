import type { ProbeName } from '@/utils/accounting/probe-name';
import type { CheckResult } from '@/utils/accounting/source';
import type { ClosedInvoicesTried } from '@/utils/payments/closed-invoices';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import { reasonOf } from '@/utils/payments/problem';
import type { ReasonCode } from '@/utils/payments/reason';
import type { ManageSettings } from '@/utils/storage/settings';
import type { ManageApi } from './api';
import {
  clockFinding,
  currencyFinding,
  customFieldsFinding,
  levelFinding,
  ok,
  paymentSyncFinding,
  reportFinding,
  roleFinding,
  versionFinding,
  type Finding,
} from './check-findings';
import { checkOrders } from './check-orders';
import { closedInvoicesLine } from './closed-invoice-trial';
import { administrationEndpoints, type MySecurity, type StructureLevel } from './endpoints/administration';
import { newest } from './newest';
import { otherPaymentSync } from './payment-sync-guard';
import { writeTrial } from './write-trial';

export interface CheckContext {
  /** Who is signed in: the member, or the public key of the API member. */
  readonly member: string;
  /** Epoch ms by this computer's clock. */
  readonly now: number;
  /** Whether vendors' bills are switched on, so that purchase orders are tried as well. */
  readonly orders?: boolean;
  /** What trying a closed invoice has shown there; null where it was never tried. */
  readonly closedInvoices: ClosedInvoicesTried | null;
}

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
 * Tries everything a sync needs of a Manage whose code base and member are known, and changes nothing. A line per
 * probe (its words stand under its name in the catalogue) says how it went and what to do where it failed; what depends on a
 * failed probe is left out.
 * @throws the signal's reason; never for a refused request
 */
export async function checkManage(
  api: ManageApi,
  { site, companyId, writeBack, purchaseOrders }: ManageSettings,
  { member, now, orders = false, closedInvoices }: CheckContext,
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  const administration = administrationEndpoints(api.connection);
  const results: CheckResult[] = [
    { probe: 'manageReachable', ...ok(site) },
    { probe: 'manageCompany', ...ok(companyId) },
    { probe: 'manageSignedIn', ...ok(member) },
  ];
  const ended = (): boolean => ENDS_THE_CHECK.includes(results.at(-1)?.reason?.code);

  /** Adds the line of one probe and answers what it found; null when it failed. */
  async function probe<T>(
    name: ProbeName,
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

  const info = await probe('manageVersion', () => administration.systemInfo(signal), versionFinding);
  if (ended()) return results;
  const clock = info && clockFinding(info, site, now);
  if (clock !== null) results.push({ probe: 'manageClock', ...clock });

  const read = await probe(
    'manageInvoices',
    async () => ({ invoice: await newest(api, signal) }),
    ({ invoice }) => ok(invoice?.number),
  );
  if (ended()) return results;
  const invoice = read?.invoice ?? null;
  if (invoice !== null) await tryOut(invoice);

  const rights = await probe(
    'manageRole',
    () => administration.mySecurity(signal),
    (rows) => roleFinding(rows, writeBack.strategy),
    'warning',
  );
  // A member below level 1 is shown fewer invoices, without a word about the others.
  results.push({ probe: 'manageSystemLevel', ...levelFinding(await levelOf(rights ?? [])) });
  if (invoice !== null) {
    await probe(
      'manageWrites',
      () => writeTrial(api, writeBack.strategy, invoice, signal),
      (finding) => finding,
    );
  }
  if (writeBack.strategy === 'payment-record') {
    await probe(
      'managePaymentSync',
      () => otherPaymentSync(api, signal),
      (finding) => paymentSyncFinding(finding, writeBack.besideOtherIntegration),
    );
  } else {
    await probe(
      'manageCustomFields',
      () => namedFields(invoice),
      (fields) => customFieldsFinding(fields, writeBack),
    );
    results.push(closedInvoicesLine(closedInvoices));
  }
  if (orders) results.push(...(await checkOrders(api, purchaseOrders, rights ?? [], signal)));
  return results;

  /** Null where Manage does not let this member know. */
  async function levelOf(rights: readonly MySecurity[]): Promise<StructureLevel | null> {
    const id = rights.find((each) => each.member?.id)?.member?.id;
    if (id == null) return null;
    return administration.structureLevel(id, signal).catch(() => {
      signal.throwIfAborted();
      return null;
    });
  }

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
    if (invoice === null) return administration.userDefinedFields(signal);
    return invoice.customFields.length > 0 ? invoice.customFields : api.customFields(invoice.id, signal);
  }
}
