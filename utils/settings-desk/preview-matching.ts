import { createSource, hostsOf } from '@/utils/accounting/registry';
import type { AccountingSource } from '@/utils/accounting/source';
import { dayIn, sameDayLastMonth } from '@/utils/payments/iso-date';
import { matchInManage } from '@/utils/payments/match';
import type { MatchLine, MatchPreview } from '@/utils/payments/match-preview';
import { numberInManage, type NumberRule } from '@/utils/payments/number-rule';
import { Problem } from '@/utils/payments/problem';
import { connectionSettings } from '@/utils/storage/connection-settings';
import type { Connection } from '@/utils/storage/settings';
import { checkSettings } from '@/utils/storage/check-settings';
import type { ManagePort } from '@/utils/sync/manage-port';
import { matchedManage } from '@/utils/sync/matched-manage';
import { openManage } from '@/utils/services/manage-session';
import { requireAccess } from '@/utils/services/require-access';
import type { Services, Platform } from '@/utils/services/services';
import { sourceContext } from '@/utils/services/source-context';

/** So many invoices of the books are tried, and so many of Manage are looked through for what they might match. */
const TRIED = 20;
const LOOKED_THROUGH = 200;

/**
 * Tries on the last invoices of the books how they would match in Manage. Nothing is written or remembered.
 * @param matching how they match, as entered and not stored yet
 * @throws Problem when it cannot be tried, or `settingsInvalid`
 */
export async function previewMatching(
  { connectionId, matching }: { readonly connectionId: string; readonly matching: unknown },
  services: Services,
  platform: Platform,
): Promise<MatchPreview> {
  const { signal } = new AbortController();
  const stored = (await services.settings.read()).connections.find(({ id }) => id === connectionId);
  if (stored === undefined) throw new Problem('accountingNotConnected');
  const connection: Connection = checkSettings(connectionSettings, { ...stored, matching });
  await requireAccess(platform, hostsOf(connection));
  const source = await createSource(connection, 'receivable', sourceContext(services, platform));
  const { api } = await openManage(services, platform, signal);
  const inBooks = await lastNumbers(source);
  const lines = await matched(inBooks, connection.matching, api);
  const isMissed = lines.some(({ is }) => is === 'not-found');
  const newest = isMissed ? (await api.newest(LOOKED_THROUGH, signal)).records : [];
  return { lines, rule: connection.matching, newestInManage: newest.map(({ number }) => number) };

  /** Numbers of posted invoices of the past month, as the books have them; those that were issued last. */
  async function lastNumbers(from: AccountingSource): Promise<readonly string[]> {
    const timeZone = platform.timeZone();
    const day = sameDayLastMonth(dayIn(timeZone, platform.now()));
    const numbers = new Set<string>();
    for await (const page of from.changes({ from: 'day', day, timeZone }, signal)) {
      for (const { number, kind, state } of page.invoices) {
        if (kind === 'invoice' && state === 'posted') numbers.add(number);
      }
      if (numbers.size >= TRIED) break;
    }
    // Numbers of one series grow, whatever the order of the list.
    const { compare } = new Intl.Collator('en', { numeric: true });
    return [...numbers].sort((a, b) => compare(b, a)).slice(0, TRIED);
  }

  async function matched(
    numbers: readonly string[],
    rule: NumberRule,
    manage: Pick<ManagePort, 'findInvoices'>,
  ): Promise<readonly MatchLine[]> {
    const port = matchedManage(manage, rule);
    const wanted = numbers.map((number) => numberInManage(number, rule));
    const { invoices } = await port.findInvoices([...new Set(wanted.flatMap((each) => each ?? []))], signal);
    return numbers.map((number, at): MatchLine => {
      const inManage = wanted[at] ?? null;
      if (inManage === null) return { inBooks: number, inManage, is: 'not-found' };
      const isTwice = wanted.filter((each) => each === inManage).length > 1;
      const { is } = matchInManage(inManage, invoices);
      return {
        inBooks: number,
        inManage,
        is: is === 'found' ? (isTwice ? 'ambiguous' : 'matched') : is,
      };
    });
  }
}
