import { useEffect, useId } from 'preact/hooks';
import type { FieldError, FieldName } from './field-name';
import { describedBy, FieldFrame } from './field-frame';
import { useLock } from './locks';

interface Props<T extends string> {
  readonly name: FieldName;
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChoose: (value: T) => void;
  readonly help?: string;
  readonly error?: FieldError | undefined;
  readonly required?: boolean;
}

/** One of a list. */
export function SelectField<T extends string>(props: Props<T>) {
  const { name, label, value, choices, onChoose, help, error, required = false } = props;
  const id = useId();
  const lock = useLock(name);
  const locked = lock !== undefined;
  const set = locked ? (String(lock) as T) : value;
  useEffect(() => {
    if (set !== value) onChoose(set);
  }, [set, value]);
  if (locked) {
    // A list that cannot be opened would be out of reach of the keyboard, and not be sent with the form.
    return (
      <FieldFrame id={id} label={label} help={help} error={error} locked>
        <input
          id={id}
          type="text"
          readOnly
          value={choices.find((choice) => choice.value === set)?.label ?? set}
          aria-describedby={describedBy(id, { help, error, locked })}
        />
        <input type="hidden" name={name} value={set} />
      </FieldFrame>
    );
  }
  return (
    <FieldFrame id={id} label={label} help={help} error={error} locked={false}>
      <select
        id={id}
        name={name}
        value={value}
        required={required}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, { help, error })}
        onChange={(event) => onChoose(event.currentTarget.value as T)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
