import type { ReasonCode } from './reason';

/** What one press of a button can do about what is wrong. */
export type Remedy =
  | 'set-up'
  | 'open-settings'
  | 'allow-access'
  | 'sign-in-to-microsoft'
  | 'open-manage'
  | 'continue'
  | 'retry-failed';

const REMEDIES: Partial<Record<ReasonCode, Remedy>> = {
  manageNotConnected: 'set-up',
  accountingNotConnected: 'set-up',
  hostPermissionMissing: 'allow-access',
  manageSignedOut: 'open-manage',
  manageOtherCompany: 'open-manage',
  microsoftSignInMissing: 'sign-in-to-microsoft',
  microsoftSignInNeeded: 'sign-in-to-microsoft',
  microsoftSignInClosed: 'sign-in-to-microsoft',
  invoicesFailed: 'retry-failed',
};

/** What nobody can put right in the settings: it passes, or it has to be tried again to know more. */
const TRIED_AGAIN: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'unexpected',
  'network',
  'timeout',
  'httpStatus',
  'notJson',
  'wrongShape',
  'rateLimited',
  'manageNotAnswering',
  'manageServerError',
  'odataBusy',
  'otherMember',
  'runGaveUp',
  'storageFailed',
  'storageFull',
  'storageGone',
  'storageNewer',
  'storageBlocked',
]);

/**
 * The one thing to press when this keeps a run from going on. All the rest begins in the settings, where the connection
 * check explains it.
 */
export function remedyOf(code: ReasonCode): Remedy {
  return REMEDIES[code] ?? (TRIED_AGAIN.has(code) ? 'continue' : 'open-settings');
}
