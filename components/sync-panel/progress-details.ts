import { i18n } from '#i18n';
import { formatCount } from '@/components/format-count';
import { formatSpan } from '@/components/format-span';
import type { RunState } from '@/utils/sync/run-state';

const WRITTEN = { sync: 'state.written', preview: 'state.toWrite', undo: 'state.takenBack' } as const;

/** How many of the invoices Manage was seen to hold, how many were written so far, and for how long it goes on. */
export function progressDetails(
  run: Pick<RunState, 'mode' | 'counts' | 'matched' | 'timeLeft'>,
  locale?: string,
): string {
  const { mode, counts, matched, timeLeft } = run;
  const parts = [i18n.t(WRITTEN[mode], { count: formatCount(counts.updated, locale) })];
  if (matched !== undefined) parts.unshift(i18n.t('state.matched', { count: formatCount(matched, locale) }));
  if (timeLeft !== null) parts.push(i18n.t('state.timeLeft', { time: formatSpan(timeLeft, locale) }));
  return parts.join(' · ');
}
