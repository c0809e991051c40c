import { Problem } from '@/utils/payments/problem';
import type { ReasonCode } from '@/utils/payments/reason';

/** Problems that meet every invoice alike: going on would only fail each of them for the same reason. */
const FATAL: readonly ReasonCode[] = [
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
];

/** Whether the run as a whole has to end because of this error. */
export function isFatal(error: unknown): error is Problem {
  return error instanceof Problem && FATAL.includes(error.reason.code);
}
