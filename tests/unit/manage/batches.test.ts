import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batches, idBatches } from '@/utils/manage/batches';
import { canBeAsked, isOneOf } from '@/utils/manage/conditions';
import { queryString } from '@/utils/manage/query-string';

const encodedLength = (numbers: readonly string[]): number =>
  queryString({ c: isOneOf('n', numbers) }).length - queryString({ c: isOneOf('n', []) }).length;

const invoiceNumber = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.stringMatching(/^\d{1,15}$/),
  fc.constantFrom('"', '[a]', '<img src=x onerror=alert(1)>', '', 'ø'.repeat(30)),
);

const limits = fc.record({
  maxUrlLength: fc.integer({ min: 20, max: 400 }),
  maxCount: fc.integer({ min: 1, max: 10 }),
});

describe('batches of invoice numbers', () => {
  it('never exceed what one address holds, nor the count', () => {
    fc.assert(
      fc.property(fc.array(invoiceNumber), limits, (numbers, limit) => {
        for (const batch of batches(numbers, limit).batches) {
          expect(encodedLength(batch)).toBeLessThanOrEqual(limit.maxUrlLength);
          expect(batch.length).toBeLessThanOrEqual(limit.maxCount);
          expect(batch.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('hold every number exactly once, in order, or name it as one that cannot be asked for', () => {
    fc.assert(
      fc.property(fc.array(invoiceNumber), limits, (numbers, limit) => {
        const { batches: made, unaskable } = batches(numbers, limit);
        const left = new Set(unaskable);
        expect(made.flat()).toEqual([...new Set(numbers)].filter((number) => !left.has(number)));
        expect(unaskable).toHaveLength(left.size);
        for (const number of unaskable) {
          expect(!canBeAsked(number) || encodedLength([number]) > limit.maxUrlLength).toBe(true);
        }
      }),
    );
  });

  it('are as few as the order allows: no number would have fitted the batch before', () => {
    fc.assert(
      fc.property(fc.array(invoiceNumber), limits, (numbers, limit) => {
        const made = batches(numbers, limit).batches;
        made.slice(1).forEach((batch, index) => {
          const together = [...(made[index] ?? []), ...batch.slice(0, 1)];
          const fits = encodedLength(together) <= limit.maxUrlLength && together.length <= limit.maxCount;
          expect(fits).toBe(false);
        });
      }),
    );
  });

  it('leave out a number that alone is too long', () => {
    const long = '9'.repeat(2000);
    expect(batches(['1', long, '2'], { maxUrlLength: 1700, maxCount: 50 })).toEqual({
      batches: [['1', '2']],
      unaskable: [long],
    });
  });
});

it('ids are batched the same way, each once', () => {
  expect(idBatches([1, 22, 1, 333], { maxUrlLength: 6, maxCount: 9 })).toEqual([[1, 22], [333]]);
});
