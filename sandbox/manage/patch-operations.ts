import { badRequest } from './refusal';
import { isObject, readBody } from './read-body';

export interface PatchOperation {
  readonly op: 'add' | 'replace' | 'remove';
  /** Without the leading slash, which is optional. */
  readonly path: string;
  /** null for a removal. */
  readonly value: unknown;
}

const OPS = ['add', 'replace', 'remove'];

/**
 * The operations of a PATCH: a bare array. Source: ConnectWise Developer Guide, "PATCH".
 * @throws Refusal
 */
export async function readPatch(request: Request): Promise<PatchOperation[]> {
  const body = await readBody(request);
  if (!Array.isArray(body) || body.length === 0) throw badRequest('The body must be an array of operations.');
  return body.map(toOperation);
}

function toOperation(entry: unknown): PatchOperation {
  if (!isObject(entry)) throw badRequest('An operation must be an object.');
  const unknown = Object.keys(entry).find((key) => !['op', 'path', 'value'].includes(key));
  if (unknown !== undefined) throw badRequest(`Unknown member of an operation: ${unknown}`);
  const { op, path, value = null } = entry;
  if (typeof op !== 'string' || !OPS.includes(op)) throw badRequest(`Unknown operation: ${String(op)}`);
  if (typeof path !== 'string' || path === '' || path === '/') throw badRequest('An operation needs a path.');
  if (op !== 'remove' && !('value' in entry)) throw badRequest(`${op} needs a value.`);
  return {
    op: op as PatchOperation['op'],
    path: path.replace(/^\//, ''),
    value: op === 'remove' ? null : value,
  };
}
