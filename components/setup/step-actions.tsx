import { i18n } from '#i18n';

interface Props {
  readonly busy: boolean;
  readonly next: string;
  /** Absent in the first step. */
  readonly onBack?: () => void;
  /** Absent where the form is submitted instead. */
  readonly onNext?: () => void;
}

/** On and back. */
export function StepActions({ busy, next, onBack, onNext }: Props) {
  return (
    <div class="actions">
      <button
        type={onNext ? 'button' : 'submit'}
        class="primary"
        aria-disabled={busy}
        onClick={() => !busy && onNext?.()}
      >
        {next}
      </button>
      {onBack && (
        <button type="button" aria-disabled={busy} onClick={() => !busy && onBack()}>
          {i18n.t('setup.back')}
        </button>
      )}
    </div>
  );
}
