import { expect, it } from 'vitest';
import { Problem } from '@/utils/payments/problem';
import type { REASON_CODES } from '@/utils/payments/reason';
import { endsTheRun, mayHavePassed, passesByItself } from '@/utils/sync/judge-problem';

const problem = (code: (typeof REASON_CODES)[number], retryable = false): Problem =>
  new Problem(code, {}, { retryable });

it.each<[string, unknown, [ends: boolean, passes: boolean, mayHavePassed: boolean]]>([
  ['a lost connection', problem('network', true), [false, true, true]],
  ['a server that fails', problem('manageServerError', true), [false, true, true]],
  ['a failure that the same request meets again', problem('network'), [false, false, false]],
  ['a retryable one of a single invoice', problem('manageConflict', true), [false, false, true]],
  ['somebody else’s change', problem('changedMeanwhile'), [false, false, true]],
  ['a refusal', problem('manageRefused'), [false, false, false]],
  ['a session that has ended', problem('manageSignedOut'), [true, false, false]],
  ['a full disk', problem('storageFull'), [true, false, false]],
  ['deleted notes', problem('storageGone'), [true, false, false]],
  ['a mistake of our own', new TypeError('x is not a function'), [true, false, false]],
])('%s', (_, error, expected) => {
  expect([endsTheRun(error), passesByItself(error), mayHavePassed(error)]).toEqual(expected);
});

it.each([
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
] as const)('%s would meet every invoice alike, so the run ends', (code) => {
  expect(endsTheRun(problem(code))).toBe(true);
});

it.each([
  'network',
  'timeout',
  'rateLimited',
  'manageNotAnswering',
  'manageServerError',
  'httpStatus',
] as const)('%s passes by itself where trying again is worth while', (code) => {
  expect([passesByItself(problem(code, true)), passesByItself(problem(code))]).toEqual([true, false]);
});
