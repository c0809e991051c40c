import { z } from 'zod/mini';
import { issueInWords } from '@/utils/issue-in-words';
import { Problem } from '@/utils/payments/problem';
import { reason, type Reason } from '@/utils/payments/reason';
import { parseExactly } from './exact-json';
import { ExactNumber } from './exact-number';

/**
 * Parses JSON so that no amount passes through a float: numbers stay text in an ExactNumber until a schema
 * says what they are.
 * @throws Problem `notJson` with the beginning of the text, unless that is data
 */
export function parseJson(text: string, host: string): unknown {
  try {
    return parseExactly(text);
  } catch (cause) {
    throw new Problem('notJson', { host, start: beginningOf(text) }, { cause });
  }
}

/** A page tells where it came from; JSON that was cut off may begin with anything, an access token too. */
function beginningOf(text: string): string {
  const start = text.trimStart().slice(0, 60).replaceAll(/\s+/g, ' ');
  return /^[[{"]/.test(start) ? `${start.slice(0, 1)}…` : start;
}

const exactNumber = z.instanceof(ExactNumber, { error: 'not a number' });

/** A decimal number, as its text. */
export const decimalText = z.pipe(
  exactNumber,
  z.transform(({ text }) => text),
);

/** A whole number within ±2^53. */
export const wholeNumber = z.pipe(
  exactNumber,
  z.transform((value, context) => {
    const number = Number(value.text);
    if (Number.isSafeInteger(number)) return number;
    context.issues.push({ code: 'custom', message: 'not a whole number', input: value });
    return z.NEVER;
  }),
);

/**
 * A whole number of any size (an int64 goes beyond 2^53), as its text. Numbers that are names (an invoice's, a
 * voucher's) are never reckoned with, and some APIs send the same number quoted in one answer and bare in another.
 */
export const wholeNumberText = z.pipe(
  z.union([exactNumber, z.string()], { error: 'not a whole number' }),
  z.transform((value, context) => {
    const text = typeof value === 'string' ? value : value.text;
    if (/^-?\d+$/.test(text)) return text;
    context.issues.push({ code: 'custom', message: 'not a whole number', input: value });
    return z.NEVER;
  }),
);

/**
 * Validates an answer against its schema. Unknown fields are ignored: vendors add them without notice.
 * @throws Problem `wrongShape` naming where the answer differs from the schema, never the whole value
 */
export function readShape<T>(schema: z.ZodMiniType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value, { error: issueInWords });
  if (result.success) return result.data;
  throw new Problem('wrongShape', { what, where: placeOf(result.error) });
}

/** A row of a list that does not have the shape it should, as it came, and why. */
export interface UnreadableRow {
  readonly value: unknown;
  readonly reason: Reason;
}

/**
 * Reads a list row by row, so that one malformed row does not lose the others.
 * @throws Problem `wrongShape` if the value is not a list at all
 */
export function readRows<T>(
  row: z.ZodMiniType<T>,
  value: unknown,
  what: string,
): { readonly rows: readonly T[]; readonly unreadable: readonly UnreadableRow[] } {
  const rows: T[] = [];
  const unreadable: UnreadableRow[] = [];
  for (const each of readShape(z.array(z.unknown()), value, what)) {
    const result = row.safeParse(each, { error: issueInWords });
    if (result.success) rows.push(result.data);
    else
      unreadable.push({ value: each, reason: reason('wrongShape', { what, where: placeOf(result.error) }) });
  }
  return { rows, unreadable };
}

function placeOf({ issues: [issue] }: z.core.$ZodError): string {
  if (issue === undefined) return '';
  return issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`;
}
