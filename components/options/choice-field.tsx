import { useEffect, useId } from 'preact/hooks';
import type { FieldName } from './field-name';
import { LockNote } from './lock-note';
import { useLock } from './locks';

interface Props<T extends string> {
  readonly name: FieldName;
  readonly legend: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string; readonly help: string }[];
  readonly onChoose: (value: T) => void;
}

/** One of a few ways, each explained. */
export function ChoiceField<T extends string>({ name, legend, value, choices, onChoose }: Props<T>) {
  const id = useId();
  const lock = useLock(name);
  const locked = lock !== undefined;
  const set = locked ? (String(lock) as T) : value;
  useEffect(() => {
    if (set !== value) onChoose(set);
  }, [set, value]);
  return (
    <fieldset class="choices" aria-describedby={locked ? `${id}-lock` : undefined}>
      <legend>{legend}</legend>
      {locked && <LockNote id={id} />}
      {choices.map((choice) => (
        <div key={choice.value} class="choice">
          <label>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === set}
              disabled={locked && choice.value !== set}
              aria-describedby={`${id}-${choice.value}`}
              onChange={() => onChoose(choice.value)}
            />
            {choice.label}
          </label>
          <p id={`${id}-${choice.value}`} class="help">
            {choice.help}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
