import type { BooksView } from '@/utils/payments/books-view';
import type { Change } from '@/utils/payments/change';
import { allOrNothing } from './all-or-nothing';
import type { Database, Scope } from './database';

/** So many invoices of all connections are known in this browser, and none that nobody met for so many days. */
export const INVOICES_KNOWN = 20_000;
const DAYS_KNOWN = 400;

/** The last write to Manage that this browser made for an invoice. Moments are epoch ms. */
export interface LastWrite {
  /** When Manage had confirmed it. */
  readonly at: number;
  /** When the run began that made it. */
  readonly runStartedAt: number;
  /** Whether it took back what another run wrote. */
  readonly undo: boolean;
  readonly change: Change;
}

/** What this browser knows of an invoice, whatever became of the runs that taught it. */
export interface KnownInvoice {
  readonly scope: Scope;
  readonly number: string;
  /** Epoch ms at which something was last learnt of it. */
  readonly seenAt: number;
  /** What the books said, and when; null while only a write is known. */
  readonly books: { readonly said: BooksView; readonly at: number } | null;
  readonly written: LastWrite | null;
}

/** The key of an invoice and what is learnt of it. */
export type Learnt = Pick<KnownInvoice, 'scope' | 'number' | 'seenAt'> &
  Partial<Pick<KnownInvoice, 'books' | 'written'>>;

interface KnownStore {
  get(key: [Scope, string]): Promise<KnownInvoice | undefined>;
  put(invoice: KnownInvoice): Promise<unknown>;
}

/** Adds what is learnt of an invoice to what is known, within a transaction of the caller's. */
export async function learnIn(store: KnownStore, learnt: Learnt): Promise<void> {
  const known = await store.get([learnt.scope, learnt.number]);
  await store.put({ books: null, written: null, ...known, ...learnt });
}

/** The same in a transaction of its own. */
export async function learnInvoice(db: Database, learnt: Learnt): Promise<void> {
  const transaction = db.transaction('knownInvoices', 'readwrite');
  await allOrNothing(transaction, () => learnIn(transaction.store, learnt));
}

/** Forgets invoices that are too many or that nobody has met for long. @param now epoch ms */
export async function pruneKnownInvoices(db: Database, now: number): Promise<void> {
  const tooOld = now - DAYS_KNOWN * 86_400_000;
  const transaction = db.transaction('knownInvoices', 'readwrite');
  await allOrNothing(transaction, async () => {
    const { store } = transaction;
    let surplus = (await store.count()) - INVOICES_KNOWN;
    for (let at = await store.index('seenAt').openCursor(); at; at = await at.continue()) {
      if (surplus <= 0 && at.value.seenAt >= tooOld) break;
      await at.delete();
      surplus -= 1;
    }
  });
}
