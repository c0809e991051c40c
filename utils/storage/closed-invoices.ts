import { z } from 'zod/mini';
import type { ClosedInvoicesTried } from '@/utils/payments/closed-invoices';
import type { Database } from './database';
import type { ManageSettings } from './settings';
import { withStorageProblems } from './storage-problem';

const triedSchema = z.object({ number: z.string(), changeable: z.boolean(), detail: z.string() });

/** Keeps for one Manage what trying a closed invoice has shown, until it is tried again. */
export interface ClosedInvoices {
  /** Null before it was ever tried. */
  readonly read: () => Promise<ClosedInvoicesTried | null>;
  readonly write: (tried: ClosedInvoicesTried) => Promise<void>;
}

/** @throws Problem `storageFull`, `storageGone` or `storageFailed` from every call */
export function createClosedInvoices(
  db: Database,
  { site, companyId }: Pick<ManageSettings, 'site' | 'companyId'>,
): ClosedInvoices {
  const key = `closed invoices\n${site}\n${companyId}`;
  return withStorageProblems({
    async read() {
      const kept = await db.get('sourceMemories', key);
      return kept === undefined ? null : triedSchema.parse(JSON.parse(kept));
    },
    async write(tried: ClosedInvoicesTried) {
      await db.put('sourceMemories', JSON.stringify(tried), key);
    },
  });
}
