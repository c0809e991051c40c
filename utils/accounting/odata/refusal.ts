import type { HttpAnswer } from '@/utils/http/http-client';
import { Problem } from '@/utils/payments/problem';

/** Servers' words are shown, but not whole pages of them. */
const MESSAGE_LENGTH = 300;

/** An answer that is no data, in the server's own terms. */
export interface ODataRefusal {
  readonly answer: HttpAnswer;
  readonly status: number;
  /** Such as `BadRequest_ResourceNotFound`; empty where the server gave none. */
  readonly code: string;
  /** For people, with the correlation id that the vendor's support asks for. */
  readonly message: string;
}

/**
 * Reads why a request was refused: `{"error":{"code","message"}}` as a rule, XML where the request did not reach the
 * service itself (an unknown environment), and nothing of a page that a gateway sent.
 */
export function readRefusal(answer: HttpAnswer): ODataRefusal {
  const { status, text } = answer;
  const { code, message } = fromJson(text) ?? fromXml(text) ?? { code: '', message: '' };
  return { answer, status, code, message: message.replaceAll(/\s+/g, ' ').trim().slice(0, MESSAGE_LENGTH) };
}

/** What to tell people of a refusal for which a connector has no words of its own. */
export function problemOf(
  { status, code, message, answer }: ODataRefusal,
  host: string,
  what: string,
): Problem {
  const detail = message || code || `HTTP ${status}`;
  switch (status) {
    case 401:
      return new Problem('odataUnauthorized', { host, what, detail });
    case 403:
      return new Problem('odataForbidden', { host, what, detail });
    case 404:
      return new Problem('odataNotFound', { host, what, detail });
    case 413:
      return new Problem('odataTooLarge', { host, what });
    case 429:
      return new Problem('rateLimited', { host }, { retryable: true });
    case 408:
    case 503:
    case 504:
      return new Problem('odataBusy', { host, status: String(status) }, { retryable: true });
  }
  if (status >= 500) return new Problem('httpStatus', { host, status: String(status) }, { retryable: true });
  if (code === '' && /^\s*</.test(answer.text)) {
    return new Problem('notJson', { host, start: answer.text.slice(0, 60).replaceAll(/\s+/g, ' ') });
  }
  return new Problem('odataRefused', { host, what, detail });
}

function fromJson(text: string): { code: string; message: string } | null {
  try {
    const { error } = JSON.parse(text) as { error?: { code?: unknown; message?: unknown } | string };
    if (typeof error === 'string') return { code: error, message: '' };
    const { code, message } = error ?? {};
    const words =
      typeof message === 'object' && message !== null && 'value' in message ? message.value : message;
    return { code: asText(code), message: asText(words) };
  } catch {
    return null;
  }
}

/** No parser of XML: a worker has none, and two elements are wanted. */
function fromXml(text: string): { code: string; message: string } | null {
  if (!/<(\w+:)?error[\s>]/.test(text)) return null;
  const element = (name: string): string =>
    new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]*)<`).exec(text)?.[1]?.trim() ?? '';
  return { code: element('code'), message: element('message') };
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
