import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { OUTCOME_KINDS } from '@/utils/payments/outcome';
import type { RunState } from '@/utils/sync/run-state';

interface Props {
  readonly run: RunState;
  /** Whether it wrote something that can be taken back. */
  readonly canUndo: boolean;
  /** How many failed invoices are kept for the next run. */
  readonly parked?: number;
  /** An answer is awaited or another run is under way: nothing can be pressed. */
  readonly busy: boolean;
  /** Left out where the run cannot be gone on with. */
  readonly onResume?: () => void;
  readonly onRetryFailed?: () => void;
  readonly onUndo: (runId: string) => void;
  readonly onExport: (runId: string) => void;
}

/** What can be done once a run has ended: go on with it, try the failed again, take it back, keep its table. */
export function AfterRun(props: Props) {
  const { run, canUndo, parked = 0, busy, onResume, onRetryFailed, onUndo, onExport } = props;
  const id = useId();
  const [asking, setAsking] = useState(false);
  const cutOff = run.mode !== 'preview' && (run.phase === 'stopped' || run.phase === 'failed');
  const when = (action: () => void) => () => {
    if (busy) return;
    setAsking(false);
    action();
  };
  return (
    <div class="after">
      {cutOff && onResume && (
        <button type="button" aria-disabled={busy} onClick={when(onResume)}>
          {i18n.t('panel.resume')}
        </button>
      )}
      {parked > 0 && onRetryFailed && (
        <button type="button" aria-disabled={busy} onClick={when(onRetryFailed)}>
          {i18n.t('panel.retryFailed', { count: parked })}
        </button>
      )}
      {OUTCOME_KINDS.some((kind) => run.counts[kind] > 0) && (
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
          onClick={() => !busy && setAsking(!asking)}
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
