import { z } from 'zod';
import type { HttpAnswer } from '@/utils/http/http-client';
import { Problem } from '@/utils/payments/problem';

/** Manage's error body. A 429 carries its code under `error` instead. Source: Developer Guide, "Errors". */
const errorSchema = z.object({
  code: z.string().nullish(),
  error: z.string().nullish(),
  message: z.string().nullish(),
  errors: z.array(z.object({ message: z.string().nullish(), field: z.string().nullish() })).nullish(),
});

/** What an answer that is no success means, for people. */
export function refusal({ status, text, headers }: HttpAnswer, host: string): Problem {
  if (looksLikeHtml(text, headers)) return new Problem('manageSignedOut', { host });
  const body = parsed(text);
  const detail = [body.message, ...(body.errors ?? []).map((each) => each.message)].filter(Boolean).join(' ');
  if (body.code === 'Security') return new Problem('manageApiHostNeeded', { host });
  if (status === 401) return new Problem('manageSignedOut', { host, detail });
  if (status === 403) return new Problem('manageForbidden', { host, detail });
  if (status === 404) return new Problem('manageNotFound', { detail });
  if (status === 429) return new Problem('rateLimited', { host }, { retryable: true });
  if (status >= 500) return new Problem('httpStatus', { host, status: String(status) }, { retryable: true });
  return new Problem('manageRefused', { status: String(status), detail: detail.slice(0, 300) });
}

/** A signed-out session is answered with the login page and status 200. */
export function looksLikeHtml(text: string, headers: Headers): boolean {
  return /text\/html/i.test(headers.get('content-type') ?? '') || /^\s*<(!doctype|html)/i.test(text);
}

function parsed(text: string): z.infer<typeof errorSchema> {
  try {
    return errorSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
