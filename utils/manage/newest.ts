import { Problem } from '@/utils/payments/problem';
import type { Rows } from './endpoints/records';

/** Where a kind of record can be read from its newest on. */
interface Records<T> {
  newest(count: number, signal: AbortSignal): Promise<Rows<T>>;
}

/** The newest record, to try out what may be read; null when there is none. @throws Problem */
export async function newest<T>(records: Records<T>, signal: AbortSignal): Promise<T | null> {
  const {
    records: [record],
    unreadable: [fault],
  } = await records.newest(1, signal);
  if (fault !== undefined) throw new Problem(fault.reason.code, fault.reason.params);
  return record ?? null;
}
