import { i18n } from '#i18n';
import { formatCount } from '@/components/format-count';
import type { RunSummary } from '@/utils/sync/run-state';

/** Where a run stands, in words. More may be found while it goes on, and the words say so. */
export function progressText({ found, done }: Pick<RunSummary, 'found' | 'done'>, locale?: string): string {
  if (found === 0) return i18n.t('state.asking');
  return i18n.t('state.progress', { done: formatCount(done, locale), found: formatCount(found, locale) });
}
