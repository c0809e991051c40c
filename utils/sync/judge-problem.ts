import { Problem } from '@/utils/payments/problem';
import type { Reason, ReasonCode } from '@/utils/payments/reason';

/** Problems that meet every invoice alike and that only a person can put right. */
const NEEDS_A_PERSON: readonly ReasonCode[] = [
  'manageSignedOut',
  'manageKeysRefused',
  'manageSessionMayNotWrite',
  'manageOtherCompany',
  'manageSiteWrong',
  'manageForbidden',
  'manageApiHostNeeded',
  'manageClientIdMissing',
  'manageCompanyUnknown',
  'hostPermissionMissing',
  'customFieldMissing',
  'customFieldWrongType',
  'otherIntegrationSyncsPayments',
  'storageFailed',
  'storageFull',
  'storageGone',
];

/** Problems on account of which Manage lets nobody in, whatever is asked of it. */
const SHUTS: readonly ReasonCode[] = [
  'manageSignedOut',
  'manageKeysRefused',
  'manageOtherCompany',
  'manageSiteWrong',
  'manageCompanyUnknown',
  'manageClientIdMissing',
];

/** Problems of a system as a whole that pass by themselves. */
const PASSES: readonly ReasonCode[] = [
  'network',
  'timeout',
  'rateLimited',
  'manageNotAnswering',
  'manageServerError',
  'httpStatus',
];

/** Whether the run as a whole has to end because of this error, for good or for now. */
export function endsTheRun(error: unknown): boolean {
  return !(error instanceof Problem) || NEEDS_A_PERSON.includes(error.reason.code);
}

/** Whether Manage lets nobody in for this reason until somebody does something about it. */
export function isShut({ code }: Reason): boolean {
  return SHUTS.includes(code);
}

/** Whether trying again later may help without anybody doing anything. */
export function passesByItself(error: unknown): error is Problem {
  return error instanceof Problem && error.retryable && PASSES.includes(error.reason.code);
}

/** Whether a write that ended this way may have been carried out, or met one that was. */
export function mayHavePassed(error: unknown): boolean {
  return error instanceof Problem && (error.retryable || error.reason.code === 'changedMeanwhile');
}
