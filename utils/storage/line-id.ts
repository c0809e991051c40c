import type { Ledger } from '@/utils/payments/accounting-invoice';

/** No id of a connection holds a colon. */
const OF_BILLS = ':bills';

/**
 * What the runs of one ledger of a connection are kept by: of what customers owe the connection's own id, so that what
 * was remembered before bills were read stays.
 */
export function lineId(connectionId: string, ledger: Ledger): string {
  return ledger === 'payable' ? connectionId + OF_BILLS : connectionId;
}
