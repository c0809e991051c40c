import { z } from 'zod/mini';
import type { HttpAnswer } from '@/utils/http/http-client';
import { Problem } from '@/utils/payments/problem';
import type { ManageCredentials } from './credentials';

/** Manage's error body. A 429 carries its code under `error` instead. Source: Developer Guide, "Errors". */
const errorSchema = z.object({
  code: z.nullish(z.string()),
  error: z.nullish(z.string()),
  message: z.nullish(z.string()),
  errors: z.nullish(z.array(z.object({ code: z.nullish(z.string()), message: z.nullish(z.string()) }))),
});

type ErrorBody = z.infer<typeof errorSchema>;

/** Characters of Manage's own words that are passed on. */
const MAX_DETAIL = 300;

/** What was asked for, as far as it bears on what a refusal means. */
export interface Asked {
  readonly host: string;
  readonly signIn: ManageCredentials['signIn'];
  readonly isWrite: boolean;
}

/** Whether an answer is no answer of the API: a status of failure, or the login page with status 200. */
export function isRefusal({ status, text, headers }: HttpAnswer): boolean {
  return status < 200 || status >= 300 || looksLikeHtml(text, headers);
}

/**
 * What an answer that is no success means, for people. Sources: Developer Guide, "Errors" and "Rate limits"; the
 * codes are those that public clients switch on, since the guide does not list their statuses. Manage's own text
 * is passed on shortened; nothing that was sent is.
 */
export function refusal(answer: HttpAnswer, { host, signIn, isWrite }: Asked): Problem {
  const { status, text, headers } = answer;
  const notSignedIn = (detail: string): Problem =>
    signIn === 'session'
      ? new Problem('manageSignedOut', { host })
      : new Problem('manageKeysRefused', { host, detail });
  if (looksLikeHtml(text, headers)) return htmlRefusal(status, host, notSignedIn);

  const body = parsed(text);
  const detail = detailOf(body);
  const requestId = headers.get('x-cw-request-id')?.slice(0, 80);
  const unexpected = { status: String(status), detail, ...(requestId && { requestId }) };

  if (body.code === 'Security' && /\bSSL\b/i.test(detail))
    return new Problem('manageApiHostNeeded', { host });
  if (status === 429) return new Problem('rateLimited', { host }, { retryable: true });
  if (status === 401 || body.code === 'Unauthorized' || body.message === 'UserNotAuthenticated') {
    // Whether a session may write through the API is not documented; one that has ended shows the login page.
    return signIn === 'session' && isWrite
      ? new Problem('manageSessionMayNotWrite', { host, detail })
      : notSignedIn(detail);
  }
  if (status === 403 || body.code === 'Security') return new Problem('manageForbidden', { host, detail });
  if (status === 404) {
    return body.code === 'NotFound'
      ? new Problem('manageNotFound', { detail })
      : new Problem('manageEndpointMissing', { host, detail });
  }
  if (status === 409 || body.errors?.some(({ code }) => code === 'ObjectExists')) {
    return new Problem('manageConflict', { detail });
  }
  if (status >= 500) return new Problem('manageServerError', { host, ...unexpected }, { retryable: true });
  return new Problem('manageRefused', unexpected);
}

/** Whether Manage refused what was asked as such, status 400: the one refusal that another way of asking may cure. */
export function isBadRequest(error: unknown): boolean {
  return (
    error instanceof Problem && error.reason.code === 'manageRefused' && error.reason.params.status === '400'
  );
}

/** A page instead of data: the login page comes with 200, a gateway's page with its own status. */
function htmlRefusal(status: number, host: string, notSignedIn: (detail: string) => Problem): Problem {
  if (status >= 500) {
    return new Problem('manageNotAnswering', { host, status: String(status) }, { retryable: true });
  }
  if (status === 429) return new Problem('rateLimited', { host }, { retryable: true });
  if (status === 403) return new Problem('manageForbidden', { host, detail: '' });
  return status === 404 ? new Problem('manageEndpointMissing', { host, detail: '' }) : notSignedIn('');
}

function looksLikeHtml(text: string, headers: Headers): boolean {
  return /text\/html/i.test(headers.get('content-type') ?? '') || /^\s*<(!doctype|html)/i.test(text);
}

/** Manage's own sentences, each once, on one line. */
function detailOf({ message, errors }: ErrorBody): string {
  const texts = [message, ...(errors ?? []).map((each) => each.message)]
    .map((text) => (text ?? '').replaceAll(/[\p{Cc}\s]+/gu, ' ').trim())
    .filter((text) => text !== '')
    .map((text) => (/[.!?]$/.test(text) ? text : `${text}.`));
  return [...new Set(texts)].join(' ').slice(0, MAX_DETAIL);
}

function parsed(text: string): ErrorBody {
  try {
    return errorSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
