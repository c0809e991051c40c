import { expect, it } from 'vitest';
import { reason } from '@/utils/payments/reason';
import { NO_COUNTS } from '@/utils/sync/run-state';
import { createTally } from '@/utils/sync/tally';

const outcome = (kind: 'updated' | 'failed') => ({ invoiceNumber: '1', kind, reasons: [] });

it('counts what was found, dealt with and passed over', () => {
  const tally = createTally('run', 'sync', 5);
  tally.found(3);
  tally.add(outcome('failed'), null);
  tally.add(outcome('updated'), outcome('failed'));
  tally.pass();
  expect(tally.summary()).toEqual({
    id: 'run',
    mode: 'sync',
    phase: 'running',
    startedAt: 5,
    finishedAt: null,
    resumesAt: null,
    found: 3,
    done: 2,
    matched: 0,
    counts: { ...NO_COUNTS, updated: 1 },
    failure: null,
    notes: [],
  });
});

it('counts as matched what Manage was seen to hold, whatever became of it then, and once', () => {
  const tally = createTally('run', 'sync', 5);
  const held = { manageId: 4711 };
  tally.add({ ...outcome('updated'), ...held }, null);
  tally.add({ ...outcome('failed'), ...held }, null);
  tally.add(outcome('failed'), null);
  expect(tally.summary().matched).toBe(2);
  tally.add({ ...outcome('updated'), ...held }, { ...outcome('failed'), ...held });
  expect(tally.summary().matched).toBe(2);
  tally.add({ ...outcome('updated'), ...held }, outcome('failed'));
  expect(tally.summary().matched).toBe(3);
});

it('tells a note once, and two that differ both', () => {
  const tally = createTally('run', 'sync', 5);
  tally.note(reason('clockDiffers', { minutes: '3' }));
  tally.note(reason('clockDiffers', { minutes: '3' }));
  tally.note(reason('clockDiffers', { minutes: '4' }));
  expect(tally.summary().notes.map(({ params }) => params.minutes)).toEqual(['3', '4']);
});

it('keeps a summary as it was told', () => {
  const tally = createTally('run', 'sync', 5);
  const before = tally.summary();
  tally.add(outcome('updated'), null);
  tally.note(reason('lastRunNotMoved'));
  expect(before).toMatchObject({ counts: NO_COUNTS, notes: [] });
});
