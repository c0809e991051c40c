import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  readonly busy: boolean;
  readonly next: string;
  /** Absent in the first step. */
  readonly onBack?: () => void;
  /** Whether the step may be left while it is busy. */
  readonly mayLeave?: boolean;
  /** Absent where the form is submitted instead. */
  readonly onNext?: () => void;
  /** Absent while nothing goes on that can be stopped. */
  readonly onStop?: (() => void) | undefined;
}

/** On and back, and Stop, which gives its place back when it goes. */
export function StepActions({ busy, next, onBack, mayLeave = !busy, onNext, onStop }: Props) {
  const primary = useRef<HTMLButtonElement>(null);
  const stopHadFocus = useRef(false);
  const stoppable = onStop !== undefined;

  useEffect(() => {
    if (stoppable || !stopHadFocus.current) return;
    stopHadFocus.current = false;
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) primary.current?.focus();
  }, [stoppable]);

  return (
    <div class="actions">
      <button
        type={onNext ? 'button' : 'submit'}
        class="primary"
        ref={primary}
        aria-disabled={busy}
        onClick={() => !busy && onNext?.()}
      >
        {next}
      </button>
      {onStop && (
        <button type="button" onFocus={() => (stopHadFocus.current = true)} onClick={onStop}>
          {i18n.t('panel.stop')}
        </button>
      )}
      {onBack && (
        <button type="button" aria-disabled={!mayLeave} onClick={() => mayLeave && onBack()}>
          {i18n.t('setup.back')}
        </button>
      )}
    </div>
  );
}
