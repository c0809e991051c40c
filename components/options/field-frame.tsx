import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { FieldError } from './field-name';
import { LockNote } from './lock-note';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly help: string | undefined;
  readonly error: FieldError | undefined;
  /** Whether the organisation has set it. */
  readonly locked: boolean;
  readonly children: ComponentChildren;
}

/** A field with its label above, its help below, and what is wrong with it in place. */
export function FieldFrame({ id, label, help, error, locked, children }: Props) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      {locked && <LockNote id={id} />}
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

/** What describes a field's control: first what is wrong, then who has set it, then its help. */
export function describedBy(
  id: string,
  { help, error, locked }: { help?: unknown; error?: unknown; locked?: boolean },
): string | undefined {
  return (
    [error && `${id}-error`, locked && `${id}-lock`, help && `${id}-help`].filter(Boolean).join(' ') ||
    undefined
  );
}
