import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ChoiceField } from './choice-field';
import type { FieldErrors } from './field-name';
import type { StoredSettings } from './options-port';
import { SecretField } from './secret-field';
import { TextField } from './text-field';
import { USUAL_WRITE_BACK } from './usual-write-back';
import { WriteBackFields } from './write-back-fields';

interface Props {
  readonly stored: StoredSettings;
  readonly errors: FieldErrors;
}

/** Where Manage is, how to sign in to it, and how payments are shown there. */
export function ManageSection({ stored: { settings, secretsSet }, errors }: Props) {
  const { manage } = settings;
  const [signIn, setSignIn] = useState(manage?.signIn ?? 'api-keys');
  return (
    <section aria-labelledby="manage-title">
      <h2 id="manage-title">{i18n.t('options.manage.title')}</h2>
      <TextField
        name="site"
        label={i18n.t('options.manage.site')}
        help={i18n.t('options.manage.siteHelp')}
        value={manage?.site ?? ''}
        error={errors.site}
        required
      />
      <TextField
        name="companyId"
        label={i18n.t('options.manage.companyId')}
        help={i18n.t('options.manage.companyIdHelp')}
        value={manage?.companyId ?? ''}
        error={errors.companyId}
        maxLength={50}
        required
      />
      <ChoiceField
        name="signIn"
        legend={i18n.t('options.manage.signIn')}
        value={signIn}
        onChoose={setSignIn}
        choices={[
          {
            value: 'api-keys',
            label: i18n.t('options.manage.apiKeys'),
            help: i18n.t('options.manage.apiKeysHelp'),
          },
          {
            value: 'session',
            label: i18n.t('options.manage.session'),
            help: i18n.t('options.manage.sessionHelp'),
          },
        ]}
      />
      {signIn === 'api-keys' && (
        <>
          <TextField
            name="publicKey"
            label={i18n.t('options.manage.publicKey')}
            value={manage?.publicKey ?? ''}
            error={errors.publicKey}
            maxLength={100}
            required
          />
          <SecretField
            name="privateKey"
            label={i18n.t('options.manage.privateKey')}
            help={i18n.t('options.manage.privateKeyHelp')}
            stored={secretsSet.includes('manage.privateKey')}
            error={errors.privateKey}
            required
          />
        </>
      )}
      <TextField
        name="clientId"
        label={i18n.t('options.manage.clientId')}
        help={i18n.t('options.manage.clientIdHelp')}
        value={manage?.clientId ?? ''}
        error={errors.clientId}
        maxLength={100}
        required
      />
      <TextField
        name="homeCurrency"
        label={i18n.t('options.manage.homeCurrency')}
        help={i18n.t('options.manage.homeCurrencyHelp')}
        value={manage?.homeCurrency ?? ''}
        error={errors.homeCurrency}
        maxLength={3}
      />
      <WriteBackFields writeBack={manage?.writeBack ?? USUAL_WRITE_BACK} errors={errors} />
    </section>
  );
}
