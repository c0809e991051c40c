import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openDatabase } from '@/utils/storage/database';
import { MIGRATIONS } from '@/utils/storage/migrations';
import { createJournal } from '@/utils/storage/journal';
import { newestRun, outcomesOf, unfinishedRuns } from '@/utils/storage/run-history';
import { createVault } from '@/utils/storage/vault';
import { fakeSessionStore } from '../support/fake-session-store';
import { SCOPE } from '../sync/support/run';
import { PARKED, RUNS, SECRET, WRITES, writeFirstVersion } from './support/first-version';
import { writeSecondVersion } from './support/second-version';

/** How each earlier version wrote its database, by hand, so that a change of today's code does not change it. */
const EARLIER: Readonly<Record<number, (name: string) => Promise<void>>> = {
  1: writeFirstVersion,
  2: writeSecondVersion,
};

const versions = Array.from({ length: MIGRATIONS.length - 1 }, (_, at) => at + 1);

let databases = 0;
const written = async (version: number): Promise<string> => {
  const name = `earlier-${version}-${(databases += 1)}`;
  await EARLIER[version]?.(name);
  return name;
};

it('every earlier version is written by hand here', () => {
  expect(Object.keys(EARLIER)).toEqual(versions.map(String));
});

it('a database comes out of all migrations with the stores of a new one', async () => {
  const fresh = await openDatabase({ name: 'fresh' });
  for (const version of versions) {
    const db = await openDatabase({ name: await written(version) });
    expect(db.version).toBe(MIGRATIONS.length);
    expect([...db.objectStoreNames]).toEqual([...fresh.objectStoreNames]);
    for (const name of db.objectStoreNames) {
      const [then, now] = [db, fresh].map((each) => each.transaction(name).store);
      expect(then?.keyPath).toEqual(now?.keyPath);
      expect([...(then?.indexNames ?? [])]).toEqual([...(now?.indexNames ?? [])]);
    }
  }
});

it.each(versions)('of version %i, settings, secrets, last run and what is ours are kept', async (version) => {
  const db = await openDatabase({ name: await written(version) });
  const vault = createVault(db, crypto, fakeSessionStore());
  expect(await vault.get('manage.privateKey')).toBe(SECRET);
  expect(await db.get('settings', 'settings')).toMatchObject({ version: 1 });
  expect(await db.get('lastRuns', SCOPE)).toMatchObject({ watermark: '2026-11-20T10:00:00Z' });
  const journal = createJournal(db, {
    scope: SCOPE,
    connectionId: 'x',
    runId: 'next',
    task,
    resumed: 0,
    now,
  });
  expect(await journal.ownAmong([76, 77])).toEqual(new Set([77]));
  expect(await journal.parked()).toEqual(PARKED);
});

it.each(versions)(
  'of version %i, a run that was cut off has ended, and others are as they were',
  async (version) => {
    const db = await openDatabase({ name: await written(version) });
    expect(await unfinishedRuns(db)).toEqual([]);
    const newest = await newestRun(db, SCOPE);
    expect(newest).toMatchObject({ id: RUNS.cutOff, phase: 'stopped', connectionId: 'poweroffice-go' });
    const finished = await db.get('runs', RUNS.finished);
    expect(finished).toMatchObject({ phase: 'finished', resumesAt: null, counts: { updated: 1 } });
    expect(await outcomesOf(db, RUNS.finished)).toMatchObject([{ invoiceNumber: '12345', kind: 'updated' }]);
  },
);

it.each(versions)(
  'of version %i, confirmed writes can be taken back, and open ones stay open',
  async (version) => {
    const db = await openDatabase({ name: await written(version) });
    const journal = createJournal(db, {
      scope: SCOPE,
      connectionId: 'x',
      runId: RUNS.cutOff,
      task,
      resumed: 0,
      now,
    });
    expect([...(await journal.confirmedChanges(RUNS.finished))]).toEqual([['12345', WRITES.confirmed]]);
    expect(await journal.openWrites()).toEqual([{ runId: RUNS.cutOff, change: WRITES.open }]);
    expect([...(await journal.leftBehind())]).toEqual([['12347', WRITES.confirmedWithoutOutcome]]);
  },
);

const task = { kind: 'numbers', numbers: [] } as const;
const now = (): number => 0;
