import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { SelectField } from '../select-field';
import type { NumberIn } from './read-number-in';

/** Which field of an invoice in the books holds the invoice number of Manage. */
export function NumberInField({ stored = 'number' }: { readonly stored: NumberIn | undefined }) {
  const [field, setField] = useState(stored);
  return (
    <SelectField
      name="manageNumberIn"
      label={i18n.t('options.numberIn.label')}
      help={i18n.t('options.numberIn.help')}
      value={field}
      onChoose={setField}
      choices={[
        { value: 'number', label: i18n.t('options.numberIn.number') },
        { value: 'external-document-number', label: i18n.t('options.numberIn.externalDocumentNumber') },
      ]}
    />
  );
}
