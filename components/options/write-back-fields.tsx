import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ManageSettings } from '@/utils/storage/settings';
import { CaptionFields } from './caption-fields';
import { ChoiceField } from './choice-field';
import type { FieldErrors } from './field-name';
import { TickField } from './tick-field';

interface Props {
  readonly writeBack: ManageSettings['writeBack'];
  readonly errors: FieldErrors;
}

/** The two ways of showing a payment in Manage, and what each of them needs. */
export function WriteBackFields({ writeBack, errors }: Props) {
  const [strategy, setStrategy] = useState(writeBack.strategy);
  return (
    <>
      <ChoiceField
        name="strategy"
        legend={i18n.t('options.writeBack.title')}
        value={strategy}
        onChoose={setStrategy}
        choices={[
          {
            value: 'payment-record',
            label: i18n.t('options.writeBack.paymentRecord'),
            help: i18n.t('options.writeBack.paymentRecordHelp'),
          },
          {
            value: 'custom-fields',
            label: i18n.t('options.writeBack.customFields'),
            help: i18n.t('options.writeBack.customFieldsHelp'),
          },
        ]}
      />
      {strategy === 'custom-fields' && <CaptionFields of="invoices" captions={writeBack} errors={errors} />}
      {strategy === 'payment-record' && (
        <TickField
          name="besideOtherIntegration"
          label={i18n.t('options.writeBack.besideOtherIntegration')}
          help={i18n.t('options.writeBack.besideOtherIntegrationHelp')}
          checked={writeBack.besideOtherIntegration}
        />
      )}
    </>
  );
}
