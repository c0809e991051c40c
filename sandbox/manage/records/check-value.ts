import type { Kind, Shape } from '../query/shape';
import { isObject } from '../read-body';
import type { FieldFault } from '../refusal';

/** What is wrong with a value that was sent for a property; undefined when nothing is. Null always clears. */
export function checkValue(field: string, shape: Shape, value: unknown): FieldFault | undefined {
  const kind = Object.hasOwn(shape, field) ? shape[field] : undefined;
  if (kind === undefined)
    return { code: 'InvalidField', message: `The field ${field} does not exist.`, field };
  if (value === null || isOfKind(kind, value)) return undefined;
  return { code: 'InvalidField', message: `The value of ${field} is of the wrong type.`, field };
}

function isOfKind(kind: Kind | Shape, value: unknown): boolean {
  if (typeof kind === 'object' || kind === 'map') return isObject(value);
  if (kind === 'list') return Array.isArray(value);
  if (kind === 'date')
    return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(value);
  return typeof value === kind;
}
