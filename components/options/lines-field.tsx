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
  const lock = useLock(name);
  const locked = lock !== undefined;
  const lines = locked ? (lock as readonly string[]) : value;
  return (
    <FieldFrame id={id} label={label} help={help} error={error} locked={locked}>
      <textarea
        id={id}
        name={name}
        rows={4}
        defaultValue={lines.join('\n')}
        readOnly={locked}
        spellcheck={false}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, { help, error, locked })}
      />
    </FieldFrame>
  );
}
