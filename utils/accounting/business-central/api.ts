import type { z } from 'zod/mini';
import { odataAddress, roomForFilter } from '@/utils/accounting/odata/address';
import { createODataClient, type ListPage } from '@/utils/accounting/odata/client';
import type { Filter } from '@/utils/accounting/odata/filter';
import type { HttpAnswer, HttpClient } from '@/utils/http/http-client';
import type { MicrosoftApp, MicrosoftTokens } from '@/utils/microsoft-sign-in/ports';
import { Problem } from '@/utils/payments/problem';
import type { Connection } from '@/utils/storage/settings';
import { companiesAddress, documentsAddress, ledgerAddress } from './addresses';
import type { CompanyList, LedgerLists } from './ledger-lists';
import { refusedByBusinessCentral } from './refusal';
import {
  companySchema,
  type Company,
  type InvoiceDocument,
  type LedgerHead,
  type LedgerRow,
} from './schemas';

export type BusinessCentralConnection = Extract<Connection, { system: 'business-central' }>;

export interface BusinessCentralApiOptions {
  readonly connection: BusinessCentralConnection;
  readonly http: HttpClient;
  readonly microsoft: MicrosoftTokens;
  /** Which ledger's lists are read. */
  readonly lists: LedgerLists;
}

export interface Reading {
  /** Left out, everything is read. */
  readonly filter?: Filter;
  readonly pageSize: number;
  /** Whether a replica will do, which may be some moments behind. */
  readonly fromReplica?: boolean;
}

export type Pages<T> = AsyncGenerator<ListPage<T>, void, void>;

type ReadWhole = <T>(
  address: string,
  row: z.ZodMiniType<T>,
  what: string,
  signal: AbortSignal,
) => Promise<{ rows: T[]; answer: HttpAnswer }>;

type ListName = 'documents' | 'ledgerRows' | 'ledgerHeads';

/** What is read of Business Central online. Every method throws a Problem when it is refused. */
export interface BusinessCentralApi {
  readonly app: MicrosoftApp;
  readonly lists: LedgerLists;
  readonly environment: string;
  /** All rows of a list, with the answer that told the first. */
  readonly whole: ReadWhole;
  /** Those of the environment that is set which the user may see. */
  companies(signal: AbortSignal): Promise<readonly Company[]>;
  /** The company that is set, as it is called now, and the answer that told it. */
  company(signal: AbortSignal): Promise<{ readonly company: Company; readonly answer: HttpAnswer }>;
  readonly documents: (reading: Reading, signal: AbortSignal) => Pages<InvoiceDocument>;
  readonly ledgerRows: (reading: Reading, signal: AbortSignal) => Pages<LedgerRow>;
  /** The same rows with no more than tells whose they are. */
  readonly ledgerHeads: (reading: Reading, signal: AbortSignal) => Pages<LedgerHead>;
  /** How many characters of an address a filter may take. */
  room(list: ListName): number;
}

const A_FEW = 100;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Has the length of every company's id, for reckoning how long an address becomes. */
const ANY_COMPANY = '00000000-0000-0000-0000-000000000000';

export function createBusinessCentralApi(options: BusinessCentralApiOptions): BusinessCentralApi {
  const { connection, http, microsoft, lists } = options;
  const { tenantId, clientId, environment, company } = connection;
  const app: MicrosoftApp = { connectionId: connection.id, tenantId, clientId };
  let known: string | undefined;

  const client = createODataClient({
    async send(url, headers, signal) {
      const attempt = async (token: string): Promise<HttpAnswer> =>
        http.send({ url, headers: { ...headers, Authorization: `Bearer ${token}` } }, signal);
      const token = await microsoft.accessToken(app, signal);
      const answer = await attempt(token);
      if (answer.status !== 401) return answer;
      // A token can be revoked before its time: a new one gets one chance.
      microsoft.drop(app, token);
      return attempt(await microsoft.accessToken(app, signal));
    },
    refuse: (refusal, what) => refusedByBusinessCentral(refusal, what, { environment, company }),
  });

  function place() {
    if (environment === '') throw new Problem('businessCentralNotChosen');
    return { tenantId, environment };
  }

  function addressOf(list: ListName, id: string): string {
    const address = list === 'documents' ? documentsAddress : ledgerAddress;
    return address(place(), id, lists[list].entitySet);
  }

  async function* pages<T>(
    list: ListName,
    { what, schema, select }: CompanyList<T, string>,
    { filter, ...reading }: Reading,
    signal: AbortSignal,
  ): Pages<T> {
    const resource = addressOf(list, await companyId(signal));
    const query = { select, ...(filter !== undefined && { filter }) };
    const address = odataAddress(resource, query);
    yield* client.pages({ address, row: schema, what, ...reading }, signal);
  }

  async function whole<T>(
    address: string,
    row: z.ZodMiniType<T>,
    what: string,
    signal: AbortSignal,
  ): Promise<{ rows: T[]; answer: HttpAnswer }> {
    const rows: T[] = [];
    let first: HttpAnswer | undefined;
    for await (const page of client.pages({ address, row, what, pageSize: A_FEW }, signal)) {
      first ??= page.answer;
      rows.push(...page.rows);
    }
    if (first === undefined) throw new Problem('unexpected');
    return { rows, answer: first };
  }

  const companies = (signal: AbortSignal) =>
    whole(companiesAddress(place()), companySchema, 'companies', signal);

  async function findCompany(signal: AbortSignal): Promise<{ company: Company; answer: HttpAnswer }> {
    const { rows, answer } = await companies(signal);
    const found = rows.find(({ id, name }) => name === company || id.toLowerCase() === company.toLowerCase());
    if (found !== undefined) return { company: found, answer };
    const alike = rows.find(({ name }) => name.toLowerCase() === company.toLowerCase());
    throw alike === undefined
      ? new Problem('businessCentralCompanyUnknown', { environment, company })
      : new Problem('businessCentralCompanyCase', { company, actual: alike.name });
  }

  /** Asks for it only where it is set by its name, and then once. */
  async function companyId(signal: AbortSignal): Promise<string> {
    if (company === '') throw new Problem('businessCentralNotChosen');
    if (GUID.test(company)) return company;
    return (known ??= (await findCompany(signal)).company.id);
  }

  return {
    app,
    lists,

    environment,
    whole,

    companies: async (signal) => (await companies(signal)).rows,

    async company(signal) {
      if (company === '') throw new Problem('businessCentralNotChosen');
      return findCompany(signal);
    },

    documents: (reading, signal) => pages('documents', lists.documents, reading, signal),
    ledgerRows: (reading, signal) => pages('ledgerRows', lists.ledgerRows, reading, signal),
    ledgerHeads: (reading, signal) => pages('ledgerHeads', lists.ledgerHeads, reading, signal),

    room: (list) => roomForFilter(addressOf(list, ANY_COMPANY), lists[list].select),
  };
}
