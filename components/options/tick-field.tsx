import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { describedBy } from './field-frame';
import type { FieldError, FieldName } from './field-name';
import { LockNote } from './lock-note';
import { useLock } from './locks';

interface Props {
  readonly name: FieldName;
  readonly label: string;
  readonly help: string;
  readonly checked: boolean;
  readonly error?: FieldError | undefined;
  /** What is agreed to can do harm. */
  readonly risky?: boolean;
  readonly onTick?: (ticked: boolean) => void;
}

/** Something to agree to, with what it means. */
export function TickField({ name, label, help, checked, error, risky = false, onTick }: Props) {
  const id = useId();
  const lock = useLock(name);
  const locked = lock !== undefined;
  return (
    <div class="choice">
      <label>
        <input
          type="checkbox"
          name={name}
          defaultChecked={locked ? lock === true : checked}
          aria-disabled={locked}
          onClick={(event) => locked && event.preventDefault()}
          aria-invalid={error !== undefined}
          onChange={(event) => onTick?.(event.currentTarget.checked)}
          aria-describedby={describedBy(id, { help, error, locked })}
        />
        {label}
      </label>
      {locked && <LockNote id={id} />}
      {error && (
        <p id={`${id}-error`} class="error">
          {i18n.t(`options.error.${error}`)}
        </p>
      )}
      <p id={`${id}-help`} class={risky ? 'help warning' : 'help'}>
        {help}
      </p>
    </div>
  );
}
