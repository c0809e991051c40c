import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import { Problem } from '@/utils/payments/problem';
import type { ReasonCode } from '@/utils/payments/reason';
import { inParallel } from './in-parallel';

/** Manage asks for little parallelism and answers 429 to much. Source: ConnectWise Developer Guide. */
const AT_ONCE = 3;

/** Refusals that meet every invoice alike: the sign-in, the member's role, the address. */
const CONCERNS_ALL: readonly ReasonCode[] = [
  'manageSignedOut',
  'manageKeysRefused',
  'manageForbidden',
  'manageApiHostNeeded',
  'hostPermissionMissing',
];

/**
 * Reads something of every invoice, a few at a time. An invoice that cannot be read has its problem in the map.
 * @throws Problem that would meet every invoice; the signal's reason
 */
export async function readEach<T>(
  invoices: readonly ManageInvoice[],
  read: (invoice: ManageInvoice) => Promise<T>,
): Promise<ReadonlyMap<number, T | Problem>> {
  const entries = await inParallel(invoices, AT_ONCE, async (invoice): Promise<[number, T | Problem]> => {
    try {
      return [invoice.id, await read(invoice)];
    } catch (error) {
      if (!(error instanceof Problem) || CONCERNS_ALL.includes(error.reason.code)) throw error;
      return [invoice.id, error];
    }
  });
  return new Map(entries);
}
