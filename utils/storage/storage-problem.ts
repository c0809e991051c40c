import { Problem } from '@/utils/payments/problem';
import type { ReasonCode } from '@/utils/payments/reason';

/** What IndexedDB's own errors mean for people. Source: https://www.w3.org/TR/IndexedDB-3/#exceptions */
const CODES: Readonly<Record<string, ReasonCode>> = {
  QuotaExceededError: 'storageFull',
  VersionError: 'storageNewer',
  BlockedError: 'storageBlocked',
  InvalidStateError: 'storageGone',
  NotFoundError: 'storageGone',
  TransactionInactiveError: 'storageGone',
  AbortError: 'storageFull',
};

/** Any error of the database as a Problem. */
export function storageProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return new Problem(CODES[name] ?? 'storageFailed', {}, { cause: error });
}
