import type { HttpAnswer } from '@/utils/http/http-client';
import { Problem } from '@/utils/payments/problem';
import type { PowerOfficeEnvironment } from './environment';

/** How much of the vendor's own words is shown. */
const DETAIL_LENGTH = 300;

export interface RefusedRequest {
  readonly environment: PowerOfficeEnvironment;
  readonly host: string;
  /** What was asked for: the endpoint's path, or `token`. */
  readonly what: string;
  /** The privileges that it takes. */
  readonly privileges?: readonly string[];
}

/**
 * What an answer other than success means. 400 and 404 come with a body; 401, 403 and 429 without a documented
 * one. The token endpoint says 400 to keys that do not belong together.
 */
export function refusal(
  answer: HttpAnswer,
  { environment, host, what, privileges = [] }: RefusedRequest,
): Problem {
  const { status } = answer;
  const detail = ownWords(answer.text) || `HTTP ${status}`;
  if (status === 401 || (status === 400 && what === 'token')) {
    return new Problem('powerOfficeKeysRefused', { environment, detail });
  }
  if (status === 403)
    return new Problem('powerOfficeForbidden', { what, detail, privileges: privileges.join(', ') });
  if (status === 429) return new Problem('rateLimited', { host }, { retryable: true });
  if (status >= 400 && status < 500) return new Problem('powerOfficeRefused', { what, detail });
  return new Problem('httpStatus', { host, status: String(status) }, { retryable: status >= 500 });
}

/**
 * The vendor's own explanation: `detail` or `title` of ProblemDetails, whose casing varies, `error_description`
 * of the token endpoint, `message` of the gateway. Empty where the body is none of these.
 */
function ownWords(text: string): string {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return '';
  }
  if (typeof body !== 'object' || body === null) return '';
  const fields = new Map(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value as unknown]));
  const words = ['detail', 'title', 'error_description', 'message'].map((name) => fields.get(name));
  const said = words.find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof said === 'string' ? said.trim().slice(0, DETAIL_LENGTH) : '';
}
