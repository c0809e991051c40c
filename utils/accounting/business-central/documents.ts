import { anyOfInChunks } from '@/utils/accounting/odata/chunks';
import { textLiteral } from '@/utils/accounting/odata/filter';
import type { ListPage } from '@/utils/accounting/odata/client';
import type { Reason } from '@/utils/payments/reason';
import type { BusinessCentralApi } from './api';
import { isPosted, NUMBER_FIELDS, numberOf, type NumberField } from './to-accounting-invoice';
import type { InvoiceDocument } from './schemas';

const PAGE_SIZE = 1000;

/** What these fields of Business Central can hold; longer numbers need not be asked for. */
const LONGEST: Readonly<Record<NumberField, number>> = {
  number: 20,
  'external-document-number': 35,
  'order-number': 20,
};

/** Numbers are shown to people, and a malformed row may hold anything. */
const NUMBER_LENGTH = 40;

/** Posted invoices, and those that could not be read. */
export interface Documents {
  readonly documents: readonly InvoiceDocument[];
  readonly unreadable: readonly { readonly number: string; readonly reason: Reason }[];
}

/** The posted invoices of a page that have a number Manage could know them by. */
export function documentsOf(
  { rows, unreadable }: ListPage<InvoiceDocument>,
  field: NumberField,
  { lists }: Pick<BusinessCentralApi, 'lists'>,
): Documents {
  const column = lists.documents.columns[NUMBER_FIELDS[field]];
  return {
    documents: rows.filter((row) => isPosted(row) && numberOf(row, field) !== ''),
    unreadable: unreadable.map(({ value, reason }) => ({ number: numberIn(value, column), reason })),
  };
}

/**
 * Every posted invoice that carries one of these numbers, as it stands at this moment: what a watermark read told is
 * never compared with a replica that may be older.
 */
export async function readDocuments(
  api: BusinessCentralApi,
  numbers: Iterable<string>,
  by: NumberField,
  field: NumberField,
  signal: AbortSignal,
): Promise<Documents> {
  const wanted = new Set([...numbers].filter((number) => number !== '' && number.length <= LONGEST[by]));
  const column = api.lists.documents.columns[NUMBER_FIELDS[by]];
  const filters = anyOfInChunks(column, [...wanted].map(textLiteral), api.room('documents'));
  const chunks = await Promise.all(
    filters.map(async (filter) => {
      const found: Documents[] = [];
      for await (const page of api.documents({ filter, pageSize: PAGE_SIZE }, signal)) {
        found.push(documentsOf(page, field, api));
      }
      return found;
    }),
  );
  const pages = chunks.flat();
  return {
    documents: pages.flatMap((page) => page.documents).filter((each) => wanted.has(numberOf(each, by))),
    unreadable: pages.flatMap(({ unreadable }) => unreadable),
  };
}

function numberIn(value: unknown, column: string): string {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, column) : undefined;
  return typeof found === 'string' ? found.slice(0, NUMBER_LENGTH) : '';
}
