import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { FieldErrors } from '../field-name';
import type { StoredSettings } from '../options-port';
import { SecretField } from '../secret-field';
import { TextField } from '../text-field';
import { TickField } from '../tick-field';
import { connectionOf } from './connection-of';
import { isUnencrypted } from './odata-address';
import { ServiceNames } from './service-names';

interface Props {
  readonly stored: StoredSettings;
  readonly errors: FieldErrors;
}

/** Where the firm's own server is, who signs in to it, and which company is meant. */
export function DynamicsNavFields({ stored: { settings, secretsSet }, errors }: Props) {
  const connection = connectionOf(settings.connections, 'dynamics-nav');
  const [address, setAddress] = useState(connection?.baseUrl ?? '');
  return (
    <>
      <p class="help">{i18n.t('options.dynamicsNav.help')}</p>
      <TextField
        name="baseUrl"
        label={i18n.t('options.dynamicsNav.baseUrl')}
        help={i18n.t('options.dynamicsNav.baseUrlHelp')}
        value={connection?.baseUrl ?? ''}
        error={errors.baseUrl}
        onInput={setAddress}
        maxLength={500}
        required
      />
      {isUnencrypted(address) && (
        <TickField
          name="allowHttp"
          label={i18n.t('options.dynamicsNav.allowHttp')}
          help={i18n.t('options.dynamicsNav.allowHttpWarning')}
          checked={connection?.allowHttp ?? false}
          error={errors.allowHttp}
          risky
        />
      )}
      <TextField
        name="company"
        label={i18n.t('options.dynamicsNav.company')}
        help={i18n.t('options.dynamicsNav.companyHelp')}
        value={connection?.company ?? ''}
        error={errors.company}
        maxLength={30}
        required
      />
      <TextField
        name="user"
        label={i18n.t('options.dynamicsNav.user')}
        help={i18n.t('options.dynamicsNav.userHelp')}
        value={connection?.user ?? ''}
        error={errors.user}
        maxLength={132}
        required
      />
      <SecretField
        name="webServiceKey"
        label={i18n.t('options.dynamicsNav.webServiceKey')}
        help={i18n.t('options.dynamicsNav.webServiceKeyHelp')}
        stored={secretsSet.includes(`${connection?.id ?? 'dynamics-nav'}.webServiceKey`)}
        error={errors.webServiceKey}
        required
      />
      <TextField
        name="localCurrency"
        label={i18n.t('options.dynamicsNav.localCurrency')}
        help={i18n.t('options.dynamicsNav.localCurrencyHelp')}
        value={connection?.localCurrency ?? ''}
        error={errors.localCurrency}
        maxLength={3}
        required
      />
      <ServiceNames services={connection?.services} errors={errors} />
    </>
  );
}
