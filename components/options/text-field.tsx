import { useId } from 'preact/hooks';
import type { FieldError, FieldName } from './field-name';
import { describedBy, FieldFrame } from './field-frame';
import { useLock } from './locks';

export interface TextFieldProps {
  readonly name: FieldName;
  readonly label: string;
  readonly value: string;
  readonly help?: string;
  readonly error?: FieldError | undefined;
  readonly required?: boolean;
  readonly maxLength?: number;
  /** Told what stands in the field while it is being typed. */
  readonly onInput?: (text: string) => void;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { name, label, value, help, error, required = false, maxLength, onInput } = props;
  const id = useId();
  const lock = useLock(name);
  const locked = lock !== undefined;
  return (
    <FieldFrame id={id} label={label} help={help} error={error} locked={locked}>
      <input
        id={id}
        name={name}
        type="text"
        defaultValue={locked ? String(lock) : value}
        readOnly={locked}
        required={required}
        maxLength={maxLength}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, { help, error, locked })}
        onInput={(event) => onInput?.(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}
