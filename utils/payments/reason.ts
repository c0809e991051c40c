/**
 * Why something did not happen, or deserves a look, in a form that survives messages, storage and another
 * language: a code of the message catalogue (`reason.<code>`) and the values its sentence names.
 * Values are shown to people as plain text; a secret must never be one of them.
 */
export interface Reason {
  readonly code: ReasonCode;
  readonly params: Readonly<Record<string, string>>;
}

export function reason(code: ReasonCode, params: Readonly<Record<string, string>> = {}): Reason {
  return { code, params };
}

/** Every sentence a run, a check or a form can say. Each has an entry `reason.<code>` in the catalogue. */
export const REASON_CODES = [
  'unexpected',
  'network',
  'timeout',
  'httpStatus',
  'notJson',
  'wrongShape',
  'rateLimited',
  'hostPermissionMissing',
  'manageCompanyUnknown',
  'manageSignedOut',
  'manageForbidden',
  'manageRefused',
  'manageClientIdMissing',
  'manageApiHostNeeded',
  'manageNotFound',
  'powerOfficeKeysRefused',
  'powerOfficeForbidden',
  'powerOfficeRefused',
  'powerOfficePrivilegeMissing',
  'powerOfficeModuleMissing',
  'clockDiffers',
  'accountingKeysMissing',
  'notFoundInManage',
  'otherPaymentRecord',
  'severalPaymentRecords',
  'currencyDiffers',
  'totalsDiffer',
  'cappedAtOpenAmount',
  'duplicateInBooks',
  'ambiguousInManage',
  'notVerified',
  'runAlreadyActive',
  'remainingUnknown',
  'paymentDateUnknown',
  'datePaidUnknown',
  'mayIncludeCredits',
  'convertedAtInvoiceRate',
  'unclassifiedSettlement',
  'dateIsUpperBound',
  'startDateInvalid',
  'startDateInFuture',
  'manageNotConnected',
  'accountingNotConnected',
  'manageKeysMissing',
  'noLastRun',
  'otherManageSite',
  'messageRefused',
  'settingsNotJson',
  'settingsInvalid',
  'lastRunNotMoved',
  'lastRunUnknown',
  'lastRunHeldBack',
  'changedMeanwhile',
  'storageFailed',
  'manageKeysRefused',
  'manageOtherCompany',
  'manageSessionMayNotWrite',
  'manageSiteWrong',
  'manageNotAnswering',
  'manageServerError',
  'manageEndpointMissing',
  'manageConflict',
  'manageCurrencyUnknown',
  'manageReportUnavailable',
  'manageRoleTooLow',
  'manageSystemLevelHint',
  'numberNotAskable',
  'otherIntegrationSyncsPayments',
  'accountingSetupUnreadable',
  'customFieldMissing',
  'customFieldWrongType',
  'customFieldAmbiguous',
  'customFieldTooCoarse',
  'customFieldNotCleared',
  'customFieldsRefused',
] as const;

export type ReasonCode = (typeof REASON_CODES)[number];
