import { i18n } from '#i18n';
import type { RunState } from '@/utils/sync/run-state';
import { progressDetails } from './progress-details';
import { progressText } from './progress-text';

interface Props {
  readonly run: RunState;
  readonly locale: string | undefined;
}

/** How far a run has come, against what the books have named so far, and how long the rest of that will take. */
export function RunProgress({ run, locale }: Props) {
  const { found, done } = run;
  return (
    <div class="progress">
      <progress aria-label={i18n.t('panel.progress')} {...(found === 0 ? {} : { max: found, value: done })} />
      <span>{progressText(run, locale)}</span>
      {found > 0 && <span>{progressDetails(run, locale)}</span>}
    </div>
  );
}
