import { beforeEach, expect, it } from 'vitest';
import { scopeOf, type Database } from '@/utils/storage/database';
import { createNotFound, type NotFound } from '@/utils/storage/not-found';
import { freshDatabase, SCOPE } from '../sync/support/run';

const DAY_MS = 86_400_000;
let db: Database;
let now: number;
let notFound: NotFound;
beforeEach(async () => {
  db = await freshDatabase();
  now = Date.UTC(2026, 10, 22);
  notFound = createNotFound(db, SCOPE, () => now);
});

it('keeps numbers, the oldest first, until they are forgotten', async () => {
  for (const number of ['20', '10', '30']) {
    await notFound.keep(number);
    now += 1;
  }
  await notFound.forget('10');
  expect(await notFound.numbers()).toEqual(['20', '30']);
});

it('keeps a number for 30 days from when it was first met, and no longer', async () => {
  await notFound.keep('10');
  now += 29 * DAY_MS;
  await notFound.keep('10');
  expect(await notFound.numbers()).toEqual(['10']);
  now += DAY_MS + 1;
  expect(await notFound.numbers()).toEqual([]);
  expect(await db.count('notFound')).toBe(0);
});

it('keeps a thousand of each connection: the oldest goes', async () => {
  const other = createNotFound(db, scopeOf('na', 'other', 'anna', 'x'), () => now);
  await other.keep('0');
  for (let number = 0; number <= 1000; number += 1) {
    now += 1;
    await notFound.keep(String(number));
  }
  const kept = await notFound.numbers();
  expect(kept).toHaveLength(1000);
  expect(kept[0]).toBe('1');
  expect(await other.numbers()).toEqual(['0']);
});
