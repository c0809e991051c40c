import type { ListPage } from '@/utils/accounting/odata/client';
import Big from 'big.js';
import type { NavApi } from './api';
import { groupBy } from './group-by';
import { isKnownDocumentType } from './option-names';
import type { DetailedEntry } from './schemas';
import { numberIn } from './unreadable';

/**
 * The ledger entries that the rows of a page belong to and that may be of an invoice, each with its rows. The side of
 * the payments is left out where it shows.
 */
export function changedEntries(
  { rows, unreadable }: ListPage<DetailedEntry>,
  { detailed }: Pick<NavApi, 'detailed'>,
): ReadonlyMap<number, readonly DetailedEntry[]> {
  const byEntry = groupBy(rows, (row) => row.Ledger_Entry_No);
  for (const [entryNo, ofEntry] of byEntry) if (ofEntry.some(isNoInvoices)) byEntry.delete(entryNo);
  // A row that cannot be read still tells that its entry changed; what it lacks shows when the entry is read.
  for (const row of unreadable) {
    const entryNo = numberIn(row, detailed.column('Ledger_Entry_No'));
    if (entryNo !== null && !byEntry.has(entryNo)) byEntry.set(entryNo, []);
  }
  return byEntry;
}

/**
 * Whether the row's entry is surely none of an invoice: its first row says what it is, and an application in force
 * that raises what is open of an entry stands on the side of what settles.
 */
function isNoInvoices({ Entry_Type, Document_Type, Amount, Unapplied }: DetailedEntry): boolean {
  if (Entry_Type === 'Initial Entry')
    return Document_Type !== 'Invoice' && isKnownDocumentType(Document_Type);
  return Entry_Type === 'Application' && !Unapplied && new Big(Amount).gt(0);
}
