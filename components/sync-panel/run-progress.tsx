import { i18n } from '#i18n';
import type { RunSummary } from '@/utils/sync/run-state';
import { progressText } from './progress-text';

interface Props {
  readonly run: RunSummary;
  readonly locale: string | undefined;
}

/** How far a run has come, against what the books have named so far. */
export function RunProgress({ run, locale }: Props) {
  const { found, done } = run;
  return (
    <div class="progress">
      <progress aria-label={i18n.t('panel.progress')} {...(found === 0 ? {} : { max: found, value: done })} />
      <span>{progressText(run, locale)}</span>
    </div>
  );
}
