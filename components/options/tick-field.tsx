import { useId } from 'preact/hooks';
import type { FieldName } from './field-name';

interface Props {
  readonly name: FieldName;
  readonly label: string;
  readonly help: string;
  readonly checked: boolean;
}

/** Something to agree to, with what it means. */
export function TickField({ name, label, help, checked }: Props) {
  const id = useId();
  return (
    <div class="choice">
      <label>
        <input type="checkbox" name={name} defaultChecked={checked} aria-describedby={`${id}-help`} />
        {label}
      </label>
      <p id={`${id}-help`} class="help">
        {help}
      </p>
    </div>
  );
}
