import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BADGE_SIZES,
  badgeWidth,
  fitBadge,
  settleBadge,
  type BadgeSize,
  type BadgeWidths,
} from '@/utils/invoice-search/fit-badge';

const PAID: BadgeWidths = { sign: 10, amount: 50, compact: 30, date: 40 };
const NOTHING_TO_PAY: BadgeWidths = { sign: 10, amount: 0, compact: 0, date: 0 };

test.each<[number, BadgeSize]>([
  [200, 'full'],
  [118, 'full'],
  [117, 'no-date'],
  [75, 'no-date'],
  [74, 'compact'],
  [55, 'compact'],
  [54, 'sign'],
  [22, 'sign'],
  [21, 'none'],
  [0, 'none'],
  [-30, 'none'],
])('in a room of %i pixels a badge of a paid invoice is shown as %s', (room, size) => {
  expect(fitBadge(PAID, room)).toBe(size);
});

test('a badge of nothing but a sign is whole in the room of a sign', () => {
  expect(fitBadge(NOTHING_TO_PAY, 22)).toBe('full');
});

const width = fc.integer({ min: 1, max: 200 });
const widths = fc
  .record({ sign: width, compact: width, extra: fc.nat(100), date: fc.nat(100) })
  .map(({ sign, compact, extra, date }) => ({ sign, compact, amount: compact + extra, date }));

test('a badge never exceeds its room, and more room never shows less', () => {
  fc.assert(
    fc.property(widths, fc.integer({ min: -50, max: 600 }), fc.nat(200), (of, room, more) => {
      const size = fitBadge(of, room);
      expect(size === 'none' || badgeWidth(of, size) <= room).toBe(true);
      expect(BADGE_SIZES.indexOf(fitBadge(of, room + more))).toBeLessThanOrEqual(BADGE_SIZES.indexOf(size));
    }),
  );
});

describe('a badge settles', () => {
  const cell = { left: 100, right: 300, top: 0, bottom: 24 };
  const content = (left: number, right: number) => ({ left, right, top: 5, bottom: 19 });

  test.each<[string, { left: number; right: number }, boolean, { size: BadgeSize; x: number }]>([
    ['behind the number', { left: 105, right: 140 }, false, { size: 'full', x: 146 }],
    [
      'behind the number where one reads from right to left',
      { left: 260, right: 295 },
      true,
      { size: 'full', x: 142 },
    ],
    [
      'before a number that is aligned to the end',
      { left: 260, right: 295 },
      false,
      { size: 'full', x: 142 },
    ],
    [
      'behind the number as long as it is no smaller there',
      { left: 195, right: 205 },
      false,
      { size: 'no-date', x: 211 },
    ],
  ])('%s', (_, { left, right }, rightToLeft, expected) => {
    expect(settleBadge(PAID, 14, { content: content(left, right), cell, rightToLeft })).toMatchObject(
      expected,
    );
  });

  test('in the middle of the line', () => {
    expect(settleBadge(PAID, 14, { content: content(105, 140), cell, rightToLeft: false }).y).toBe(5);
    expect(settleBadge(PAID, 10, { content: content(105, 140), cell, rightToLeft: false }).y).toBe(7);
  });

  test('nowhere when the number fills the cell', () => {
    expect(settleBadge(PAID, 14, { content: content(100, 420), cell, rightToLeft: false }).size).toBe('none');
  });

  test('never on the number and never outside the cell', () => {
    fc.assert(
      fc.property(
        widths,
        fc.integer({ min: 0, max: 350 }),
        fc.nat(300),
        fc.boolean(),
        (of, left, length, rightToLeft) => {
          const own = content(left, left + length);
          const { size, x } = settleBadge(of, 14, { content: own, cell, rightToLeft });
          if (size === 'none') return;
          const end = x + badgeWidth(of, size) - 6;
          expect(x >= cell.left && end <= cell.right).toBe(true);
          expect(x >= own.right || end <= own.left).toBe(true);
        },
      ),
    );
  });
});
