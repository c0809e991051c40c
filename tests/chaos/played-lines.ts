import type { Ledger } from '@/utils/payments/accounting-invoice';
import { lineId } from '@/utils/storage/line-id';

/** The one connection. */
export const CONNECTION_ID = 'poweroffice-go';

/** The id by which everybody names the line of a ledger. */
export const lineOf = (ledger: Ledger): string => lineId(CONNECTION_ID, ledger);

/** The ledger that a line is about. */
export const ledgerOf = (line: string): Ledger => (line === CONNECTION_ID ? 'receivable' : 'payable');

/** Which ledger the number of an outcome is from: small stories call bills and orders by a letter before the number. */
export const ledgerOfNumber = (number: string): Ledger => (/^\d/.test(number) ? 'receivable' : 'payable');
