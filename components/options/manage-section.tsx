import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { AddressField, PLACEHOLDERS } from './address-field';
import type { FieldErrors } from './field-name';
import type { StoredSettings } from './options-port';
import { SignInFields } from './sign-in-fields';
import { TextField } from './text-field';
import { USUAL_WRITE_BACK } from './usual-write-back';
import { WriteBackFields } from './write-back-fields';

interface Props {
  readonly stored: StoredSettings;
  readonly errors: FieldErrors;
}

/** Where Manage is, how to sign in to it, and how payments are shown there. */
export function ManageSection({ stored, errors }: Props) {
  const { manage } = stored.settings;
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
      <SignInFields stored={stored} errors={errors} signIn={signIn} onChoose={setSignIn} first="api-keys" />
      <TextField
        name="homeCurrency"
        label={i18n.t('options.manage.homeCurrency')}
        help={i18n.t('options.manage.homeCurrencyHelp')}
        value={manage?.homeCurrency ?? ''}
        error={errors.homeCurrency}
        maxLength={3}
      />
      <WriteBackFields writeBack={manage?.writeBack ?? USUAL_WRITE_BACK} errors={errors} />
      <AddressField
        name="manageInvoiceAddress"
        label={i18n.t('options.links.manage')}
        help={i18n.t('options.links.manageHelp', PLACEHOLDERS)}
        value={manage?.invoiceAddress ?? ''}
        error={errors.manageInvoiceAddress}
        site={manage?.site ?? ''}
      />
    </section>
  );
}
