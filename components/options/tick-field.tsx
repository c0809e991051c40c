import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { describedBy } from './field-frame';
import type { FieldError, FieldName } from './field-name';

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
  return (
    <div class="choice">
      <label>
        <input
          type="checkbox"
          name={name}
          defaultChecked={checked}
          aria-invalid={error !== undefined}
          onChange={(event) => onTick?.(event.currentTarget.checked)}
          aria-describedby={describedBy(id, { help, error })}
        />
        {label}
      </label>
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
