import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { FieldError } from './field-name';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly help: string | undefined;
  readonly error: FieldError | undefined;
  readonly children: ComponentChildren;
}

/** A field with its label above, its help below, and what is wrong with it in place. */
export function FieldFrame({ id, label, help, error, children }: Props) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      {error && (
        <p id={`${id}-error`} class="error">
          {i18n.t(`options.error.${error}`)}
        </p>
      )}
      {help && (
        <p id={`${id}-help`} class="help">
          {help}
        </p>
      )}
    </div>
  );
}

/** What describes a field's control: first what is wrong, then its help. */
export function describedBy(
  id: string,
  { help, error }: { help?: unknown; error?: unknown },
): string | undefined {
  return [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ') || undefined;
}
