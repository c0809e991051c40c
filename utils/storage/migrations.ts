import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { PaymentSyncDatabase } from './database';

type Migration = (
  db: IDBPDatabase<PaymentSyncDatabase>,
  transaction: IDBPTransaction<PaymentSyncDatabase, StoreNames<PaymentSyncDatabase>[], 'versionchange'>,
) => void | Promise<void>;

/** Rows of an earlier version, before they are brought up to date. */
type Row = Record<string, unknown>;

/** What brings a database from each version to the next. Never changed once published; only added to. */
export const MIGRATIONS: readonly Migration[] = [createStores, keepRunsToGoOnWith, knowInvoicesAndPages];

function createStores(db: Parameters<Migration>[0]): void {
  db.createObjectStore('settings');
  db.createObjectStore('secrets');
  db.createObjectStore('keys');
  db.createObjectStore('lastRuns', { keyPath: 'scope' });
  db.createObjectStore('runs', { keyPath: 'id' }).createIndex('startedAt', 'startedAt');
  db.createObjectStore('outcomes', { keyPath: ['runId', 'invoiceNumber'] });
  db.createObjectStore('writes', { keyPath: ['runId', 'invoiceNumber'] });
  db.createObjectStore('parked', { keyPath: ['scope', 'number'] }).createIndex('scope', 'scope');
  db.createObjectStore('ownRecords', { keyPath: ['scope', 'recordId'] }).createIndex('scope', 'scope');
}

/** Runs learn what they are about, writes keep what is open apart from what is confirmed, limits outlive the worker. */
async function keepRunsToGoOnWith(...[db, transaction]: Parameters<Migration>): Promise<void> {
  db.createObjectStore('limits');
  const change = async (name: 'runs' | 'outcomes' | 'writes', to: (row: Row) => Row): Promise<void> => {
    const store = transaction.objectStore(name);
    for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue()) {
      await cursor.update(to(cursor.value as unknown as Row) as never);
    }
  };
  await change('runs', (run) => ({
    ...run,
    // A run that nobody knows the task of cannot be gone on with.
    phase: run.phase === 'running' ? 'stopped' : run.phase,
    resumesAt: null,
    resumed: 0,
    connectionId: String(run.scope).split('\n').at(-1),
    task: { kind: 'numbers', numbers: [] },
  }));
  await change('outcomes', (outcome) => ({ ...outcome, basis: '' }));
  await change('writes', ({ change: written, confirmed, ...key }) => ({
    ...key,
    open: confirmed === true ? null : written,
    settled: confirmed === true ? written : null,
  }));
}

/**
 * What is known of an invoice, which numbers Manage did not hold, and what sources remember, outlives the runs that
 * taught it; what needed a person
 * outlives the worker. Users show where invoice numbers stand on their pages.
 */
function knowInvoicesAndPages(db: Parameters<Migration>[0]): void {
  db.createObjectStore('knownInvoices', { keyPath: ['scope', 'number'] }).createIndex('seenAt', 'seenAt');
  db.createObjectStore('shownPages', { keyPath: 'site' });
  db.createObjectStore('sourceMemories');
  db.createObjectStore('attention');
  db.createObjectStore('notFound', { keyPath: ['scope', 'number'] }).createIndex('scope', 'scope');
}
