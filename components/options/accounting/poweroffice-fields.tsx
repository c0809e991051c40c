import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { FieldErrors } from '../field-name';
import type { StoredSettings } from '../options-port';
import { SecretField } from '../secret-field';
import { SelectField } from '../select-field';
import { TextField } from '../text-field';
import { connectionOf } from './connection-of';
import { POWEROFFICE_KEYS } from './read-poweroffice';

/** Where the books are kept in no other. */
const USUAL_CURRENCY = 'NOK';

interface Props {
  readonly stored: StoredSettings;
  readonly errors: FieldErrors;
}

/** The keys of PowerOffice Go, all of one environment. */
export function PowerOfficeFields({ stored: { settings, secretsSet }, errors }: Props) {
  const connection = connectionOf(settings.connections, 'poweroffice-go');
  const [environment, setEnvironment] = useState(connection?.environment ?? 'production');
  return (
    <>
      <p class="help">{i18n.t('options.powerOffice.help')}</p>
      <SelectField
        name="environment"
        label={i18n.t('options.powerOffice.environment')}
        value={environment}
        onChoose={setEnvironment}
        choices={[
          { value: 'production', label: i18n.t('options.powerOffice.production') },
          { value: 'demo', label: i18n.t('options.powerOffice.demo') },
        ]}
      />
      {POWEROFFICE_KEYS.map((key) => (
        <SecretField
          key={key}
          name={key}
          label={i18n.t(`options.powerOffice.${key}`)}
          help={i18n.t(`options.powerOffice.${key}Help`)}
          stored={secretsSet.includes(`${connection?.id ?? 'poweroffice-go'}.${key}`)}
          error={errors[key]}
          required={settings.connections.length > 0}
        />
      ))}
      <TextField
        name="localCurrency"
        label={i18n.t('options.powerOffice.clientCurrency')}
        help={i18n.t('options.powerOffice.clientCurrencyHelp')}
        value={connection?.clientCurrency ?? USUAL_CURRENCY}
        error={errors.localCurrency}
        maxLength={3}
      />
    </>
  );
}
