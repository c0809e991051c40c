import type { ScriptedPage } from './scripted-page';

/** How a run of many is remembered: the numbers of its invoices, as they are ordered. */
export interface LargeRun {
  readonly first: string;
  readonly last: string;
}

/**
 * Has the browser remember a sync that has just ended and updated so many invoices, by what it remembers of the newest one: 10,000
 * real ones would take ten minutes by Manage's limit. Each invoice is over a little more than the one before.
 * @param ownPage a page of the extension, in whose database it is written
 */
export async function rememberLargeRun(ownPage: ScriptedPage, invoices: number): Promise<LargeRun> {
  return ownPage.evaluate(async (count) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('The database cannot be used'));
      });
    const numberOf = (at: number): string => `L${String(at).padStart(5, '0')}`;
    const database = await done(indexedDB.open('payment-sync'));
    const transaction = database.transaction(['runs', 'outcomes'], 'readwrite');
    const runs = transaction.objectStore('runs');
    const [newest] = (await done(runs.index('startedAt').getAll())).reverse() as Record<string, unknown>[];
    const run = { ...newest, id: 'large', mode: 'sync', phase: 'finished', failure: null, notes: [] };
    const counts = { updated: count, unchanged: 0, 'not-found': 0, skipped: 0, failed: 0 };
    const ended = { startedAt: Date.now(), finishedAt: Date.now(), found: count, done: count, counts };
    await done(runs.put({ ...run, ...ended }));
    const outcomes = transaction.objectStore('outcomes');
    for (let at = 1; at <= count; at += 1) {
      const money = (minor: number) => ({ minor, currency: 'NOK' });
      outcomes.put({
        runId: 'large',
        basis: String(at),
        invoiceNumber: numberOf(at),
        kind: 'updated',
        reasons: [],
        company: `Customer ${at % 97}`,
        manageId: at,
        total: money(100_000 + at),
        change: {
          action: 'create',
          strategy: 'payment-record',
          invoiceId: at,
          invoiceNumber: numberOf(at),
          from: { amount: null, date: null },
          to: { amount: money(100_000 + at), date: '2026-11-02' },
        },
      });
    }
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(new Error('The run was not kept'));
    });
    database.close();
    return { first: numberOf(1), last: numberOf(count) };
  }, invoices);
}
