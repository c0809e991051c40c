import type { Ledger } from '@/utils/payments/accounting-invoice';
import type { NavConnection } from './api';
import type { LedgerEntry, PostedInvoice } from './schemas';

/** Translates between NAV's numbers of invoices and the ones they have in Manage. */
export interface NumberMap {
  /** The column of a posted invoice that holds Manage's number. */
  readonly document: 'No' | 'External_Document_No';
  /** The same of a ledger entry; null where it has none. */
  readonly entry: 'Document_No' | 'External_Document_No' | null;
  /** How long such a number can be; asking for a longer one is refused. */
  readonly longest: number;
  /** Manage's number of an invoice; null where it has none. */
  inManage(no: string, document: PostedInvoice | undefined, entry: LedgerEntry | undefined): string | null;
}

const NUMBER: NumberMap = { document: 'No', entry: 'Document_No', longest: 20, inManage: (no) => no };

/** What was booked through a journal alone has no external number that a customer's ledger shows. */
const EXTERNAL_NUMBER: NumberMap = {
  document: 'External_Document_No',
  entry: null,
  longest: 35,
  inManage: (_, document) => document?.External_Document_No?.trim() || null,
};

/** The vendor's own number of a bill, which the ledger shows too. */
const VENDORS_NUMBER: NumberMap = {
  document: 'External_Document_No',
  entry: 'External_Document_No',
  longest: 35,
  inManage: (_, document, entry) =>
    entry?.External_Document_No?.trim() || document?.External_Document_No?.trim() || null,
};

/** Where Manage's number stands: of a bill in the vendor's own number, and nowhere else. */
export function numberMapOf(ledger: Ledger, { field }: Pick<NavConnection['matching'], 'field'>): NumberMap {
  if (ledger === 'payable') return VENDORS_NUMBER;
  return field === 'number' ? NUMBER : EXTERNAL_NUMBER;
}
