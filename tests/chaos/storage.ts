import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBDatabase, IDBFactory, IDBObjectStore, IDBTransaction } from 'fake-indexeddb';
import type { EventLoop, Owner } from './event-loop';

/** What fake-indexeddb keeps beside what the standard tells. */
interface RawTransaction extends IDBTransaction {
  _state: 'active' | 'inactive' | 'committing' | 'finished';
  readonly _requests: readonly { readonly request: { readyState: string } }[];
  readonly _rollbackLog: (() => void)[];
  _started: boolean;
  _start(): void;
  _markFinished(): void;
  _execRequestAsync(request: {
    readonly operation: () => unknown;
    readonly source: object;
  }): IDBRequest<IDBValidKey>;
}

interface RawDatabase {
  readonly name: string;
  readonly transactions: readonly RawTransaction[];
  readonly connections: readonly IDBDatabase[];
  processTransactions(): void;
}

/** Whoever runs code that uses a database: which browser's it is, and what befalls it. */
export interface StorageUser extends Owner {
  readonly storage: Storage;
  /** Told of every row that is about to be stored. */
  readonly onNoted: (store: string, row: unknown) => void;
}

/** One browser's storage. */
export interface Storage {
  readonly factory: IDBFactory;
  /** While true, nothing more can be stored. */
  full: boolean;
  /** How many times it is being opened at this moment. */
  opening: number;
}

export function createStorage(): Storage {
  const factory = new IDBFactory();
  const storage: Storage = { factory, full: false, opening: 0 };
  const open = factory.open.bind(factory);
  factory.open = (...args) => {
    const whose = user();
    const request = open(...args);
    storage.opening += 1;
    const opened = (): void => void (storage.opening -= 1);
    request.addEventListener('error', opened);
    request.addEventListener('success', () => {
      opened();
      // A database that was being opened by somebody who has died since would be open for ever.
      if (whose?.isDead()) request.result.close();
    });
    return request;
  };
  return storage;
}

let loop: EventLoop | undefined;

function user(): StorageUser | null {
  return (loop?.owner() ?? null) as StorageUser | null;
}

const prototypes = {
  database: Object.getOwnPropertyDescriptors(IDBDatabase.prototype),
  transaction: Object.getOwnPropertyDescriptors(IDBTransaction.prototype),
  store: Object.getOwnPropertyDescriptors(IDBObjectStore.prototype),
};
const transaction = prototypes.database.transaction.value as IDBDatabase['transaction'];
const start = (prototypes.transaction as unknown as { _start: { value: RawTransaction['_start'] } })._start
  .value;
const put = prototypes.store.put.value as IDBObjectStore['put'];
const setImmediateOfNode = globalThis.setImmediate;

/**
 * Lets IndexedDB run on an event loop, for whoever that runs: each browser finds its own storage, the dead find one
 * in which nothing happens any more, and a full one takes nothing.
 */
export function useStorageOn(running: EventLoop | undefined): void {
  loop = running;
  globalThis.setImmediate = (
    running === undefined ? setImmediateOfNode : (work: () => void) => running.post(work)
  ) as typeof setImmediate;
}

/** For whoever runs on no event loop: other tests in this process, which may bring their own. */
let elsewhere: IDBFactory = globalThis.indexedDB;
Object.defineProperty(globalThis, 'indexedDB', {
  configurable: true,
  get: () => user()?.storage.factory ?? elsewhere,
  set: (theirs: IDBFactory) => void (elsewhere = theirs),
});

/** Who began each transaction. */
const owners = new WeakMap<IDBTransaction, StorageUser | null>();

IDBDatabase.prototype.transaction = function (this: IDBDatabase, names, mode, options) {
  if (user()?.isDead() !== true) {
    const begun = transaction.call(this, names, mode, options);
    owners.set(begun, user());
    return begun;
  }
  const stores = typeof names === 'string' ? [names] : [...names];
  // It is in no queue, so it never begins.
  return new (IDBTransaction as unknown as new (...args: unknown[]) => IDBTransaction)(
    stores,
    mode,
    'default',
    this,
  );
};

/** A transaction that waited for another one goes on in the name of whoever began it, not of whom it waited for. */
(IDBTransaction.prototype as unknown as RawTransaction)._start = function (this: RawTransaction) {
  this._started = true;
  const whose = owners.get(this);
  if (whose === undefined || whose === user()) start.call(this);
  else loop?.post(() => start.call(this), whose);
};

IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
  const whose = user();
  if (whose?.storage.full !== true) {
    whose?.onNoted(this.name, args[0]);
    return put.apply(this, args);
  }
  const operation = (): never => {
    throw new DOMException('', 'QuotaExceededError');
  };
  return (this.transaction as RawTransaction)._execRequestAsync({ operation, source: this });
};

/**
 * Leaves storage as the death of whoever used it does: what was under way is carried out or was never begun.
 * @param finished whether transactions under way are carried out
 */
export function abandon({ factory }: Storage, finished: boolean): void {
  for (const raw of databasesOf(factory)) {
    for (const each of raw.transactions.filter(({ _state }) => _state !== 'finished')) {
      if (each.mode === 'versionchange') each.abort();
      else if (!finished) rollBack(each, raw);
    }
    for (const connection of [...raw.connections]) connection.close();
  }
}

/** The user clears the browser's storage while it is in use. The product is told first, or finds it closed. */
export function clear({ factory, opening }: Storage, told: boolean): void {
  for (const raw of databasesOf(factory)) {
    if (!told || opening > 0) {
      for (const each of raw.transactions.filter(({ _state }) => _state !== 'finished')) each.abort();
      for (const connection of [...raw.connections])
        forceCloseDatabase(connection as unknown as typeof IDBDatabase);
    }
    void factory.deleteDatabase(raw.name);
  }
}

/** As if it had never been, and without a word: nobody is left to be told. */
function rollBack(undone: RawTransaction, raw: RawDatabase): void {
  for (const undo of undone._rollbackLog.reverse()) undo();
  for (const { request } of undone._requests) request.readyState = 'done';
  undone._markFinished();
  raw.processTransactions();
}

function databasesOf(factory: IDBFactory): RawDatabase[] {
  return [...(factory as unknown as { _databases: Map<string, RawDatabase> })._databases.values()];
}
