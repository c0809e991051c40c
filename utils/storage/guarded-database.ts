import type { Database } from './database';
import { storageProblem } from './storage-problem';

/**
 * The same database, whose own methods throw Problems. What goes wrong within a transaction is still the database's
 * own error. A database that turns out to be gone is told of, so that it is opened anew.
 */
export function guardedDatabase(db: Database, onGone: () => void): Database {
  const told = (error: unknown): Error => {
    const problem = storageProblem(error);
    if (problem.reason.code === 'storageGone') onGone();
    return problem;
  };
  const attended = withEndsHeard(db);
  return new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const self = name in IDBDatabase.prototype ? target : attended;
      return (...args: unknown[]) => {
        try {
          const answer: unknown = Reflect.apply(value, self, args);
          return answer instanceof Promise
            ? answer.catch((error: unknown) => {
                throw told(error);
              })
            : answer;
        } catch (error) {
          throw told(error);
        }
      };
    },
  });
}

/**
 * The database as its shortcuts (`get`, `getAll` …) see it. For each of them idb promises the end of a transaction, which
 * nobody hears of after a read; were it broken off, the browser would list that as an error of the extension, beside
 * the one that the read itself is told with.
 */
function withEndsHeard(db: Database): Database {
  return new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (name !== 'transaction' || typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        const begun = Reflect.apply(value, target, args) as { readonly done: Promise<void> };
        begun.done.catch(() => undefined);
        return begun;
      };
    },
  });
}
