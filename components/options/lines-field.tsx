import { useId } from 'preact/hooks';
import type { FieldError, FieldName } from './field-name';
import { describedBy, FieldFrame } from './field-frame';
import { useLock } from './locks';

interface Props {
  readonly name: FieldName;
  readonly label: string;
  readonly value: readonly string[];
  readonly help: string;
  readonly error: FieldError | undefined;
}

/** A list of texts, one a line. */
export function LinesField({ name, label, value, help, error }: Props) {
  const id = useId();
  // What is set is in the value: no list of lines hangs on anything that may be missing.
  const locked = useLock(name) !== undefined;
  return (
    <FieldFrame id={id} label={label} help={help} error={error} locked={locked}>
      <textarea
        id={id}
        name={name}
        rows={4}
        defaultValue={value.join('\n')}
        readOnly={locked}
        spellcheck={false}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, { help, error, locked })}
      />
    </FieldFrame>
  );
}
