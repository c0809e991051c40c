import { i18n } from '#i18n';
import type { FieldErrors } from '../field-name';
import { TextField } from '../text-field';
import { USUAL_SERVICES } from './usual-services';
import type { ConnectionTo } from './connection-of';

type Services = Pick<ConnectionTo<'dynamics-nav'>['services'], 'invoices' | 'entries' | 'detailed'>;

interface Props {
  readonly services: Services | undefined;
  readonly errors: FieldErrors;
}

/** Under which names the pages are published as web services. Folded away: few need it. */
export function ServiceNames({ services = USUAL_SERVICES, errors }: Props) {
  return (
    <details class="fold">
      <summary>{i18n.t('options.dynamicsNav.services')}</summary>
      <p class="help">{i18n.t('options.dynamicsNav.servicesHelp')}</p>
      {(['invoices', 'entries', 'detailed'] as const).map((page) => (
        <TextField
          key={page}
          name={`${page}Service`}
          label={i18n.t(`options.dynamicsNav.${page}Service`)}
          value={services[page]}
          error={errors[`${page}Service`]}
          maxLength={240}
          required
        />
      ))}
    </details>
  );
}
