import { allOf, compare, textLiteral } from '@/utils/accounting/odata/filter';
import type { ProbeName } from '@/utils/accounting/probe-name';
import type { CheckResult } from '@/utils/accounting/source';
import type { HttpAnswer } from '@/utils/http/http-client';
import type { MicrosoftTokens } from '@/utils/microsoft-sign-in/ports';
import type { Ledger as Side } from '@/utils/payments/accounting-invoice';
import { reasonOf } from '@/utils/payments/problem';
import { reason, type ReasonCode } from '@/utils/payments/reason';
import { API_HOST } from './addresses';
import type { BusinessCentralApi } from './api';
import { environmentName } from './environments';
import type { Ledger } from './ledger';
import type { LedgerAccess } from './ledger-access';
import type { InvoiceDocument } from './schemas';

/** A clock further off than this is worth knowing of. */
const SKEW_MINUTES = 2;

/** So many open invoices are looked for in the ledger: as many as fit one request. */
const SAMPLE = 30;

export interface CheckOptions {
  readonly api: BusinessCentralApi;
  readonly microsoft: Pick<MicrosoftTokens, 'accessToken' | 'account'>;
  readonly ledger: Pick<Ledger, 'byNumber'>;
  readonly access: (signal: AbortSignal) => Promise<LedgerAccess>;
  /** Whether the user accepted days on which amounts were first seen. */
  readonly dated: boolean;
  /** Epoch ms by this computer's clock. */
  readonly now: () => number;
}

/**
 * Tries a connection step by step: whether somebody is signed in, whether environment and company are there, whether
 * invoices and the ledger can be read, what that means for dates and amounts, and whether the ledger hides anything. Of
 * vendors' bills, which come beside invoices, it tries only what is theirs.
 * What fails ends it, since everything after it would fail as well. Never throws for a refused request.
 */
export async function checkConnection(
  options: CheckOptions,
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  for (const [probe, run] of probesOf(options, signal)) {
    try {
      results.push(...(await run()));
    } catch (error) {
      signal.throwIfAborted();
      results.push({ probe, verdict: 'failed', evidence: '', reason: reasonOf(error) });
      break;
    }
  }
  return results;
}

type Probe = readonly [name: ProbeName, run: () => Promise<readonly CheckResult[]>];

function probesOf(options: CheckOptions, signal: AbortSignal): readonly Probe[] {
  return options.api.lists.ledger === 'payable'
    ? listProbes(options, signal)
    : [...companyProbes(options, signal), ...listProbes(options, signal)];
}

function companyProbes({ api, microsoft, now }: CheckOptions, signal: AbortSignal): readonly Probe[] {
  return [
    [
      'microsoftSignIn',
      async () => {
        await microsoft.accessToken(api.app, signal);
        return [good('microsoftSignIn', (await microsoft.account(api.app))?.name)];
      },
    ],
    [
      'businessCentralEnvironment',
      async () => [good('businessCentralEnvironment', await environmentName(api, signal))],
    ],
    [
      'businessCentralCompany',
      async () => {
        const { company, answer } = await api.company(signal);
        return [
          good('businessCentralCompany', [company.name, company.systemVersion].filter(Boolean).join(', ')),
          ...clock(answer, now()),
        ];
      },
    ],
  ];
}

const LIST_PROBES: Readonly<Record<Side, Readonly<Record<'documents' | 'ledger' | 'whole', ProbeName>>>> = {
  receivable: {
    documents: 'businessCentralInvoices',
    ledger: 'businessCentralLedger',
    whole: 'businessCentralLedgerWhole',
  },
  payable: {
    documents: 'businessCentralBills',
    ledger: 'businessCentralVendorLedger',
    whole: 'businessCentralVendorLedgerWhole',
  },
};

function listProbes(options: CheckOptions, signal: AbortSignal): readonly Probe[] {
  const { api, access, dated } = options;
  const probes = LIST_PROBES[api.lists.ledger];
  let open: readonly InvoiceDocument[] = [];
  return [
    [
      probes.documents,
      async () => {
        const filter = allOf(compare('status', 'eq', textLiteral('Open')));
        const pages = api.documents({ filter, pageSize: SAMPLE, fromReplica: true }, signal);
        const page = await pages.next();
        await pages.return();
        open = page.done === true ? [] : page.value.rows.slice(0, SAMPLE);
        return [good(probes.documents)];
      },
    ],
    [
      probes.ledger,
      async () => {
        const found = await access(signal);
        const probe = probes.ledger;
        if (found.offered) return [{ ...good(probe), reason: reason('businessCentralLedgerExact') }];
        if (api.lists.ledger === 'payable')
          return [{ probe, verdict: 'failed', evidence: '', reason: found.reason }];
        const dates = dated ? 'businessCentralDatesFirstSeen' : 'businessCentralDatesChoice';
        return [
          { probe, verdict: 'warning', evidence: '', reason: found.reason },
          { probe: 'businessCentralDates', verdict: 'warning', evidence: '', reason: reason(dates) },
        ];
      },
    ],
    [
      probes.whole,
      async () =>
        open.length > 0 && (await access(signal)).offered
          ? [await whole(probes.whole, open, options, signal)]
          : [],
    ],
  ];
}

const FILTERED: Readonly<Record<Side, ReasonCode>> = {
  receivable: 'businessCentralLedgerFiltered',
  payable: 'businessCentralVendorLedgerFiltered',
};

/** The ledger's API applies a span of dates that an administrator set for reports, without a word about it. */
async function whole(
  probe: ProbeName,
  open: readonly InvoiceDocument[],
  { api, ledger }: CheckOptions,
  signal: AbortSignal,
): Promise<CheckResult> {
  const numbers = open.map(({ number }) => number);
  const entries = await ledger.byNumber(numbers, signal);
  const found = new Set(entries.map(({ documentNumber }) => documentNumber)).size;
  const result = good(probe, `${found}/${numbers.length}`);
  if (found >= numbers.length) return result;
  const counts = { asked: String(numbers.length), found: String(found) };
  return { ...result, verdict: 'warning', reason: reason(FILTERED[api.lists.ledger], counts) };
}

/** Nothing where the server's clock is not known. */
function clock({ headers }: HttpAnswer, now: number): CheckResult[] {
  const server = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(server)) return [];
  const minutes = Math.abs(now - server) / 60_000;
  const result = good('businessCentralClock', new Date(server).toISOString());
  if (minutes <= SKEW_MINUTES) return [result];
  const why = reason('clockDiffersFrom', { host: API_HOST, minutes: String(Math.round(minutes)) });
  return [{ ...result, verdict: 'warning', reason: why }];
}

function good(probe: ProbeName, evidence = ''): CheckResult {
  return { probe, verdict: 'ok', evidence };
}
