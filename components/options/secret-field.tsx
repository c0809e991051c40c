import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { FieldError, FieldName } from './field-name';
import { describedBy, FieldFrame } from './field-frame';

interface Props {
  readonly name: FieldName;
  readonly label: string;
  /** A value is stored, which does not come back and need not be typed again. */
  readonly stored: boolean;
  readonly help?: string;
  readonly error?: FieldError | undefined;
  readonly required?: boolean;
}

/** A key or password: hidden, with a button that shows what is being typed. */
export function SecretField({ name, label, stored, help, error, required = false }: Props) {
  const id = useId();
  const [revealed, setRevealed] = useState(false);
  return (
    <FieldFrame id={id} label={label} help={help} error={error} locked={false}>
      <div class="with-button">
        <input
          id={id}
          name={name}
          type={revealed ? 'text' : 'password'}
          required={required && !stored}
          maxLength={4000}
          placeholder={stored ? i18n.t('options.stored') : undefined}
          autocomplete="new-password"
          spellcheck={false}
          aria-invalid={error !== undefined}
          aria-describedby={describedBy(id, { help, error })}
        />
        <button
          type="button"
          aria-pressed={revealed}
          aria-label={i18n.t('options.reveal', { field: label })}
          onClick={() => setRevealed(!revealed)}
        >
          <span class="eye" aria-hidden="true" />
        </button>
      </div>
    </FieldFrame>
  );
}
