import type { AccountingSource } from '@/utils/accounting/source';
import type { NavApi, NavConnection } from './api';
import { readChanges } from './changes';
import { createInvoiceReader } from './invoice-reader';
import { laterWatermark, reachesBack } from './watermark';

export interface NavSourceOptions {
  readonly api: NavApi;
  readonly connection: NavConnection;
  /** Epoch ms by this computer's clock. */
  readonly now: () => number;
}

/** NAV, or Business Central on premises, as an accounting source: invoices by the entries of their ledger. */
export function createNavSource({ api, connection, now }: NavSourceOptions): AccountingSource {
  const reader = createInvoiceReader({ api, connection });
  return {
    capabilities: {
      ledgers: [api.pages.ledger],
      exactPaidDate: true,
      creditsApart: true,
      cursor: 'entry-number',
      overlapMinutes: 0,
    },

    changes: (query, signal) => readChanges(query, { api, reader, now }, signal),

    async lookUp(numbers, signal) {
      return { ...(await reader.ofNumbers(numbers, signal)), watermark: null };
    },

    reachesBack,

    later: laterWatermark,
  };
}
