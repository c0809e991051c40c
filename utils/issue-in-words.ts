import type { z } from 'zod/mini';

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
};

/**
 * What is wrong with a value, in a few words to stand behind its place, wherever its schema has none of its own.
 * To be handed to `safeParse` as `error`. The value itself is never in it, since it may be a secret.
 */
export function issueInWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : `not ${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return neither(issue.values);
    case 'too_small':
      return `too ${isLength(issue.origin) ? 'short' : 'small'}: the limit is ${issue.minimum}`;
    case 'too_big':
      return `too ${isLength(issue.origin) ? 'long' : 'large'}: the limit is ${issue.maximum}`;
    case 'unrecognized_keys':
      return `unknown: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return issue.inclusive !== false && issue.options ? neither(issue.options) : NOT_AS_EXPECTED;
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'not_multiple_of':
      return NOT_AS_EXPECTED;
  }
}

const NOT_AS_EXPECTED = 'not as expected';

function isLength(origin: string): boolean {
  return origin === 'string' || origin === 'array';
}

function neither(allowed: readonly unknown[]): string {
  return `not ${allowed.map(String).join(' or ')}`;
}
