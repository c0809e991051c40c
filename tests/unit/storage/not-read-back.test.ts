import { beforeEach, expect, it } from 'vitest';
import type { Database, RunRecord } from '@/utils/storage/database';
import { scopeOf } from '@/utils/storage/database';
import { notReadBack } from '@/utils/storage/not-read-back';
import { createTally } from '@/utils/sync/tally';
import { created } from '../sync/support/plans';
import { freshDatabase, journalOf, SCOPE } from '../sync/support/run';

const NOW = 100 * 60_000;

let db: Database;
beforeEach(async () => {
  db = await freshDatabase();
});

/** A run that wrote to one invoice, and noted with this basis what became of it, if it did at all. */
async function aRun(basis: string | null, more: Partial<RunRecord> = {}): Promise<void> {
  const journal = journalOf(db, 'before');
  await journal.saveSummary(createTally('before', 'sync', 0).summary());
  await db.put('runs', { ...(await db.get('runs', 'before')), ...more } as RunRecord);
  await journal.intend(created(7, '1'));
  await journal.confirm(created(7, '1'));
  if (basis !== null) await journal.record({ invoiceNumber: '1', kind: 'updated', reasons: [] }, basis);
}

const unread = async (): Promise<string[]> => [
  ...(await notReadBack(db, { scope: SCOPE, runId: 'now', now: NOW })),
];

it.each<[string, string | null, Partial<RunRecord>, string[]]>([
  ['a minute ago and did not read back', '', { finishedAt: NOW - 60_000 }, ['1']],
  ['and died before it told of it', null, { finishedAt: null }, ['1']],
  ['and read back', 'seen', { finishedAt: NOW - 60_000 }, []],
  ['ten minutes ago and did not read back', '', { finishedAt: NOW - 600_000 }, []],
  ['by a clock that was set back since', '', { finishedAt: NOW + 3_600_000 }, ['1']],
  [
    'to another member’s invoices',
    '',
    { finishedAt: NOW, scope: scopeOf('na.myconnectwise.net', 'nordit', 'berit', 'poweroffice-go') },
    [],
  ],
])('a run that wrote %s', async (_, basis, more, expected) => {
  await aRun(basis, more);
  expect(await unread()).toEqual(expected);
});

it('a write that was never confirmed is found out about elsewhere', async () => {
  const journal = journalOf(db, 'before');
  await journal.saveSummary(createTally('before', 'sync', 0).summary());
  await journal.intend(created(7, '1'));
  expect(await unread()).toEqual([]);
});

it('a run knows of its own writes by itself', async () => {
  await aRun('', { finishedAt: null });
  expect(await notReadBack(db, { scope: SCOPE, runId: 'before', now: NOW })).toEqual(new Set());
});
