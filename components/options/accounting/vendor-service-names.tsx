import { i18n } from '#i18n';
import type { FieldErrors } from '../field-name';
import { TextField } from '../text-field';
import type { ConnectionTo } from './connection-of';

interface Props {
  readonly services: ConnectionTo<'dynamics-nav'>['services'] | undefined;
  readonly errors: FieldErrors;
}

/** The names under which the pages of the vendors' ledger are usually published. */
export const USUAL_VENDOR_SERVICES = {
  bills: 'PostedPurchaseInvoices',
  vendorEntries: 'VendorLedgerEntries',
  vendorDetailed: 'DetailedVendLedgEntries',
} as const;

/** Under which names the pages of the vendors' ledger are published as web services. */
export function VendorServiceNames({ services, errors }: Props) {
  return (
    <details class="fold">
      <summary>{i18n.t('options.bills.services')}</summary>
      <p class="help">{i18n.t('options.dynamicsNav.servicesHelp')}</p>
      {(['bills', 'vendorEntries', 'vendorDetailed'] as const).map((page) => (
        <TextField
          key={page}
          name={`${page}Service`}
          label={i18n.t(`options.bills.${page}Service`)}
          value={services?.[page] ?? USUAL_VENDOR_SERVICES[page]}
          error={errors[`${page}Service`]}
          maxLength={240}
          required
        />
      ))}
    </details>
  );
}
