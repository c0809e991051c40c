import { useId } from 'preact/hooks';
import type { FieldError, FieldName } from './field-name';
import { describedBy, FieldFrame } from './field-frame';

export interface TextFieldProps {
  readonly name: FieldName;
  readonly label: string;
  readonly value: string;
  readonly help?: string;
  readonly error?: FieldError | undefined;
  readonly required?: boolean;
  readonly maxLength?: number;
}

/** One line of text. */
export function TextField({ name, label, value, help, error, required = false, maxLength }: TextFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} help={help} error={error}>
      <input
        id={id}
        name={name}
        type="text"
        defaultValue={value}
        required={required}
        maxLength={maxLength}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, { help, error })}
      />
    </FieldFrame>
  );
}
