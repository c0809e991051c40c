import type { HttpAnswer, HttpRequest } from './http-client';

/** Headers that tell nothing of who asks. */
const HARMLESS = ['accept', 'content-type', 'prefer'];

/** Stands where a server threw back what it was sent. */
const HIDDEN = '•••';

/** Shorter texts than this may turn up in data by chance; in words about an error they are hidden all the same. */
const LONG = 16;
const SHORT = 4;

/**
 * The answer without what the request proved its sender with. Servers, and proxies before them, throw requests back
 * in their errors, and the words of an error are shown to people and kept.
 */
export function withoutProofs(answer: HttpAnswer, request: HttpRequest): HttpAnswer {
  const isData = answer.status >= 200 && answer.status < 300 && /^\s*[[{]/.test(answer.text);
  const proofs = [...new Set(isData ? fromHeaders(request) : [...fromHeaders(request), ...fromBody(request)])]
    .filter(({ length }) => length >= (isData ? LONG : SHORT))
    // What holds another one goes first.
    .sort((a, b) => b.length - a.length);
  const hide = (text: string): string => proofs.reduce((left, proof) => left.replaceAll(proof, HIDDEN), text);
  const shown = [...answer.headers].map(([name, value]): [string, string] => [name, toHeader(hide(value))]);
  return { ...answer, headers: new Headers(shown), text: hide(answer.text) };
}

function fromHeaders({ headers = {} }: HttpRequest): string[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (HARMLESS.includes(name.toLowerCase())) return [];
    const [scheme = '', credentials] = value.split(' ');
    if (credentials === undefined) return [value];
    return /^basic$/i.test(scheme) ? [credentials, ...unsealed(credentials)] : [credentials];
  });
}

/** User and password of HTTP's Basic scheme, together and the password alone. */
function unsealed(credentials: string): string[] {
  const bytes = Uint8Array.from(atob(credentials), (character) => character.charCodeAt(0));
  const text = new TextDecoder().decode(bytes);
  return [text, text.slice(text.indexOf(':') + 1)];
}

/** Values of a form, such as a code or a refresh token, as they are and as they travel. */
function fromBody({ headers = {}, body = '' }: HttpRequest): string[] {
  const isForm = Object.values(headers).some((value) =>
    value.startsWith('application/x-www-form-urlencoded'),
  );
  if (!isForm) return [];
  const values = [...new URLSearchParams(body).values()].filter(({ length }) => length >= LONG);
  return values.flatMap((value) => [value, encodeURIComponent(value)]);
}

/** A header holds Latin-1 only. */
function toHeader(text: string): string {
  return text.replaceAll(HIDDEN, '***');
}
