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
  return new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        try {
          const answer: unknown = Reflect.apply(value, target, args);
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
