import { i18n } from '#i18n';
import type { ConnectionState } from '@/utils/messaging/protocol';
import { progressText } from './progress-text';

interface Props {
  readonly collapsed: boolean;
  /** The element that is shown and hidden. */
  readonly controls: string;
  readonly connections: readonly ConnectionState[];
  /** Something beside the runs needs a person. */
  readonly attention: boolean;
  readonly locale: string | undefined;
  readonly onCollapse: (collapsed: boolean) => void;
}

/** The title, which is also the button that folds the panel to a slim pill and back. */
export function PanelHeader({ collapsed, controls, connections, attention, locale, onCollapse }: Props) {
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
      {collapsed && <span class="brief">{brief(connections, attention, locale)}</span>}
    </h2>
  );
}

/** The little a pill says: how far runs are, all together, or that somebody should look. */
function brief(
  connections: readonly ConnectionState[],
  attention: boolean,
  locale: string | undefined,
): string {
  const runs = connections.flatMap(({ run }) => run ?? []);
  const running = runs.filter(({ phase }) => phase === 'running');
  if (running.length > 0) {
    const found = running.reduce((sum, run) => sum + run.found, 0);
    const done = running.reduce((sum, run) => sum + run.done, 0);
    return progressText({ found, done }, locale);
  }
  const failed = runs.some((run) => run.phase === 'failed' || run.counts.failed > 0);
  return failed || attention ? i18n.t('state.needsAttention') : '';
}
