import { compare, anyOf, allOf, numberLiteral, textLiteral } from '@/utils/accounting/odata/filter';
import type { ProbeName } from '@/utils/accounting/probe-name';
import type { CheckResult } from '@/utils/accounting/source';
import type { HttpAnswer } from '@/utils/http/http-client';
import { reasonOf } from '@/utils/payments/problem';
import { reason, type Reason, type ReasonCode } from '@/utils/payments/reason';
import type { NavApi, NavConnection, NavQuery, NavTable } from './api';
import { checkClock } from './check-clock';
import { whyNotServed } from './why-not-served';
import { readMetadata } from './metadata';
import { isKnownDocumentType } from './option-names';
import { pagesOf, type Page, type ServiceKey } from './pages';
import type { LedgerEntry } from './schemas';
import { companyNames, metadata } from './server';

export interface CheckOptions {
  readonly api: NavApi;
  readonly connection: NavConnection;
  /** Epoch ms by this computer's clock. */
  readonly now: () => number;
}

const PROBE_OF_PAGE: Readonly<Record<ServiceKey, ProbeName>> = {
  invoices: 'navInvoices',
  entries: 'navEntries',
  detailed: 'navDetailed',
  bills: 'navBills',
  vendorEntries: 'navVendorEntries',
  vendorDetailed: 'navVendorDetailed',
};

/** Refusals that say that the server is there and speaks ODataV4. */
const SIGN_IN: readonly ReasonCode[] = ['navSignInRefused', 'navWindowsSignIn', 'navPermissionMissing'];

/**
 * Tries a connection step by step: whether the server answers over ODataV4, takes user and key, knows the company, has
 * each of the three pages published with its columns and lets this user read it, and whether currency, names of options
 * and clock are as expected. Of vendors' bills, which come beside invoices, it tries only what is theirs: the pages. Never throws for a refused request.
 */
export async function checkConnection(
  { api, connection, now }: CheckOptions,
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  const { origin, protocol, host } = new URL(connection.baseUrl);
  const isPayable = api.pages.ledger === 'payable';
  const results: CheckResult[] = [];
  let described: HttpAnswer;
  try {
    described = await metadata(api, signal);
  } catch (error) {
    signal.throwIfAborted();
    const why = reasonOf(error);
    return isPayable
      ? [bad(PROBE_OF_PAGE.bills, 'failed', connection.services.bills, why)]
      : notEvenDescribed(why, origin);
  }
  results.push(ok('navReachable', origin));
  if (protocol === 'http:')
    results.push(bad('navEncrypted', 'warning', origin, reason('navPlainHttp', { origin })));
  results.push(ok('navSignIn', connection.user));

  const published = readMetadata(described.text);
  const sample: LedgerEntry[] = [];
  const pages = await Promise.all(
    pagesOf(api.pages).map(async (page): Promise<CheckResult> => {
      const service = connection.services[page.service];
      const unserved = whyNotServed(page, service, published);
      const unread = unserved ?? (await tryReading(page.kind));
      const probe = PROBE_OF_PAGE[page.service];
      return unread === null ? ok(probe, service) : bad(probe, 'failed', service, unread);
    }),
  );
  if (isPayable) return pages;
  const noCompany = pages.find((each) => each.reason?.code === 'navCompanyNotFound')?.reason;
  if (noCompany === undefined) {
    results.push(ok('navCompany', connection.company), ...pages);
  } else {
    const names = await companyNames(api, signal).catch(() => []);
    signal.throwIfAborted();
    const alike = names.find((name) => name.toLowerCase() === connection.company.toLowerCase());
    const why =
      alike === undefined
        ? noCompany
        : reason('navCompanyCase', { company: connection.company, actual: alike });
    results.push(bad('navCompany', 'failed', names.join(', '), why));
    results.push(
      ...pages.filter((each) => each.reason !== undefined && each.reason.code !== 'navCompanyNotFound'),
    );
  }
  return [
    ...results,
    ...checkSample(sample, connection.localCurrency),
    ...checkClock(described, host, now()),
  ];

  /** Why the page cannot be read; null where it can. The newest entries tell of currencies and names of options. */
  async function tryReading(page: Page['kind']): Promise<Reason | null> {
    const none = allOf(compare('Entry_No', 'lt', numberLiteral(1)));
    switch (page) {
      case 'entries':
        return firstPage(api.entries, { orderBy: 'Entry_No desc' }, (rows) => sample.push(...rows));
      case 'detailed':
        return firstPage(api.detailed, { filter: none });
      case 'invoices':
        return firstPage(api.invoices, { filter: anyOf('No', [textLiteral('-')]) });
    }
  }

  async function firstPage<Row>(
    table: NavTable<Row>,
    query: NavQuery,
    take: (rows: readonly Row[]) => void = () => undefined,
  ): Promise<Reason | null> {
    try {
      for await (const { rows, unreadable } of table.pages(query, signal)) {
        take(rows);
        return unreadable[0]?.reason ?? null;
      }
      return null;
    } catch (error) {
      signal.throwIfAborted();
      return reasonOf(error);
    }
  }
}

/** What the first request already tells when it is refused. */
function notEvenDescribed(why: Reason, origin: string): CheckResult[] {
  if (why.code === 'navSignInNotAscii') return [bad('navSignIn', 'failed', '', why)];
  if (!SIGN_IN.includes(why.code)) return [bad('navReachable', 'failed', origin, why)];
  return [ok('navReachable', origin), bad('navSignIn', 'failed', '', why)];
}

/** What the newest entries tell of the company; nothing where there are none. */
function checkSample(entries: readonly LedgerEntry[], localCurrency: string): CheckResult[] {
  if (entries.length === 0) return [];
  const codes = new Set(entries.map(({ Currency_Code }) => Currency_Code));
  const named = [...codes].filter((code) => code !== '').sort();
  const evidence = [...(codes.has('') ? [localCurrency] : []), ...named].join(', ');
  // Entries in the local currency leave the code blank, so one that is named is another currency.
  const currency = codes.has(localCurrency)
    ? bad('navCurrency', 'warning', evidence, reason('navLocalCurrencyDoubtful', { currency: localCurrency }))
    : ok('navCurrency', evidence);
  const types = [...new Set(entries.map(({ Document_Type }) => Document_Type))].filter((type) => type !== '');
  const strange = types.find((type) => !isKnownDocumentType(type));
  const options =
    strange === undefined
      ? ok('navOptions', types.join(', '))
      : bad('navOptions', 'warning', types.join(', '), reason('navDocumentTypeUnknown', { type: strange }));
  return [currency, options];
}

function ok(probe: ProbeName, evidence: string): CheckResult {
  return { probe, verdict: 'ok', evidence };
}

function bad(probe: ProbeName, verdict: 'warning' | 'failed', evidence: string, why: Reason): CheckResult {
  return { probe, verdict, evidence, reason: why };
}
