import { canBeInvoiceNumber, invoiceNumberLists } from './invoice-numbers';
import type { PostedInvoice } from './schemas';

/** Where an invoice of PowerOffice Go may hold Manage's invoice number, and how invoices are asked for by it. */
export interface NumberColumn {
  /** What the API calls it. */
  readonly name:
    'InvoiceNo' | 'OrderNo' | 'ImportedOrderNo' | 'ExternalImportReference' | 'CustomMatchingReference';
  /** The filter that takes a list of such numbers. */
  readonly filter: string;
  /** Whether the column can hold this number; one that it cannot need not be asked for. */
  canHold(number: string): boolean;
  /** Writes numbers as values of the filter, each short enough for one request. */
  lists(numbers: readonly string[]): readonly string[];
}

/** As many references as one request asks for, and as much of an address as they may take. */
const REFERENCES_PER_LIST = 100;
const LIST_LENGTH = 1500;

/** The vendor numbers with whole numbers; a filter takes ranges of them. */
const wholeNumbers = { canHold: canBeInvoiceNumber, lists: invoiceNumberLists };

/** References are texts. A list is separated by commas, and how one within a text is told apart is not documented. */
const texts = {
  canHold: (number: string): boolean =>
    number.trim() !== '' && number.length <= 100 && !/[,\p{Cc}]/u.test(number),
  lists: textLists,
};

/**
 * By the names the settings give them. Source: OutgoingInvoiceDto and the filters of `GET /OutgoingInvoices` in the
 * vendor's OpenAPI description.
 */
export const NUMBER_COLUMNS = {
  number: { name: 'InvoiceNo', filter: 'invoiceNos', ...wholeNumbers },
  'order-number': { name: 'OrderNo', filter: 'orderNos', ...wholeNumbers },
  'imported-order-number': { name: 'ImportedOrderNo', filter: 'importedOrderNos', ...wholeNumbers },
  'import-reference': { name: 'ExternalImportReference', filter: 'externalImportReferences', ...texts },
  'matching-reference': { name: 'CustomMatchingReference', filter: 'customMatchingReferences', ...texts },
} as const satisfies Readonly<Record<string, NumberColumn>>;

/** Of a bill only the vendor's own number is looked for. Source: IncomingInvoiceListItemDto, `Supplierledger/Statement`. */
export const BILL_NUMBER: NumberColumn = { name: 'InvoiceNo', filter: 'invoiceNos', ...texts };

/** The number by which Manage knows an invoice; null for a draft, and where the column is empty. */
export function numberOf(row: PostedInvoice, column: NumberColumn): string | null {
  // A draft may have an order and a reference already.
  return row.InvoiceNo == null ? null : row[column.name] || null;
}

function textLists(numbers: readonly string[]): string[] {
  const lists: string[][] = [];
  let length = 0;
  for (const number of new Set(numbers)) {
    const last = lists.at(-1);
    const more = encodeURIComponent(number).length + 1;
    if (last === undefined || last.length === REFERENCES_PER_LIST || length + more > LIST_LENGTH) {
      lists.push([number]);
      length = more;
    } else {
      last.push(number);
      length += more;
    }
  }
  return lists.map((list) => list.join(','));
}
