import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatCount } from '@/components/format-count';
import { formatMoment } from '@/components/format-moment';
import { OUTCOME_KINDS } from '@/utils/payments/outcome';
import type { RunSummary } from '@/utils/sync/run-state';
import { KIND_WORDS } from './kind-words';

const MODE_WORDS = {
  sync: 'history.sync',
  preview: 'history.preview',
  undo: 'history.undo',
} as const satisfies Record<RunSummary['mode'], string>;

interface Props {
  /** Newest first; null while the list is folded. */
  readonly runs: readonly RunSummary[] | null;
  /** The run that is open; null for none of them. */
  readonly opened: string | null;
  readonly locale: string | undefined;
  /** Unfolds the list, or folds it. */
  readonly onToggle: () => void;
  readonly onOpen: (runId: string) => void;
}

/** The runs that this browser remembers. Each can be opened. */
export function RunHistory({ runs, opened, locale, onToggle, onOpen }: Props) {
  const id = useId();
  return (
    <div class="history">
      <button
        type="button"
        class="fold"
        aria-expanded={runs !== null}
        aria-controls={runs === null ? undefined : id}
        onClick={onToggle}
      >
        {i18n.t('history.title')}
      </button>
      {runs !== null && (
        <div id={id}>
          {runs.length === 0 && <p class="hint">{i18n.t('history.none')}</p>}
          <ul class="past-runs">
            {runs.map((run) => (
              <li key={run.id}>
                <button
                  type="button"
                  class="past-run"
                  aria-current={run.id === opened}
                  onClick={() => onOpen(run.id)}
                >
                  <span class="past-run-name">
                    {i18n.t(MODE_WORDS[run.mode], { time: formatMoment(run.startedAt, locale) })}
                  </span>
                  <span class="past-run-counts">{countsText(run, locale)}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** The counts that are not nought, or that there was nothing. */
function countsText({ counts }: RunSummary, locale: string | undefined): string {
  const told = OUTCOME_KINDS.filter((kind) => counts[kind] > 0).map(
    (kind) => `${i18n.t(KIND_WORDS[kind])} ${formatCount(counts[kind], locale)}`,
  );
  return told.length === 0 ? i18n.t('history.nothing') : told.join(' · ');
}
