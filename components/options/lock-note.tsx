import { i18n } from '#i18n';

/** Says that somebody else has set a field, and who. */
export function LockNote({ id }: { readonly id: string }) {
  return (
    <p id={`${id}-lock`} class="locked">
      <span class="lock" aria-hidden="true" />
      {i18n.t('options.locked')}
    </p>
  );
}
