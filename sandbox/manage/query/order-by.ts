import { badRequest } from '../refusal';
import { kindAt, valueAt, type Shape, type WireObject } from './shape';

/**
 * Compiles `orderBy=dueDate desc,id` for objects of a shape. Nothing sorts before everything else.
 * @throws Refusal 400
 */
export function compileOrder(orderBy: string, shape: Shape): (a: WireObject, b: WireObject) => number {
  const keys = orderBy.split(',').map((part) => {
    const [path = '', direction = 'asc', ...rest] = part.trim().split(/\s+/);
    const kind = kindAt(shape, path);
    if (rest.length > 0 || !/^(asc|desc)$/i.test(direction) || typeof kind !== 'string' || kind === 'list') {
      throw badRequest(`Invalid orderBy: ${part}`);
    }
    return { path, sign: /^desc$/i.test(direction) ? -1 : 1 };
  });
  return (a, b) => {
    for (const { path, sign } of keys) {
      const order = compare(valueAt(a, path), valueAt(b, path));
      if (order !== 0) return order * sign;
    }
    return 0;
  };
}

function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === undefined || a === null) return -1;
  if (b === undefined || b === null) return 1;
  if (typeof a === 'string' && typeof b === 'string') {
    const [left, right] = [a.toLowerCase(), b.toLowerCase()];
    return left < right ? -1 : left > right ? 1 : 0;
  }
  return Number(a) - Number(b);
}
