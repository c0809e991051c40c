import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Outcome } from '@/utils/payments/outcome';
import type { Watermark } from '@/utils/accounting/source';
import type { Settings } from './settings';

const NAME = 'payment-sync';
const VERSION = 1;

/** The last run that lost nothing, for one Manage site, company, member and connection. */
export interface LastRun {
  readonly scope: string;
  /** Epoch ms at which that run began, by this browser's clock: for people. */
  readonly startedAt: number;
  /** Where the next run takes up the books: for the source. */
  readonly watermark: Watermark;
}

/** A payment record of Manage that this browser made or was allowed to take over. */
export interface OwnRecord {
  readonly scope: string;
  readonly recordId: number;
  readonly invoiceId: number;
}

/** An invoice that failed, taken along by the next run whatever its start date. */
export interface ParkedInvoice {
  readonly scope: string;
  readonly number: string;
  readonly since: number;
}

/** One run, as kept in this browser's history. */
export interface RunRecord {
  readonly id: string;
  readonly scope: string;
  readonly startedAt: number;
  readonly finishedAt: number | null;
}

export interface PaymentSyncDatabase extends DBSchema {
  settings: { key: 'settings'; value: Settings };
  secrets: { key: string; value: { iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer } };
  keys: { key: 'vault'; value: CryptoKey };
  lastRuns: { key: string; value: LastRun };
  runs: { key: string; value: RunRecord; indexes: { startedAt: number } };
  outcomes: { key: [string, string]; value: Outcome & { readonly runId: string } };
  parked: { key: [string, string]; value: ParkedInvoice; indexes: { scope: string } };
  ownRecords: { key: [string, number]; value: OwnRecord; indexes: { scope: string } };
}

export type Database = IDBPDatabase<PaymentSyncDatabase>;

/** Opens this browser's database, creating what is missing. Only the background worker does this. */
export function openDatabase(): Promise<Database> {
  return openDB<PaymentSyncDatabase>(NAME, VERSION, {
    upgrade(db) {
      db.createObjectStore('settings');
      db.createObjectStore('secrets');
      db.createObjectStore('keys');
      db.createObjectStore('lastRuns', { keyPath: 'scope' });
      db.createObjectStore('runs', { keyPath: 'id' }).createIndex('startedAt', 'startedAt');
      db.createObjectStore('outcomes', { keyPath: ['runId', 'invoiceNumber'] });
      db.createObjectStore('parked', { keyPath: ['scope', 'number'] }).createIndex('scope', 'scope');
      db.createObjectStore('ownRecords', { keyPath: ['scope', 'recordId'] }).createIndex('scope', 'scope');
    },
  });
}
