import { isLosslessNumber, LosslessNumber, parse } from 'lossless-json';
import { z } from 'zod';
import { Problem } from '@/utils/payments/problem';

/**
 * Parses JSON so that no amount passes through a float: numbers stay text in a LosslessNumber until a schema
 * says what they are. (`JSON.parse` with source access would do, but is not in Node 20.)
 * @throws Problem `notJson` with the beginning of the text
 */
export function parseJson(text: string, host: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new Problem('notJson', { host, start: text.slice(0, 60).replaceAll(/\s+/g, ' ') }, { cause });
  }
}

const lossless = z.custom<LosslessNumber>((value) => isLosslessNumber(value), 'a number');

/** A decimal number, as its text. */
export const decimalText = lossless.transform((value) => value.value);

/** A whole number within ±2^53. */
export const wholeNumber = lossless.transform((value, context) => {
  const number = Number(value.value);
  if (Number.isSafeInteger(number)) return number;
  context.addIssue({ code: 'custom', message: 'not a whole number' });
  return z.NEVER;
});

/**
 * Validates an answer against its schema. Unknown fields are ignored: vendors add them without notice.
 * @throws Problem `wrongShape` naming where the answer differs from the schema, never the whole value
 */
export function readShape<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue === undefined ? '' : `${issue.path.join('.')}: ${issue.message}`;
  throw new Problem('wrongShape', { what, where });
}
