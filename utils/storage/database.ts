import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Watermark } from '@/utils/accounting/source';
import type { HostUse } from '@/utils/http/rate-limit';
import type { Change } from '@/utils/payments/change';
import type { Outcome } from '@/utils/payments/outcome';
import type { RunSummary } from '@/utils/sync/run-state';
import type { RunTask } from '@/utils/sync/run-task';
import { allOrNothing } from './all-or-nothing';
import type { Attention } from './attention';
import { guardedDatabase } from './guarded-database';
import type { KnownInvoice } from './known-invoices';
import { MIGRATIONS } from './migrations';
import type { ReadBy } from './read-by';
import type { OwnSettings } from './own-settings';
import type { ShownPage } from './shown-page';
import { storageProblem } from './storage-problem';

const NAME = 'payment-sync';

/**
 * Whose books and whose Manage a piece of memory belongs to: Manage site, company, member and accounting
 * connection with the books it reads, joined to one text by {@link scopeOf}.
 */
export type Scope = string & { readonly __scope: unique symbol };

/** The last run that lost nothing. */
export interface LastRun {
  readonly scope: Scope;
  /** Epoch ms at which that run began, by this browser's clock: for people. */
  readonly startedAt: number;
  /** Where the next run takes up the books: for the source. */
  readonly watermark: Watermark;
  /** Left out by versions before it was remembered. */
  readonly readBy?: ReadBy;
}

/** A payment record of Manage that this browser made or was allowed to take over. */
interface OwnRecord {
  readonly scope: Scope;
  readonly recordId: number;
}

/** An invoice that failed, taken along by the next run whatever its start date. */
interface ParkedInvoice {
  readonly scope: Scope;
  readonly number: string;
  /** Epoch ms. */
  readonly since: number;
}

/** A number of the books that Manage did not hold. */
interface MissingInvoice {
  readonly scope: Scope;
  readonly number: string;
  /** Epoch ms at which a run first found out. */
  readonly since: number;
}

/** What one run wrote to one invoice. */
export interface WriteEntry {
  readonly runId: string;
  readonly invoiceNumber: string;
  /** A write that was noted and whose answer is not known yet. */
  readonly open: Change | null;
  /** What Manage has confirmed, from what the invoice showed before the run. */
  readonly settled: Change | null;
}

/** A run, with what it takes to go on with it. */
export interface RunRecord extends RunSummary {
  readonly scope: Scope;
  readonly connectionId: string;
  readonly task: RunTask;
  /** How often it was taken up again. */
  readonly resumed: number;
  /** As it was when the run began; left out by versions before it was remembered. */
  readonly readBy?: ReadBy;
}

/** An outcome, with the fingerprint of what it was based on. */
interface OutcomeEntry extends Outcome {
  readonly runId: string;
  readonly basis: string;
}

/** What was shown of the pages of one Manage site. */
interface SiteShown {
  readonly site: string;
  readonly pages: readonly ShownPage[];
}

/** A secret that only the key of this browser opens. */
export interface SealedSecret {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

export interface PaymentSyncDatabase extends DBSchema {
  /** What the user has set, and where keys are kept now, which a policy may have a say in. */
  settings: { key: 'settings' | 'kept'; value: OwnSettings };
  secrets: { key: string; value: SealedSecret };
  keys: { key: 'vault'; value: CryptoKey };
  lastRuns: { key: Scope; value: LastRun };
  runs: { key: string; value: RunRecord; indexes: { startedAt: number } };
  outcomes: { key: [string, string]; value: OutcomeEntry };
  writes: { key: [string, string]; value: WriteEntry };
  parked: { key: [Scope, string]; value: ParkedInvoice; indexes: { scope: Scope } };
  notFound: { key: [Scope, string]; value: MissingInvoice; indexes: { scope: Scope } };
  ownRecords: { key: [Scope, number]; value: OwnRecord; indexes: { scope: Scope } };
  limits: { key: string; value: readonly HostUse[] };
  /** What sources remember, by the books they read; and what trying has shown of a Manage, by its site and company. */
  sourceMemories: { key: string; value: string };
  attention: { key: 'attention'; value: Attention };
  knownInvoices: { key: [Scope, string]; value: KnownInvoice; indexes: { seenAt: number } };
  shownPages: { key: string; value: SiteShown };
}

export type Database = IDBPDatabase<PaymentSyncDatabase>;

export interface OpenOptions {
  readonly name?: string;
  /** Told when the database can no longer be used: it was deleted, or a newer version of the product wants it. */
  readonly onGone?: () => void;
}

/**
 * Opens this browser's database, bringing it up to date: wholly, or not at all.
 * @throws Problem `storageFailed`, `storageFull`, `storageNewer` or `storageBlocked`
 */
export async function openDatabase({
  name = NAME,
  onGone = () => undefined,
}: OpenOptions = {}): Promise<Database> {
  let failure: unknown;
  try {
    const db = await new Promise<Database>((resolve, reject) => {
      let waiting = true;
      const opened = openDB<PaymentSyncDatabase>(name, MIGRATIONS.length, {
        upgrade(upgraded, from, _to, transaction) {
          const migrated = allOrNothing(transaction, async () => {
            for (const migrate of MIGRATIONS.slice(from)) await migrate(upgraded, transaction);
          });
          // Opening fails with it, but does not say why.
          migrated.catch((error: unknown) => (failure = error));
        },
        blocked() {
          waiting = false;
          reject(new DOMException('another version is open', 'BlockedError'));
        },
        // Another copy of the extension wants to upgrade: it must not wait for this one.
        blocking: (_from, _to, event) => {
          (event.target as IDBDatabase).close();
          onGone();
        },
        terminated: onGone,
      });
      opened.then((late) => {
        // Nobody waits for a database that was blocked, and left open it would block the next one.
        if (waiting) resolve(late);
        else late.close();
      }, reject);
    });
    return guardedDatabase(db, onGone);
  } catch (error) {
    throw storageProblem(failure ?? error, 'opening');
  }
}

/**
 * One text for the things that memory is kept by. None of them holds a line break.
 * @param books the connection and what it reads, as `booksOf` tells it
 */
export function scopeOf(site: string, company: string, member: string, books: string): Scope {
  return [site, company, member, books].join('\n') as Scope;
}

/** Whether this piece of memory is of these books. */
export function isOfBooks(scope: Scope, books: string): boolean {
  return scope.endsWith(`\n${books}`);
}
