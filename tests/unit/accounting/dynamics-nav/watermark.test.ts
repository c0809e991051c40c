import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advance,
  laterWatermark,
  numberedStart,
  reachesBack,
  watermarkOf,
} from '@/utils/accounting/dynamics-nav/watermark';
import type { ChangeQuery, Watermark } from '@/utils/accounting/source';
import { isoDate, type IsoDate } from '@/utils/payments/iso-date';

const START = Date.parse('2026-01-01T00:00:00Z');
const HOUR = 3_600_000;

const since = (watermark: Watermark): ChangeQuery => ({ from: 'watermark', watermark });
const fromDay = (day: IsoDate, stored?: Watermark): ChangeQuery => ({
  from: 'day',
  day,
  timeZone: 'Europe/Oslo',
  ...(stored !== undefined && { stored }),
});
const NONE = fromDay(isoDate('2026-01-01'));

/** Watermarks as runs leave them: each begins where one before ended, and the ledger has grown. */
const watermarks = fc
  .array(fc.record({ hours: fc.integer({ min: 1, max: 400 }), entries: fc.nat(500) }), {
    minLength: 1,
    maxLength: 150,
  })
  .map((runs) => {
    let at = START;
    let entryNo = 0;
    let watermark: Watermark | undefined;
    for (const { hours, entries } of runs) {
      at += hours * HOUR;
      entryNo += entries;
      watermark = advance(watermarkOf(watermark === undefined ? NONE : since(watermark)), { entryNo, at });
    }
    return { watermark: watermark as Watermark, entryNo, at };
  });

describe('a watermark', () => {
  it('tells how far the books were read, and does not grow without bound', () => {
    fc.assert(
      fc.property(watermarks, ({ watermark, entryNo }) => {
        const { entryNo: read, marks } = watermarkOf(since(watermark));
        expect(read).toBe(entryNo);
        expect(marks.length).toBeLessThanOrEqual(60);
        expect(watermark.length).toBeLessThan(3_000);
        expect(marks.map(({ at }) => at)).toEqual(marks.map(({ at }) => at).sort());
        expect(new Set(marks.map(({ at }) => at.slice(0, 10))).size).toBe(marks.length);
        expect(marks.every((mark) => mark.entryNo <= read)).toBe(true);
      }),
    );
  });

  it('is never moved back: the later of two is at least either, whichever comes first', () => {
    fc.assert(
      fc.property(watermarks, watermarks, ({ watermark: a }, { watermark: b }) => {
        const later = laterWatermark(a, b);
        expect(laterWatermark(b, a)).toBe(later);
        expect(laterWatermark(later, a)).toBe(later);
        const no = (each: Watermark): number => watermarkOf(since(each)).entryNo;
        expect(no(later)).toBe(Math.max(no(a), no(b)));
      }),
    );
  });

  it('is where the next run begins, which therefore may move it', () => {
    fc.assert(
      fc.property(watermarks, ({ watermark, entryNo }) => {
        expect(numberedStart(since(watermark))).toEqual({ after: entryNo, isWhole: true });
        expect(reachesBack(since(watermark), watermark)).toBe(true);
      }),
    );
  });

  it('lets a day begin at entries that were in the books before it', () => {
    fc.assert(
      fc.property(watermarks, fc.nat(400), ({ watermark }, days) => {
        const day = isoDate(new Date(START + days * 24 * HOUR).toISOString().slice(0, 10));
        const { marks } = watermarkOf(since(watermark));
        const { after, isWhole } = numberedStart(fromDay(day, watermark));
        const before = marks.filter(({ at }) => at < `${day}T00:00:00`);
        expect(isWhole ? before.map(({ entryNo }) => entryNo) : [marks[0]?.entryNo]).toContain(after);
        expect(reachesBack(fromDay(day, watermark), watermark)).toBe(true);
      }),
    );
  });
});

describe('a run from a day', () => {
  const day = isoDate('2026-03-01');
  const watermark = '{"entryNo":900,"marks":[["2026-02-27T12:00:00Z",900]]}' as Watermark;

  it('without a mark may not move a watermark, since nothing ties it to its number', () => {
    expect(numberedStart(fromDay(day))).toEqual({ after: null, isWhole: false });
    expect(reachesBack(fromDay(day), watermark)).toBe(false);
  });

  it('with a mark leaves nothing out between the last run and itself', () => {
    expect(numberedStart(fromDay(day, watermark))).toEqual({ after: 900, isWhole: true });
    expect(reachesBack(fromDay(day, watermark), watermark)).toBe(true);
  });

  it('that only reaches an older watermark’s future does not reach back to it', () => {
    expect(reachesBack(since(watermark), '{"entryNo":100,"marks":[]}' as Watermark)).toBe(false);
  });
});
