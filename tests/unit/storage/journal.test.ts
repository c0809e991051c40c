import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database, Scope } from '@/utils/storage/database';
import { scopeOf } from '@/utils/storage/database';
import { createJournal, MOST_PARKED } from '@/utils/storage/journal';
import { hasWritten, newestRun, pruneRuns, runStateOf } from '@/utils/storage/run-history';
import { NO_COUNTS, type RunSummary } from '@/utils/sync/run-state';
import { created } from '../sync/support/plans';
import { freshDatabase, SCOPE } from '../sync/support/run';

let db: Database;
beforeEach(async () => {
  db = await freshDatabase();
});

const journalIn = (scope: Scope, runId = 'run', now = () => 0) =>
  createJournal(db, {
    scope,
    connectionId: 'poweroffice-go',
    runId,
    task: { kind: 'numbers', numbers: [] },
    resumed: 0,
    now,
  });

describe('parked invoices', () => {
  it('are kept apart by site, company, member and connection', async () => {
    const mine = journalIn(SCOPE);
    const hers = journalIn(scopeOf('na.myconnectwise.net', 'nordit', 'berit', 'poweroffice-go'));
    await mine.park('1');
    expect(await mine.parked()).toEqual(['1']);
    expect(await hers.parked()).toEqual([]);
  });

  it('are bounded, and a full list says so', async () => {
    const journal = journalIn(SCOPE);
    const { store, done } = db.transaction('parked', 'readwrite');
    for (let number = 0; number < MOST_PARKED; number += 1) {
      void store.put({ scope: SCOPE, number: String(number), since: 0 });
    }
    await done;
    expect(await journal.park('5')).toBe(true);
    expect(await journal.park('one more')).toBe(false);
    expect(await journal.parked()).toHaveLength(MOST_PARKED);
  });

  it('remember when they first failed', async () => {
    let now = 1;
    const journal = journalIn(SCOPE, 'run', () => now);
    await journal.park('1');
    now = 2;
    await journal.park('1');
    expect(await db.get('parked', [SCOPE, '1'])).toMatchObject({ since: 1 });
  });
});

describe('payment records of our own', () => {
  const hers = scopeOf('na.myconnectwise.net', 'nordit', 'berit', 'poweroffice-go');

  it('are told of those that were asked about, of this scope and of every run in it', async () => {
    await journalIn(SCOPE, 'earlier').addOwnRecord(1);
    await journalIn(SCOPE, 'run').addOwnRecord(2);
    await journalIn(hers).addOwnRecord(3);
    await journalIn(SCOPE, 'run').addOwnRecord(4);
    expect(await journalIn(SCOPE, 'run').ownAmong([1, 2, 3, 5])).toEqual(new Set([1, 2]));
  });

  it('are known at once when another journal of the scope adds one', async () => {
    const journal = journalIn(SCOPE, 'run');
    expect(await journal.ownAmong([1])).toEqual(new Set());
    await journalIn(SCOPE, 'other').addOwnRecord(1);
    expect(await journal.ownAmong([1])).toEqual(new Set([1]));
  });

  it('are asked for one by one, however many were ever made', async () => {
    const asked = vi.spyOn(db, 'getKey');
    const all = [vi.spyOn(IDBObjectStore.prototype, 'getAll'), vi.spyOn(IDBIndex.prototype, 'getAll')];
    await journalIn(SCOPE).ownAmong([1, 2]);
    expect(asked).toHaveBeenCalledTimes(2);
    for (const each of all) expect(each).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});

describe('the history', () => {
  const summary = (id: string, startedAt: number): RunSummary => ({
    id,
    mode: 'sync',
    phase: 'finished',
    startedAt,
    finishedAt: startedAt + 1,
    resumesAt: null,
    found: 1,
    done: 1,
    counts: { ...NO_COUNTS, failed: 1 },
    failure: null,
    notes: [],
  });

  async function remember(id: string, startedAt: number, scope = SCOPE): Promise<void> {
    const journal = journalIn(scope, id);
    await journal.saveSummary(summary(id, startedAt));
    await journal.record({ invoiceNumber: `of ${id}`, kind: 'failed', reasons: [] }, '');
    await journal.record({ invoiceNumber: 'dull', kind: 'unchanged', reasons: [] }, '');
  }

  it('tells the newest run of a connection', async () => {
    await remember('old', 1);
    await remember('new', 2);
    await remember('of another', 3, scopeOf('eu.myconnectwise.net', 'nordit', 'anna', 'poweroffice-go'));
    const newest = await newestRun(db, SCOPE);
    expect(newest && runStateOf(newest)).toEqual({ ...summary('new', 2), timeLeft: null });
  });

  it('tells whether a run changed anything that can be taken back', async () => {
    const journal = journalIn(SCOPE);
    const made = created(7, '1');
    await journal.intend(made);
    expect(await hasWritten(db, 'run')).toBe(false);
    await journal.confirm(made);
    expect(await hasWritten(db, 'run')).toBe(true);
    await journal.confirm({
      strategy: 'payment-record',
      action: 'delete',
      recordId: 9,
      invoiceId: 7,
      invoiceNumber: '1',
      from: made.to,
      to: made.from,
    });
    expect(await hasWritten(db, 'run')).toBe(false);
  });

  it('is pruned with all that belongs to a run', async () => {
    const names = Array.from({ length: 32 }, (_, at) => `run-${10 + at}`);
    for (const [at, name] of names.entries()) await remember(name, at);
    await pruneRuns(db, 0);
    expect(await db.getAllKeys('runs')).toEqual(names.slice(2));
    expect(new Set((await db.getAllKeys('outcomes')).map(([id]) => id))).toEqual(new Set(names.slice(2)));
  });

  it('is pruned of what is older than 90 days', async () => {
    await remember('old', 0);
    await remember('new', 2 * 86_400_000);
    await pruneRuns(db, 91 * 86_400_000);
    expect(await db.getAllKeys('runs')).toEqual(['new']);
  });
});
