import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarmAt, dueAt, type ScheduleMemory } from '@/utils/sync/schedule';

const NOON = Date.UTC(2026, 10, 22, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const tried = (triedAt: number, change: Partial<ScheduleMemory> = {}): ScheduleMemory => ({
  triedAt,
  again: false,
  refused: {},
  ...change,
});

describe('The next runs are due', () => {
  it.each<[string, number, ScheduleMemory | null, number | null]>([
    ['never, where they are switched off', 0, tried(NOON - HOUR), null],
    ['at once, where there were none', 4, null, NOON],
    ['a period after the last', 4, tried(NOON - HOUR), NOON + 3 * HOUR],
    ['since long, where the browser was closed meanwhile', 4, tried(NOON - 100 * HOUR), NOON - 96 * HOUR],
    [
      'a quarter of an hour later, where somebody did not answer',
      4,
      tried(NOON, { again: true }),
      NOON + 15 * MINUTE,
    ],
    ['a period from now, where the clock was set back', 4, tried(NOON + 900 * HOUR), NOON + 4 * HOUR],
  ])('%s', (_, hours, memory, due) => {
    expect(dueAt(hours, memory, NOON)).toBe(due);
  });
});

describe('The alarm', () => {
  it.each<[string, number, number | null, number | null]>([
    ['is set for when they are due', NOON + HOUR, null, NOON + HOUR],
    ['is left as it is when it is set for that', NOON + HOUR, NOON + HOUR, null],
    ['is set anew when a longer period was chosen', NOON + 4 * HOUR, NOON + HOUR, NOON + 4 * HOUR],
    ['is set anew when a shorter period was chosen', NOON + HOUR, NOON + 4 * HOUR, NOON + HOUR],
    ['gives a browser that has just started a minute', NOON - HOUR, null, NOON + MINUTE],
    ['is not put off while it is about to ring', NOON - HOUR, NOON + 10_000, null],
    ['that should have rung is left to ring', NOON - HOUR, NOON - HOUR, null],
  ])('%s', (_, due, set, at) => {
    expect(alarmAt(due, set, NOON)).toBe(at);
  });

  it('rings within a period and a minute, however often the worker starts and looks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 168 }),
        fc.integer({ min: 0, max: 1000 * HOUR }),
        fc.array(fc.integer({ min: 1, max: HOUR }), { minLength: 1, maxLength: 300 }),
        (hours, ago, starts) => {
          const memory = tried(NOON - ago);
          let now = NOON;
          let set: number | null = null;
          for (const later of starts) {
            set = alarmAt(dueAt(hours, memory, now) ?? NaN, set, now) ?? set;
            now += later;
            if (set !== null && set <= now) break;
          }
          expect(set).not.toBeNull();
          expect(set).toBeLessThanOrEqual(Math.max(NOON, memory.triedAt + hours * HOUR) + MINUTE);
        },
      ),
    );
  });
});
