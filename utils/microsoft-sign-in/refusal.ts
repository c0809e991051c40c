import { AuthorizationResponseError, ResponseBodyError } from 'oauth4webapi';
import { Problem } from '@/utils/payments/problem';
import type { ReasonCode } from '@/utils/payments/reason';
import { MICROSOFT_SIGN_IN_HOST } from './authority';
import type { MicrosoftApp } from './ports';

/** As much of Microsoft's words as is shown; trace ids and time stamps follow. */
const DETAIL_LENGTH = 200;

/** What is to be done about an AADSTS code. Source: Microsoft's "Microsoft Entra error codes". */
const BY_CODE: ReadonlyMap<string, ReasonCode> = new Map<string, ReasonCode>([
  ['700084', 'microsoftSignInNeeded'],
  ['70008', 'microsoftSignInNeeded'],
  ['700082', 'microsoftSignInNeeded'],
  ['50173', 'microsoftSignInNeeded'],
  ['50058', 'microsoftSignInNeeded'],
  ['50076', 'microsoftSignInNeeded'],
  ['50078', 'microsoftSignInNeeded'],
  ['50079', 'microsoftSignInNeeded'],
  ['9002326', 'microsoftRedirectNotSpa'],
  ['9002327', 'microsoftRedirectNotSpa'],
  ['50011', 'microsoftRedirectUnknown'],
  ['65001', 'microsoftConsentMissing'],
  ['65004', 'microsoftConsentMissing'],
  ['90094', 'microsoftConsentMissing'],
  ['700016', 'microsoftAppUnknown'],
  ['90002', 'microsoftTenantUnknown'],
  ['50020', 'microsoftUserNotInTenant'],
  ['50034', 'microsoftUserNotInTenant'],
  ['50105', 'microsoftUserNotAssigned'],
]);

/** Errors that say no more than that a person has to sign in. Source: OpenID Connect Core, and RFC 6749 §5.2. */
const NEEDS_PERSON = ['login_required', 'interaction_required', 'consent_required', 'invalid_grant'];

/**
 * What Microsoft's refusal means for people. What is no refusal of Microsoft's comes back as it is, if it is a
 * Problem already, or as an answer that cannot be trusted.
 */
export function signInProblem(error: unknown, app: MicrosoftApp, redirect: string): Problem {
  if (error instanceof Problem) return error;
  if (!(error instanceof ResponseBodyError) && !(error instanceof AuthorizationResponseError)) {
    return new Problem('microsoftAnswerWrong', {}, { cause: error });
  }
  const description = error.error_description ?? '';
  const number = /AADSTS(\d+)/.exec(description)?.[1] ?? '';
  const detail = (description.split(/\s*(?:Trace ID|Timestamp):/)[0] || error.error)
    .replaceAll(/\s+/g, ' ')
    .slice(0, DETAIL_LENGTH);
  const code = BY_CODE.get(number) ?? byError(error.error);
  if (code === 'rateLimited') return new Problem(code, { host: MICROSOFT_SIGN_IN_HOST }, { retryable: true });
  const { tenantId: tenant, clientId: client } = app;
  return new Problem(code, { detail, redirect, tenant, client }, { cause: error });
}

function byError(error: string): ReasonCode {
  if (NEEDS_PERSON.includes(error)) return 'microsoftSignInNeeded';
  return error === 'temporarily_unavailable' ? 'rateLimited' : 'microsoftSignInRefused';
}
