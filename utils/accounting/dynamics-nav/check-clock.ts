import type { CheckResult } from '@/utils/accounting/source';
import type { HttpAnswer } from '@/utils/http/http-client';
import { reason } from '@/utils/payments/reason';

/** A clock further off than this is worth knowing of. */
const SKEW_MINUTES = 2;

/**
 * Whether this computer's clock agrees with the server's; nothing where the server does not tell the time.
 * @param now epoch ms by this computer's clock
 */
export function checkClock({ headers }: HttpAnswer, host: string, now: number): CheckResult[] {
  const server = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(server)) return [];
  const probe = 'navClock';
  const evidence = new Date(server).toISOString();
  const minutes = Math.abs(now - server) / 60_000;
  if (minutes <= SKEW_MINUTES) return [{ probe, verdict: 'ok', evidence }];
  const why = reason('clockDiffersFrom', { host, minutes: String(Math.round(minutes)) });
  return [{ probe, verdict: 'warning', evidence, reason: why }];
}
