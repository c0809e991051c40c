import { i18n } from '#i18n';
import type { ManageSettings } from '@/utils/storage/settings';
import { ChoiceField } from './choice-field';
import type { FieldErrors } from './field-name';
import type { StoredSettings } from './options-port';
import { SecretField } from './secret-field';
import { TextField } from './text-field';

type SignIn = ManageSettings['signIn'];

interface Props {
  readonly stored: StoredSettings;
  readonly errors: FieldErrors;
  readonly signIn: SignIn;
  readonly onChoose: (signIn: SignIn) => void;
  /** Which way stands first. */
  readonly first: SignIn;
}

/** How to sign in to Manage, and what that takes. */
export function SignInFields({ stored: { settings, secretsSet }, errors, signIn, onChoose, first }: Props) {
  const { manage } = settings;
  const apiKeys = {
    value: 'api-keys',
    label: i18n.t('options.manage.apiKeys'),
    help: i18n.t('options.manage.apiKeysHelp'),
  } as const;
  const session = {
    value: 'session',
    label: i18n.t('options.manage.session'),
    help: i18n.t('options.manage.sessionHelp'),
  } as const;
  return (
    <>
      <ChoiceField
        name="signIn"
        legend={i18n.t('options.manage.signIn')}
        value={signIn}
        onChoose={onChoose}
        choices={first === 'session' ? [session, apiKeys] : [apiKeys, session]}
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
    </>
  );
}
