import { describe, expect, it } from 'vitest';
import { z } from 'zod/mini';
import { issueInWords } from '@/utils/issue-in-words';

const wordsFor = (schema: z.ZodMiniType, value: unknown): string | undefined =>
  schema.safeParse(value, { error: issueInWords }).error?.issues[0]?.message;

const circle = z.object({ kind: z.literal('circle') });
const square = z.object({ kind: z.literal('square') });

describe('a value is said to be', () => {
  it.each<[string, z.ZodMiniType, unknown]>([
    ['missing', z.string(), undefined],
    ['not text', z.string(), 5],
    ['not a number', z.number(), '5'],
    ['not a whole number', z.int(), 1.5],
    ['not true or false', z.boolean(), 'yes'],
    ['not a list', z.array(z.string()), {}],
    ['not an object', z.object({}), []],
    ['not date', z.date(), '2026-03-01'],
    ['not 1', z.literal(1), 2],
    ['not session or api-keys', z.enum(['session', 'api-keys']), 'password'],
    ['not circle or square', z.discriminatedUnion('kind', [circle, square]), { kind: 'line' }],
    ['too short: the limit is 1', z.string().check(z.minLength(1)), ''],
    ['too long: the limit is 2', z.string().check(z.maxLength(2)), 'abc'],
    ['too long: the limit is 1', z.array(z.string()).check(z.maxLength(1)), ['a', 'b']],
    ['too small: the limit is 0', z.number().check(z.positive()), 0],
    ['too large: the limit is 9', z.number().check(z.maximum(9)), 10],
    ['unknown: a, b', z.strictObject({}), { a: 1, b: 2 }],
    ['not as expected', z.string().check(z.regex(/^a$/)), 'b'],
    ['not as expected', z.union([z.string(), z.number()]), true],
    ['not as expected', z.string().check(z.refine(() => false)), 'b'],
  ])('%s', (words, schema, value) => expect(wordsFor(schema, value)).toBe(words));

  it('what its schema says of it, where that has words of its own', () => {
    expect(wordsFor(z.string().check(z.regex(/^a$/, 'an a')), 'b')).toBe('an a');
  });
});
