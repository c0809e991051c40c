import { i18n } from '#i18n';
import type { RunSummary } from '@/utils/sync/run-state';
import { progressText } from './progress-text';

interface Props {
  readonly collapsed: boolean;
  /** The element that is shown and hidden. */
  readonly controls: string;
  readonly run: RunSummary | null;
  /** Something beside the run needs a person. */
  readonly attention: boolean;
  readonly locale: string | undefined;
  readonly onCollapse: (collapsed: boolean) => void;
}

/** The title, which is also the button that folds the panel to a slim pill and back. */
export function PanelHeader({ collapsed, controls, run, attention, locale, onCollapse }: Props) {
  return (
    <h2 class="header">
      <button
        type="button"
        aria-expanded={!collapsed}
        aria-controls={controls}
        onClick={() => onCollapse(!collapsed)}
      >
        <span class="title">{i18n.t('panel.name')}</span>
        <span class="chevron" aria-hidden="true" />
      </button>
      {collapsed && <span class="brief">{brief(run, attention, locale)}</span>}
    </h2>
  );
}

/** The little a pill says: how far a run is, or that somebody should look. */
function brief(run: RunSummary | null, attention: boolean, locale: string | undefined): string {
  if (run?.phase === 'running') return progressText(run, locale);
  const failed = run !== null && (run.phase === 'failed' || run.counts.failed > 0);
  return failed || attention ? i18n.t('state.needsAttention') : '';
}
