import { Problem } from '@/utils/payments/problem';
import type { ReasonCode } from '@/utils/payments/reason';

/**
 * What IndexedDB's own errors mean for people. Source: https://www.w3.org/TR/IndexedDB-3/#exceptions, and for
 * `AbortError` https://www.w3.org/TR/IndexedDB-3/#closing-connection: the browser closed the database by force.
 */
const IN_USE: Readonly<Record<string, ReasonCode>> = {
  QuotaExceededError: 'storageFull',
  InvalidStateError: 'storageGone',
  NotFoundError: 'storageGone',
  TransactionInactiveError: 'storageGone',
  AbortError: 'storageGone',
};

/** A database that does not open at all is not gone: private windows of some browsers refuse with InvalidStateError. */
const WHILE_OPENING: Readonly<Record<string, ReasonCode>> = {
  QuotaExceededError: 'storageFull',
  VersionError: 'storageNewer',
  BlockedError: 'storageBlocked',
};

/** Any error of the database as a Problem. */
export function storageProblem(error: unknown, when: 'in use' | 'opening' = 'in use'): Problem {
  if (error instanceof Problem) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  const codes = when === 'opening' ? WHILE_OPENING : IN_USE;
  return new Problem(codes[name] ?? 'storageFailed', {}, { cause: error });
}

/** The same object, whose methods throw Problems instead of the database's own errors. */
export function withStorageProblems<T extends object>(object: T): T {
  const entries = Object.entries(object) as [string, (...args: never[]) => Promise<unknown>][];
  return Object.fromEntries(
    entries.map(([name, call]) => [
      name,
      (...args: never[]) =>
        call(...args).catch((error: unknown) => {
          throw storageProblem(error);
        }),
    ]),
  ) as T;
}
