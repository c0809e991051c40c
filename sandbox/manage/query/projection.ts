import { badRequest } from '../refusal';
import { kindAt, valueAt, type Shape, type WireObject } from './shape';

/**
 * Compiles `fields=a,b/c` for objects of a shape: what it names stays, in its nesting; the rest goes.
 * @throws Refusal 400 for a property the shape lacks
 */
export function compileProjection(fields: string, shape: Shape): (object: WireObject) => WireObject {
  const paths = fields.split(',');
  for (const path of paths) {
    if (kindAt(shape, path) === undefined) throw badRequest(`Invalid field in fields: ${path}`);
  }
  return (object) => {
    const kept: Record<string, unknown> = {};
    for (const path of paths) {
      const value = valueAt(object, path);
      if (value !== undefined) keep(kept, path.split('/'), value);
    }
    return kept;
  };
}

function keep(into: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    into[name] = value;
    return;
  }
  const nested = { ...(into[name] as Record<string, unknown> | undefined) };
  keep(nested, rest, value);
  into[name] = nested;
}
