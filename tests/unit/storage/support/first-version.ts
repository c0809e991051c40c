/*
 * The database as version 1 wrote it: stores, key paths and rows as they were then, with nothing of today's code.
 */
const SCOPE = 'na.myconnectwise.net\nnordit\nanna\npoweroffice-go';

export const SECRET = 'hemmelig nøkkel';
export const PARKED = ['20001', '20002'];
export const RUNS = { finished: 'run-1', cutOff: 'run-2' } as const;

const nok = (minor: number): object => ({ minor, currency: 'NOK' });
const change = (invoiceId: number, invoiceNumber: string, more: object): object => ({
  invoiceId,
  invoiceNumber,
  strategy: 'payment-record',
  action: 'create',
  from: { amount: null, date: null },
  to: { amount: nok(125_000), date: '2026-11-18' },
  ...more,
});

export const WRITES = {
  confirmed: change(1, '12345', {}),
  open: change(2, '12346', { action: 'update', recordId: 77 }),
  confirmedWithoutOutcome: change(3, '12347', { strategy: 'custom-fields' }),
};

export const summary = (id: string, phase: string, startedAt: number): object => ({
  id,
  mode: 'sync',
  phase,
  startedAt,
  finishedAt: phase === 'running' ? null : startedAt + 5,
  found: 3,
  done: 1,
  counts: { updated: 1, unchanged: 0, 'not-found': 0, skipped: 0, failed: 0 },
  failure: null,
  notes: [],
  scope: SCOPE,
});

type Rows = Record<string, readonly (readonly [row: unknown, key?: string])[]>;

/** What has never changed its shape since: settings, a sealed secret, the last run, what is parked and what is ours. */
export async function lastingRows(): Promise<Rows> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(SECRET));
  return {
    settings: [[{ version: 1, manage: null, connections: [], invoiceSearch: {} }, 'settings']],
    secrets: [[{ iv, sealed }, 'manage.privateKey']],
    keys: [[key, 'vault']],
    lastRuns: [[{ scope: SCOPE, startedAt: 10, watermark: '2026-11-20T10:00:00Z' }]],
    parked: PARKED.map((number) => [{ scope: SCOPE, number, since: 10 }] as const),
    ownRecords: [[{ scope: SCOPE, recordId: 77 }]],
  };
}

/** Writes a database of version 1 with a finished run, one cut off in the middle, and everything else there was. */
export async function writeFirstVersion(name: string): Promise<void> {
  await writeRows(await createStores(name), {
    ...(await lastingRows()),
    runs: [[summary(RUNS.finished, 'finished', 10)], [summary(RUNS.cutOff, 'running', 20)]],
    outcomes: [
      [
        {
          runId: RUNS.finished,
          invoiceNumber: '12345',
          kind: 'updated',
          change: WRITES.confirmed,
          reasons: [],
        },
      ],
    ],
    writes: [
      [{ runId: RUNS.finished, invoiceNumber: '12345', change: WRITES.confirmed, confirmed: true }],
      [{ runId: RUNS.cutOff, invoiceNumber: '12346', change: WRITES.open, confirmed: false }],
      [
        {
          runId: RUNS.cutOff,
          invoiceNumber: '12347',
          change: WRITES.confirmedWithoutOutcome,
          confirmed: true,
        },
      ],
    ],
  });
}

/** Puts rows into an open database and closes it. */
export async function writeRows(db: IDBDatabase, rows: Rows): Promise<void> {
  const transaction = db.transaction(Object.keys(rows), 'readwrite');
  for (const [store, entries] of Object.entries(rows)) {
    for (const [row, key] of entries) transaction.objectStore(store).put(row, key);
  }
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  db.close();
}

/** An open database without any rows, of version 1, or of a later one with the stores it had beside these. */
export function createStores(
  name: string,
  version = 1,
  more: (db: IDBDatabase) => void = () => undefined,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    const db = request.result;
    db.createObjectStore('settings');
    db.createObjectStore('secrets');
    db.createObjectStore('keys');
    db.createObjectStore('lastRuns', { keyPath: 'scope' });
    db.createObjectStore('runs', { keyPath: 'id' }).createIndex('startedAt', 'startedAt');
    db.createObjectStore('outcomes', { keyPath: ['runId', 'invoiceNumber'] });
    db.createObjectStore('writes', { keyPath: ['runId', 'invoiceNumber'] });
    db.createObjectStore('parked', { keyPath: ['scope', 'number'] }).createIndex('scope', 'scope');
    db.createObjectStore('ownRecords', { keyPath: ['scope', 'recordId'] }).createIndex('scope', 'scope');
    more(db);
  };
  return new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
}
