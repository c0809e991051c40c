import { i18n } from '#i18n';
import type { Settings } from '@/utils/storage/settings';
import type { FieldErrors } from '../field-name';
import type { OptionsPort } from '../options-port';
import { TextField } from '../text-field';
import { TickField } from '../tick-field';
import { connectionOf } from './connection-of';
import { EnvironmentAndCompany } from './environment-and-company';
import { MicrosoftSignIn } from './microsoft-sign-in';
import { RedirectAddress } from './redirect-address';
import type { BusinessCentral } from './use-business-central';

interface Props {
  readonly settings: Settings;
  readonly errors: FieldErrors;
  readonly businessCentral: BusinessCentral;
  readonly copy: OptionsPort['copy'];
  readonly onSignIn: () => void;
}

/** The firm's app registration, who signs in to it, and which company is meant. */
export function BusinessCentralFields({ settings, errors, businessCentral, copy, onSignIn }: Props) {
  const connection = connectionOf(settings.connections, 'business-central');
  return (
    <>
      <p class="help">{i18n.t('options.businessCentral.help')}</p>
      <TextField
        name="tenantId"
        label={i18n.t('options.businessCentral.tenantId')}
        help={i18n.t('options.businessCentral.tenantIdHelp')}
        value={connection?.tenantId ?? ''}
        error={errors.tenantId}
        maxLength={50}
        required
      />
      <TextField
        name="applicationId"
        label={i18n.t('options.businessCentral.applicationId')}
        help={i18n.t('options.businessCentral.applicationIdHelp')}
        value={connection?.clientId ?? ''}
        error={errors.applicationId}
        maxLength={50}
        required
      />
      <RedirectAddress address={businessCentral.redirectUrl} copy={copy} />
      <MicrosoftSignIn businessCentral={businessCentral} onSignIn={onSignIn} />
      <EnvironmentAndCompany connection={connection} errors={errors} businessCentral={businessCentral} />
      <TickField
        name="datedWhenFirstSeen"
        label={i18n.t('options.businessCentral.datedWhenFirstSeen')}
        help={i18n.t('options.businessCentral.datedWhenFirstSeenHelp')}
        checked={connection?.datedWhenFirstSeen ?? false}
      />
    </>
  );
}
