import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Watermark } from '@/utils/accounting/source';
import type { Change } from '@/utils/payments/change';
import type { Outcome } from '@/utils/payments/outcome';
import type { RunSummary } from '@/utils/sync/run-state';
import type { Settings } from './settings';

const NAME = 'payment-sync';
const VERSION = 1;

/**
 * Whose books and whose Manage a piece of memory belongs to: Manage site, company, member and accounting
 * connection, joined to one text by {@link scopeOf}.
 */
export type Scope = string & { readonly __scope: unique symbol };

/** The last run that lost nothing. */
export interface LastRun {
  readonly scope: Scope;
  /** Epoch ms at which that run began, by this browser's clock: for people. */
  readonly startedAt: number;
  /** Where the next run takes up the books: for the source. */
  readonly watermark: Watermark;
}

/** A payment record of Manage that this browser made or was allowed to take over. */
export interface OwnRecord {
  readonly scope: Scope;
  readonly recordId: number;
}

/** An invoice that failed, taken along by the next run whatever its start date. */
export interface ParkedInvoice {
  readonly scope: Scope;
  readonly number: string;
  /** Epoch ms. */
  readonly since: number;
}

/** A write to Manage: noted before it is sent, and again when Manage has confirmed it. */
export interface WriteEntry {
  readonly runId: string;
  readonly invoiceNumber: string;
  readonly change: Change;
  readonly confirmed: boolean;
}

export interface PaymentSyncDatabase extends DBSchema {
  settings: { key: 'settings'; value: Settings };
  secrets: { key: string; value: { iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer } };
  keys: { key: 'vault'; value: CryptoKey };
  lastRuns: { key: Scope; value: LastRun };
  runs: { key: string; value: RunSummary & { readonly scope: Scope }; indexes: { startedAt: number } };
  outcomes: { key: [string, string]; value: Outcome & { readonly runId: string } };
  writes: { key: [string, string]; value: WriteEntry };
  parked: { key: [Scope, string]; value: ParkedInvoice; indexes: { scope: Scope } };
  ownRecords: { key: [Scope, number]; value: OwnRecord; indexes: { scope: Scope } };
}

export type Database = IDBPDatabase<PaymentSyncDatabase>;

/** Opens this browser's database, creating what is missing. Only the background worker does this. */
export function openDatabase(name = NAME): Promise<Database> {
  return openDB<PaymentSyncDatabase>(name, VERSION, {
    upgrade(db) {
      db.createObjectStore('settings');
      db.createObjectStore('secrets');
      db.createObjectStore('keys');
      db.createObjectStore('lastRuns', { keyPath: 'scope' });
      db.createObjectStore('runs', { keyPath: 'id' }).createIndex('startedAt', 'startedAt');
      db.createObjectStore('outcomes', { keyPath: ['runId', 'invoiceNumber'] });
      db.createObjectStore('writes', { keyPath: ['runId', 'invoiceNumber'] });
      db.createObjectStore('parked', { keyPath: ['scope', 'number'] }).createIndex('scope', 'scope');
      db.createObjectStore('ownRecords', { keyPath: ['scope', 'recordId'] }).createIndex('scope', 'scope');
    },
  });
}

/** One text for the four things that memory is kept by. None of them holds a line break. */
export function scopeOf(site: string, company: string, member: string, connection: string): Scope {
  return [site, company, member, connection].join('\n') as Scope;
}
