import Big from 'big.js';
import type { IsoDate } from '@/utils/payments/iso-date';
import type { LedgerHead, LedgerRow } from './schemas';

/** What is owed by one posting, with everything that was ever booked on it. */
export interface LedgerEntry {
  readonly entryNo: number;
  readonly open: boolean;
  readonly postedOn: IsoDate | null;
  readonly closedOn: IsoDate | null;
  /** The customer who is billed, or the vendor who is paid. */
  readonly accountNumber: string;
  readonly documentNumber: string;
  /** In the company's own currency. */
  readonly original: Big;
  /** In the order in which they were committed, the first one included. */
  readonly rows: readonly LedgerRow[];
}

const INITIAL = 'Initial Entry';

/** Whether the row is the first of a ledger entry: by its name, since the flag beside it marks others too. */
export function isInitial({ type }: LedgerHead): boolean {
  return type === INITIAL;
}

/** Whether a ledger entry that begins with this row can be an invoice's; a reversal has an opposite amount. */
export function beginsInvoice(row: LedgerHead): boolean {
  return isInitial(row) && row.documentType === 'Invoice' && new Big(row.amount).gte(0);
}

/** The ledger entries of invoices among these rows, which must hold all rows of each. Rows may come twice. */
export function invoiceEntries(rows: Iterable<LedgerRow>): LedgerEntry[] {
  const byEntry = new Map<number, Map<number, LedgerRow>>();
  for (const row of rows) {
    const entry = byEntry.get(row.entryNo) ?? new Map<number, LedgerRow>();
    byEntry.set(row.entryNo, entry.set(row.detailNo, row));
  }
  return [...byEntry.values()].flatMap((entry) => {
    const sorted = [...entry.values()].sort((a, b) => a.detailNo - b.detailNo);
    const first = sorted.find(beginsInvoice);
    const last = sorted.at(-1);
    if (first === undefined || last === undefined) return [];
    return [
      {
        entryNo: first.entryNo,
        open: last.open,
        postedOn: last.postedOn,
        closedOn: last.closedOn,
        accountNumber: first.accountNo,
        documentNumber: first.documentNo,
        original: new Big(first.amount),
        rows: sorted,
      },
    ];
  });
}

/**
 * The rows that still count: undoing an application books it once more with the opposite sign, and marks neither row
 * in a way that this API shows.
 */
export function rowsInForce({ rows }: LedgerEntry): readonly LedgerRow[] {
  const left: LedgerRow[] = [];
  for (const row of rows) {
    const undone = left.findLastIndex(
      (earlier) =>
        earlier.type === row.type &&
        earlier.documentType === row.documentType &&
        earlier.documentNo === row.documentNo &&
        !isInitial(earlier) &&
        new Big(earlier.amount).plus(row.amount).eq(0),
    );
    if (undone === -1) left.push(row);
    else left.splice(undone, 1);
  }
  return left;
}
