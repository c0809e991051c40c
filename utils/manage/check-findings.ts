import type { CheckResult } from '@/utils/accounting/source';
import type { WriteStrategy } from '@/utils/payments/change';
import { reason, textIn, type Reason } from '@/utils/payments/reason';
import { AMOUNT_TYPES, DATE_TYPES, fieldByCaption, type NamedField } from './custom-fields';
import type { CustomFieldCaptions } from './custom-fields-write-back';
import type { ManageInfo, MySecurity, StructureLevel } from './endpoints/administration';

/** What one probe of the connection check comes to. */
export type Finding = Omit<CheckResult, 'probe'>;

/** All is well; the evidence is what Manage told, in its own words. */
export function ok(...evidence: readonly (string | null | undefined)[]): Finding {
  return { verdict: 'ok', evidence: evidence.filter(Boolean).join(', ') };
}

export function warning(why: Reason, evidence = ''): Finding {
  return { verdict: 'warning', evidence, reason: why };
}

/** Without a currency from Manage or from the settings, invoices are skipped. */
export function currencyFinding(currency: string): Finding {
  return currency === '' ? warning(reason('manageCurrencyUnknown')) : ok(currency);
}

/** Payment records beside another integration are stopped, unless the user has confirmed them. */
export function paymentSyncFinding(finding: Reason | null, confirmed: boolean): Finding {
  if (finding === null) return ok();
  const stops = finding.code === 'otherIntegrationSyncsPayments' && !confirmed;
  return { verdict: stops ? 'failed' : 'warning', evidence: textIn(finding, 'package'), reason: finding };
}

/** @throws Problem that says which field is missing or of the wrong type */
export function customFieldsFinding(fields: readonly NamedField[], captions: CustomFieldCaptions): Finding {
  const amount = fieldByCaption(fields, captions.paidAmountCaption, AMOUNT_TYPES);
  const date = fieldByCaption(fields, captions.datePaidCaption, DATE_TYPES);
  return ok(`${amount.caption} (${amount.type})`, `${date.caption} (${date.type})`);
}

/** The report only makes badges quicker: without it dates are read from the payments of each invoice. */
export function reportFinding(report: ReadonlyMap<number, unknown> | null): Finding {
  return report === null ? warning(reason('manageReportUnavailable')) : ok();
}

/**
 * What the member's role says of invoices, where it says it: functions are found by their English names, and a
 * role that does not list them proves nothing.
 */
export function roleFinding(rows: readonly MySecurity[], strategy: WriteStrategy): Finding {
  const needed: readonly Right[] = strategy === 'payment-record' ? ['add', 'edit', 'delete'] : ['edit'];
  return rightsFinding(rows, { module: 'Finance', name: 'Invoicing' }, needed);
}

/** The same of purchase orders, of which custom fields are written. */
export function orderRoleFinding(rows: readonly MySecurity[]): Finding {
  return rightsFinding(rows, { module: 'Procurement', name: 'Purchase Orders' }, ['edit']);
}

type Right = 'add' | 'edit' | 'delete' | 'inquire';

const RIGHT_NAMES: Readonly<Record<Right, string>> = {
  add: 'Add',
  edit: 'Edit',
  delete: 'Delete',
  inquire: 'Inquire',
};

function rightsFinding(
  rows: readonly MySecurity[],
  { module, name }: { readonly module: string; readonly name: string },
  needed: readonly Right[],
): Finding {
  const row = rows.find((each) => each.moduleFunctionName?.trim().toLowerCase() === name.toLowerCase());
  if (row === undefined) return ok();
  const missing = (['inquire', ...needed] as const).filter((right) => row[`${right}Level`] === 'None');
  if (missing.length === 0) return ok(row.moduleFunctionName);
  const rights = missing.map((right) => RIGHT_NAMES[right]).join(', ');
  return warning(reason('manageRoleTooLow', { function: `${module} > ${name}`, rights }));
}
/** A clock further off than this is worth knowing of. */
const SKEW_MINUTES = 2;

/** Whether this computer's clock agrees with Manage's; null where Manage does not tell the time. */
export function clockFinding({ serverTime }: ManageInfo, host: string, now: number): Finding | null {
  if (serverTime === null) return null;
  const minutes = Math.abs(now - serverTime) / 60_000;
  const evidence = new Date(serverTime).toISOString();
  if (minutes <= SKEW_MINUTES) return ok(evidence);
  return warning(reason('clockDiffersFrom', { host, minutes: String(Math.round(minutes)) }), evidence);
}

/** The first year of which the API is known here. Source: ConnectWise OpenAPI 2022.1 to 2025.16. */
const KNOWN_SINCE = 2022;

/** What Manage calls itself, and whether what is known of its API holds for it. */
export function versionFinding({ version, cloudRegion, apiVersion }: ManageInfo): Finding {
  const evidence = ok(version, cloudRegion, apiVersion && `API ${apiVersion}`).evidence;
  const year = Number(/(20\d\d)/.exec(version ?? '')?.[1] ?? KNOWN_SINCE);
  return year < KNOWN_SINCE
    ? warning(reason('manageVersionOld', { version: version ?? '' }), evidence)
    : { verdict: 'ok', evidence };
}

/**
 * At which structure level the member stands, where Manage tells it: level 1 sees the invoices of all locations. Where
 * it does not, all that can be done is to say so.
 */
export function levelFinding(level: StructureLevel | null): Finding {
  if (level === null) return { ...ok(), reason: reason('manageSystemLevelHint') };
  return level.id === 1 || /\b1\b/.test(level.name)
    ? ok(level.name)
    : warning(reason('manageLevelTooLow', { level: level.name }), level.name);
}
