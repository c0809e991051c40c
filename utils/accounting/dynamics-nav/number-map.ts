import type { PostedInvoice } from './schemas';

/** Where Manage's invoice number stands in NAV. */
export type ManageNumberIn = 'number' | 'external-document-number';

/** Translates between NAV's numbers of invoices and the ones they have in Manage. */
export interface NumberMap {
  /** The column of a posted invoice that holds Manage's number. */
  readonly column: 'No' | 'External_Document_No';
  /** How long such a number can be; asking for a longer one is refused. */
  readonly longest: number;
  /**
   * Manage's number of an invoice; null where it has none, as what was booked through a journal alone has no external
   * number.
   */
  inManage(no: string, document: PostedInvoice | undefined): string | null;
}

export const NUMBER_MAPS: Readonly<Record<ManageNumberIn, NumberMap>> = {
  number: { column: 'No', longest: 20, inManage: (no) => no },
  'external-document-number': {
    column: 'External_Document_No',
    longest: 35,
    inManage: (_, document) => document?.External_Document_No?.trim() || null,
  },
};
