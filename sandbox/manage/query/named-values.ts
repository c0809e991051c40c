import { parseConditions, type Condition } from './parse-conditions';

/** Texts without a character that conditions give a meaning of its own. */
const PLAIN = /^[\w-]+$/;

/**
 * The texts, in lower case, one of which a property must have for conditions to hold; null where they do not name
 * any. What has another one need not be looked at further.
 * @throws Refusal 400 for conditions that cannot be read
 */
export function namedValues(conditions: string, path: string): ReadonlySet<string> | null {
  return valuesIn(parseConditions(conditions), path);
}

function valuesIn(condition: Condition, path: string): ReadonlySet<string> | null {
  if (condition.type !== 'comparison') {
    if (condition.type === 'or') return null;
    return condition.parts.map((part) => valuesIn(part, path)).find((values) => values !== null) ?? null;
  }
  const { operator, negated, values } = condition;
  if (condition.path !== path || negated || (operator !== '=' && operator !== 'in')) return null;
  const texts = values.flatMap((value) =>
    value.kind === 'string' && PLAIN.test(value.value) ? value.value.toLowerCase() : [],
  );
  return texts.length === values.length ? new Set(texts) : null;
}
