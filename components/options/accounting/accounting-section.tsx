import { Fragment } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { AddressField, PLACEHOLDERS } from '../address-field';
import type { FieldErrors } from '../field-name';
import type { OptionsPort, StoredSettings } from '../options-port';
import { SelectField } from '../select-field';
import { TextField } from '../text-field';
import { BillsFields } from './bills-fields';
import { BusinessCentralFields } from './business-central-fields';
import { ConnectionChooser } from './connection-chooser';
import { connectionOf, type System } from './connection-of';
import { DynamicsNavFields } from './dynamics-nav-fields';
import { MatchingFields } from './matching-fields';
import { PaidFields } from './paid-fields';
import { PowerOfficeFields } from './poweroffice-fields';
import { systemTitle } from './system-title';
import type { BusinessCentral } from './use-business-central';
import type { EditedConnection } from './use-edited-connection';

interface Props {
  readonly stored: StoredSettings;
  readonly errors: FieldErrors;
  readonly businessCentral: BusinessCentral;
  readonly copy: OptionsPort['copy'];
  readonly onSignIn: () => void;
  readonly editor: EditedConnection;
  readonly previewMatching: OptionsPort['previewMatching'];
}

/** Whose books tell what was paid, and what that system needs. */
export function AccountingSection(props: Props) {
  const { stored, errors, businessCentral, copy, onSignIn, editor, previewMatching } = props;
  const changed = useRef(false);
  const connected = stored.settings.connections[0]?.system;
  const [system, setSystem] = useState<System>(connected ?? 'poweroffice-go');
  const edited = connectionOf(stored.settings.connections, system);
  return (
    <section aria-labelledby="accounting-title">
      <h2 id="accounting-title">{i18n.t('options.accounting.title')}</h2>
      {editor.connections.length > 0 && (
        <ConnectionChooser editor={editor} isChanged={() => changed.current} />
      )}
      <div class="group" onInput={() => (changed.current = true)}>
        {editor.connections.length > 0 && (
          <TextField
            name="connectionName"
            label={i18n.t('options.connections.name')}
            help={i18n.t('options.connections.nameHelp', { system: systemTitle(system) })}
            value={stored.settings.connections[0]?.name ?? ''}
            maxLength={60}
          />
        )}
        <SelectField
          name="system"
          label={i18n.t('options.accounting.system')}
          value={system}
          onChoose={setSystem}
          choices={[
            { value: 'poweroffice-go', label: i18n.t('options.powerOffice.title') },
            { value: 'business-central', label: i18n.t('options.businessCentral.fullName') },
            { value: 'dynamics-nav', label: i18n.t('options.dynamicsNav.title') },
          ]}
        />
        {connected !== undefined && connected !== system && (
          <p class="help warning">
            {i18n.t('options.accounting.replaces', { system: systemTitle(connected) })}
          </p>
        )}
        {system === 'poweroffice-go' && <PowerOfficeFields stored={stored} errors={errors} />}
        {system === 'business-central' && (
          <BusinessCentralFields
            settings={stored.settings}
            errors={errors}
            businessCentral={businessCentral}
            copy={copy}
            onSignIn={onSignIn}
          />
        )}
        {system === 'dynamics-nav' && <DynamicsNavFields stored={stored} errors={errors} />}
        <Fragment key={system}>
          <MatchingFields
            system={system}
            stored={edited?.matching}
            {...(edited && {
              onTry: (matching) => previewMatching({ connectionId: edited.id, matching: matching }),
            })}
          />
          <PaidFields stored={edited?.paid} errors={errors} />
          <AddressField
            name="booksInvoiceAddress"
            label={i18n.t('options.links.books')}
            help={i18n.t(
              system === 'business-central' ? 'options.links.businessCentralHelp' : 'options.links.booksHelp',
              PLACEHOLDERS,
            )}
            value={edited?.invoiceAddress ?? ''}
            error={errors.booksInvoiceAddress}
          />
          <BillsFields
            stored={edited?.bills}
            orders={stored.settings.manage?.purchaseOrders}
            services={edited?.system === 'dynamics-nav' ? edited.services : undefined}
            isNav={system === 'dynamics-nav'}
            errors={errors}
          />
        </Fragment>
      </div>
    </section>
  );
}
