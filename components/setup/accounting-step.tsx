import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { connectionOf, type System } from '@/components/options/accounting/connection-of';
import { BusinessCentralFields } from '@/components/options/accounting/business-central-fields';
import { DynamicsNavFields } from '@/components/options/accounting/dynamics-nav-fields';
import { PowerOfficeFields } from '@/components/options/accounting/poweroffice-fields';
import { readConnection } from '@/components/options/accounting/read-connection';
import { systemTitle } from '@/components/options/accounting/system-title';
import { useBusinessCentral } from '@/components/options/accounting/use-business-central';
import { ChoiceField } from '@/components/options/choice-field';
import { AccountingPicture } from './pictures/accounting-pictures';
import { StepActions } from './step-actions';
import { StepCheck } from './step-check';
import { StepFrame } from './step-frame';
import type { StepProps } from './step-props';
import { useStepForm } from './use-step-form';
import { withConnection } from './with-connection';

const SYSTEMS: readonly System[] = ['poweroffice-go', 'business-central', 'dynamics-nav'];

/** Whose books tell what was paid, and what that system needs. */
export function AccountingStep(props: StepProps) {
  const { port, optionsPort, options, stored, onBack, onDone } = props;
  const { settings } = stored;
  const [system, setSystem] = useState<System>(settings.connections[0]?.system ?? 'poweroffice-go');
  const businessCentral = useBusinessCentral(optionsPort, options);
  const form = useStepForm({
    ...props,
    step: 'accounting',
    checked: ({ connections }) => connectionOf(connections, system)?.id ?? system,
    read(reader, purpose) {
      // Unlike on the settings page, books are wanted here, whether there were some before or not.
      const connection = readConnection(reader, settings.connections, purpose, true);
      if (connection === null) return settings;
      return { ...settings, connections: withConnection(settings.connections, connection) };
    },
  });
  const { errors } = form;
  return (
    <StepFrame
      title={i18n.t('setup.accounting.title')}
      intro={i18n.t('setup.accounting.intro')}
      picture={<AccountingPicture system={system} />}
    >
      <form {...form.attributes}>
        <ChoiceField
          name="system"
          legend={i18n.t('options.accounting.system')}
          value={system}
          onChoose={setSystem}
          choices={SYSTEMS.map((each) => ({
            value: each,
            label: systemTitle(each),
            help: systemHelp(each),
          }))}
        />
        {system === 'poweroffice-go' && <PowerOfficeFields stored={stored} errors={errors} />}
        {system === 'business-central' && (
          <BusinessCentralFields
            settings={settings}
            errors={errors}
            businessCentral={businessCentral}
            copy={port.copy}
            onSignIn={() => {
              const reading = form.reading('sign-in');
              if (reading !== null) businessCentral.signIn(reading);
            }}
          />
        )}
        {system === 'dynamics-nav' && <DynamicsNavFields stored={stored} errors={errors} />}
        <StepActions busy={form.busy} next={i18n.t('setup.check')} onBack={onBack} />
      </form>
      <StepCheck
        port={port}
        options={options}
        stored={stored}
        onDone={onDone}
        of={connectionOf(settings.connections, system)?.id ?? system}
        name={systemTitle(system)}
        form={form}
      />
    </StepFrame>
  );
}

function systemHelp(system: System): string {
  switch (system) {
    case 'poweroffice-go':
      return i18n.t('setup.accounting.powerOffice');
    case 'business-central':
      return i18n.t('setup.accounting.businessCentral');
    case 'dynamics-nav':
      return i18n.t('setup.accounting.dynamicsNav');
  }
}
