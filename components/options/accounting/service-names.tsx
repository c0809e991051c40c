import { i18n } from '#i18n';
import type { FieldErrors } from '../field-name';
import { TextField } from '../text-field';
import type { ConnectionTo } from './connection-of';

type Services = Pick<ConnectionTo<'dynamics-nav'>['services'], 'invoices' | 'entries' | 'detailed'>;

interface Props {
  readonly services: Services | undefined;
  readonly errors: FieldErrors;
}

/** The names under which the pages are usually published. */
const USUAL: Services = {
  invoices: 'PostedSalesInvoices',
  entries: 'CustomerLedgerEntries',
  detailed: 'DetailedCustLedgEntries',
};

/** Under which names the pages are published as web services. Folded away: few need it. */
export function ServiceNames({ services = USUAL, errors }: Props) {
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
