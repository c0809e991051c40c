import { i18n } from '#i18n';
import type { RunSummary } from '@/utils/sync/run-state';
import { progressText } from './progress-text';

interface Props {
  readonly collapsed: boolean;
  /** The element that is shown and hidden. */
  readonly controls: string;
  readonly run: RunSummary | null;
  readonly locale: string | undefined;
  readonly onCollapse: (collapsed: boolean) => void;
}

/** The title, which is also the button that folds the panel to a slim pill and back. */
export function PanelHeader({ collapsed, controls, run, locale, onCollapse }: Props) {
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
      {collapsed && run && <span class="brief">{brief(run, locale)}</span>}
    </h2>
  );
}

function brief(run: RunSummary, locale: string | undefined): string {
  if (run.phase === 'running') return progressText(run, locale);
  return run.phase === 'failed' || run.counts.failed > 0 ? i18n.t('state.needsAttention') : '';
}
