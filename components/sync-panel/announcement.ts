import { i18n } from '#i18n';
import { formatCount } from '@/components/format-count';
import { reasonText } from '@/components/reason-text';
import { OUTCOME_KINDS } from '@/utils/payments/outcome';
import type { RunSummary } from '@/utils/sync/run-state';
import { headline } from './headline';
import { KIND_WORDS } from './kind-words';

/**
 * What a screen reader says of a run: its begin, milestones that grow with the run so that ten thousand invoices
 * are not ten thousand interruptions, and its result.
 */
export function announcement(run: RunSummary, locale?: string): string {
  if (run.phase === 'running') {
    const passed = milestone(run.done);
    if (passed === 0) return headline(run, locale);
    return `${headline(run, locale)} ${i18n.t('state.milestone', { done: formatCount(passed, locale) })}`;
  }
  const counts = OUTCOME_KINDS.map(
    (kind) => `${i18n.t(KIND_WORDS[kind])} ${formatCount(run.counts[kind], locale)}`,
  );
  return [
    headline(run, locale),
    ...(run.failure ? [reasonText(run.failure, locale)] : []),
    `${counts.join(', ')}.`,
  ].join(' ');
}

/** The greatest of 10, 25, 50, 100, 250, 500, 1000 … that `done` has reached; 0 before the first. */
export function milestone(done: number): number {
  if (done < 10) return 0;
  const magnitude = 10 ** (String(Math.floor(done)).length - 1);
  const step = [5, 2.5, 1].find((each) => each * magnitude <= done) ?? 1;
  return step * magnitude;
}
