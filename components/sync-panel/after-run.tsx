import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PanelView } from './panel-view';

interface Props {
  readonly state: PanelView;
  /** An answer is awaited: nothing can be pressed. */
  readonly busy: boolean;
  readonly onResume: () => void;
  readonly onRetryFailed: () => void;
  readonly onUndo: (runId: string) => void;
  readonly onExport: (runId: string) => void;
}

/** What can be done once a run has ended: go on with it, try the failed again, take it back, keep its table. */
export function AfterRun({ state, busy, onResume, onRetryFailed, onUndo, onExport }: Props) {
  const { run, parked, canUndo } = state;
  const id = useId();
  const [asking, setAsking] = useState(false);
  if (run === null) return null;
  const cutOff = run.mode !== 'preview' && (run.phase === 'stopped' || run.phase === 'failed');
  const when = (action: () => void) => () => {
    if (busy) return;
    setAsking(false);
    action();
  };
  return (
    <div class="after">
      {cutOff && (
        <button type="button" aria-disabled={busy} onClick={when(onResume)}>
          {i18n.t('panel.resume')}
        </button>
      )}
      {parked > 0 && (
        <button type="button" aria-disabled={busy} onClick={when(onRetryFailed)}>
          {i18n.t('panel.retryFailed', { count: parked })}
        </button>
      )}
      {run.mode !== 'preview' && run.outcomes.length > 0 && (
        <button type="button" aria-disabled={busy} onClick={when(() => onExport(run.id))}>
          {i18n.t('panel.export')}
        </button>
      )}
      {canUndo && (
        <button
          type="button"
          aria-disabled={busy}
          aria-expanded={asking}
          aria-controls={asking ? id : undefined}
          onClick={() => setAsking(!asking)}
        >
          {i18n.t('panel.undo')}
        </button>
      )}
      {canUndo && asking && (
        <div id={id} class="confirm">
          <p>{i18n.t('panel.undoMeans')}</p>
          <button type="button" class="primary" aria-disabled={busy} onClick={when(() => onUndo(run.id))}>
            {i18n.t('panel.undoConfirm')}
          </button>
        </div>
      )}
    </div>
  );
}
