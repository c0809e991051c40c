import { badRequest } from '../refusal';

const UNSUPPORTED = ['childConditions', 'customFieldConditions'];

/**
 * The query parameters of a request, each at most once.
 * @throws Refusal 400 for one that the endpoint does not know
 */
export function readParameters(request: Request, allowed: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of new URL(request.url).searchParams) {
    if (UNSUPPORTED.includes(name)) throw badRequest(`${name} is not supported here`);
    if (!allowed.includes(name)) throw badRequest(`Unknown query parameter: ${name}`);
    if (found.has(name)) throw badRequest(`Query parameter given twice: ${name}`);
    found.set(name, value);
  }
  return found;
}
