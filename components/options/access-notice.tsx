import { i18n } from '#i18n';
import { hostNames } from './needed-origins';

interface Props {
  readonly origins: readonly string[];
  readonly onAllow: () => void;
}

/** Hosts the browser does not let the product reach yet, and the button that asks for them. */
export function AccessNotice({ origins, onAllow }: Props) {
  return (
    <div class="access">
      <p>{i18n.t('options.accessMissing', { hosts: hostNames(origins) })}</p>
      <button type="button" onClick={onAllow}>
        {i18n.t('options.allowAccess')}
      </button>
    </div>
  );
}
