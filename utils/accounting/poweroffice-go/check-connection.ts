import type { ProbeName } from '@/utils/accounting/probe-name';
import type { CheckResult } from '@/utils/accounting/source';
import type { HttpAnswer } from '@/utils/http/http-client';
import { dayIn } from '@/utils/payments/iso-date';
import { reasonOf } from '@/utils/payments/problem';
import { reason } from '@/utils/payments/reason';
import type { PowerOfficeApi } from './api';
import { INTEGRATION, integrationSchema, type Integration } from './integration';
import type { SubLedger } from './sub-ledger';

/** A clock further off than this is worth knowing of. */
const SKEW_MINUTES = 2;

/** The smallest page there is. */
const ONE_ROW = { PageNumber: '1', PageSize: '1' };

export interface CheckOptions {
  readonly api: PowerOfficeApi;
  readonly subLedger: SubLedger;
  /** Epoch ms by this computer's clock. */
  readonly now: () => number;
}

/**
 * Tries a connection step by step: whether the keys are taken and whose books they open, whether the privileges
 * suffice, whether invoices and ledger can be read, whether the clocks agree. Refused keys end it, since everything
 * else would be refused as well. Of the ledger of suppliers, which is checked beside that of customers, only what is
 * its own is told. Never throws for a refused request.
 */
export async function checkConnection(
  { api, subLedger, now }: CheckOptions,
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  try {
    const { value: integration, answer } = await api.single(INTEGRATION, integrationSchema, signal);
    const own = privileges(integration, subLedger.privileges);
    const keys: CheckResult = { probe: 'powerOfficeKeys', verdict: 'ok', evidence: told(integration) };
    results.push(...(subLedger.ledger === 'payable' ? [own] : [keys, own, ...clock(answer, now())]));
  } catch (error) {
    return [failed('powerOfficeKeys', error, signal)];
  }
  const today = dayIn('UTC', now());
  const [invoices, entries] = subLedger.probes;
  results.push(
    await tried(invoices, () => api.invoices(ONE_ROW, signal), signal),
    await tried(entries, () => api.statement({ fromDate: today, toDate: today, ...ONE_ROW }, signal), signal),
  );
  return results;
}

/** Whose books they are; support at PowerOffice asks for the id. Source: developer.poweroffice.net, "Support". */
function told({ ClientName, ClientId }: Integration): string {
  return [ClientName, ClientId].filter(Boolean).join(', ');
}

/** A privilege that ends in `_Full` includes the one without. */
function privileges(
  { ValidPrivileges, InvalidPrivileges }: Integration,
  wanted: readonly string[],
): CheckResult {
  const probe = 'powerOfficePrivileges';
  const has = (names: readonly string[] | null | undefined, name: string): boolean =>
    names?.includes(name) === true || names?.includes(`${name}_Full`) === true;
  const missing = wanted.filter((name) => !has(ValidPrivileges, name));
  if (missing.length === 0) return { probe, verdict: 'ok', evidence: wanted.join(', ') };
  // Given to the integration, but not covered by what the company subscribes to: another remedy.
  const uncovered = missing.filter((name) => has(InvalidPrivileges, name));
  const why =
    uncovered.length > 0
      ? reason('powerOfficeModuleMissing', { privileges: uncovered.join(', ') })
      : reason('powerOfficePrivilegeMissing', { privileges: missing.join(', ') });
  return { probe, verdict: 'failed', evidence: (ValidPrivileges ?? []).join(', '), reason: why };
}

/** Nothing where the vendor's clock is not known. */
function clock({ headers }: HttpAnswer, now: number): CheckResult[] {
  const vendor = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(vendor)) return [];
  const minutes = Math.abs(now - vendor) / 60_000;
  const probe = 'powerOfficeClock';
  const evidence = new Date(vendor).toISOString();
  if (minutes <= SKEW_MINUTES) return [{ probe, verdict: 'ok', evidence }];
  const why = reason('clockDiffers', { minutes: String(Math.round(minutes)) });
  return [{ probe, verdict: 'warning', evidence, reason: why }];
}

async function tried(
  probe: ProbeName,
  read: () => Promise<{ readonly answer: HttpAnswer }>,
  signal: AbortSignal,
): Promise<CheckResult> {
  try {
    const { answer } = await read();
    return { probe, verdict: 'ok', evidence: `HTTP ${answer.status}` };
  } catch (error) {
    return failed(probe, error, signal);
  }
}

function failed(probe: ProbeName, error: unknown, signal: AbortSignal): CheckResult {
  signal.throwIfAborted();
  return { probe, verdict: 'failed', evidence: '', reason: reasonOf(error) };
}
