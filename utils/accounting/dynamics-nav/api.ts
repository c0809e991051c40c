import { odataAddress, roomForFilter } from '@/utils/accounting/odata/address';
import { createODataClient, type ListPage, type ODataClient } from '@/utils/accounting/odata/client';
import type { Filter } from '@/utils/accounting/odata/filter';
import type { HttpClient } from '@/utils/http/http-client';
import type { Connection } from '@/utils/storage/settings';
import { namedRow, type NamedRow } from '@/utils/accounting/odata/named-row';
import type { LedgerPages, PublishedPage } from './pages';
import { navRefusal, type RefusingServer } from './refusal';
import { ENTRY_NUMBER, type DetailedEntry, type LedgerEntry, type PostedInvoice } from './schemas';
import { createSend } from './send';
import { serviceAddress } from './service-address';

export type NavConnection = Extract<Connection, { system: 'dynamics-nav' }>;

/** What NAV sends at once unless its administrator set another Max Page Size. It takes no wish. */
export const PAGE_SIZE = 1000;

export interface NavQuery {
  readonly filter?: Filter;
  readonly orderBy?: string;
}

/** A row by nothing but its number. */
export interface EntryNumber {
  readonly Entry_No: number;
}

/** A published page, read by its columns and nothing else: some others are reckoned row by row. */
export interface NavTable<Row> {
  /** @throws Problem */
  pages(query: NavQuery, signal: AbortSignal): AsyncGenerator<ListPage<Row>, void, void>;
  /** How many characters of an address a filter may take. */
  readonly room: number;
  /** What a column is called there. */
  column(ours: keyof Row & string): string;
}

/** A published page of numbered entries. */
export interface NavLedger<Row extends EntryNumber> extends NavTable<Row> {
  /** The same rows by their numbers alone, which makes for the smallest answers. @throws Problem */
  numbers(query: NavQuery, signal: AbortSignal): AsyncGenerator<ListPage<EntryNumber>, void, void>;
}

/** NAV 2017 or 2018, or Business Central on premises, over ODataV4, by the pages of one ledger. Reads only. */
export interface NavApi {
  readonly pages: LedgerPages;
  readonly invoices: NavTable<PostedInvoice>;
  readonly entries: NavLedger<LedgerEntry>;
  readonly detailed: NavLedger<DetailedEntry>;
  /** For what only a check asks of the server. */
  readonly client: ODataClient;
  readonly baseUrl: string;
}

export interface NavApiOptions extends RefusingServer {
  readonly http: HttpClient;
  readonly webServiceKey: string;
  readonly pages: LedgerPages;
}

const ENTRY_NO = namedRow(ENTRY_NUMBER, { Entry_No: 'Entry_No' });

export function createNavApi(options: NavApiOptions): NavApi {
  const client = createODataClient({
    send: createSend(options),
    refuse: (refusal, what) => navRefusal(options, refusal, what),
  });

  function reading<Row>(service: string, { schema, select }: NamedRow<Row, string>): NavTable<Row>['pages'] {
    const resource = serviceAddress(options, service);
    return (query, signal) =>
      client.pages(
        {
          address: odataAddress(resource, { ...query, select }),
          row: schema,
          what: service,
          pageSize: PAGE_SIZE,
        },
        signal,
      );
  }

  function table<Row>(page: PublishedPage<Row, string>): NavTable<Row> {
    const service = options.services[page.service];
    return {
      pages: reading(service, page),
      room: roomForFilter(serviceAddress(options, service), page.select),
      column: (ours) => page.columns[ours] ?? ours,
    };
  }

  function ledger<Row extends EntryNumber>(page: PublishedPage<Row, string>): NavLedger<Row> {
    return { ...table(page), numbers: reading(options.services[page.service], ENTRY_NO) };
  }

  const { pages } = options;
  return {
    pages,
    invoices: table(pages.invoices),
    entries: ledger(pages.entries),
    detailed: ledger(pages.detailed),
    client,
    baseUrl: options.baseUrl,
  };
}
