import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { FieldErrors } from './field-name';
import { FieldFrame } from './field-frame';
import type { StoredSettings } from './options-port';
import { powerOfficeOf } from './read-form';
import { SecretField } from './secret-field';

interface Props {
  readonly stored: StoredSettings;
  readonly errors: FieldErrors;
}

/** The keys of PowerOffice Go, all of one environment. */
export function PowerOfficeSection({ stored: { settings, secretsSet }, errors }: Props) {
  const id = useId();
  const connection = powerOfficeOf(settings);
  const isStored = (key: string): boolean =>
    secretsSet.includes(`${connection?.id ?? 'poweroffice-go'}.${key}`);
  return (
    <section aria-labelledby="poweroffice-title">
      <h2 id="poweroffice-title">{i18n.t('options.powerOffice.title')}</h2>
      <p class="help">{i18n.t('options.powerOffice.help')}</p>
      <FieldFrame
        id={id}
        label={i18n.t('options.powerOffice.environment')}
        help={undefined}
        error={undefined}
      >
        <select id={id} name="environment" defaultValue={connection?.environment ?? 'production'}>
          <option value="production">{i18n.t('options.powerOffice.production')}</option>
          <option value="demo">{i18n.t('options.powerOffice.demo')}</option>
        </select>
      </FieldFrame>
      {(['applicationKey', 'clientKey', 'subscriptionKey'] as const).map((key) => (
        <SecretField
          key={key}
          name={key}
          label={i18n.t(`options.powerOffice.${key}`)}
          help={i18n.t(`options.powerOffice.${key}Help`)}
          stored={isStored(key)}
          error={errors[key]}
          required={connection !== undefined}
        />
      ))}
    </section>
  );
}
