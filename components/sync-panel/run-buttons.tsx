import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  readonly running: boolean;
  /** Nothing can be run now. */
  readonly off: boolean;
  /** An answer is awaited: nothing more can be pressed. */
  readonly pending: boolean;
  readonly onRun: (mode: 'sync' | 'preview') => void;
  readonly onStop: () => void;
}

/**
 * Run Sync, Preview and, while a run goes on, Stop. Run Sync and Preview stay focusable while they are switched
 * off, so that pressing one by keyboard does not lose the place; Stop gives its place back when it goes.
 */
export function RunButtons({ running, off: none, pending, onRun, onStop }: Props) {
  const runButton = useRef<HTMLButtonElement>(null);
  const stopHadFocus = useRef(false);
  const off = none || pending;

  useEffect(() => {
    if (running || !stopHadFocus.current) return;
    stopHadFocus.current = false;
    const button = runButton.current;
    const { activeElement, body } = document;
    if (button && (activeElement === null || activeElement === body)) button.focus();
  }, [running]);

  const press = (mode: 'sync' | 'preview') => () => {
    if (!off) onRun(mode);
  };
  return (
    <div class="buttons">
      <button type="button" class="primary" ref={runButton} aria-disabled={off} onClick={press('sync')}>
        {i18n.t('panel.run')}
      </button>
      <button type="button" aria-disabled={off} onClick={press('preview')}>
        {i18n.t('panel.preview')}
      </button>
      {running && (
        <button
          type="button"
          aria-disabled={pending}
          onFocus={() => (stopHadFocus.current = true)}
          onClick={() => !pending && onStop()}
        >
          {i18n.t('panel.stop')}
        </button>
      )}
    </div>
  );
}
