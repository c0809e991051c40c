import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PaidRule } from '@/utils/payments/paid-rule';
import type { FieldErrors } from '../field-name';
import { SelectField } from '../select-field';
import { TextField } from '../text-field';

interface Props {
  /** Undefined for a connection that is not stored yet. */
  readonly stored: PaidRule | undefined;
  readonly errors: FieldErrors;
}

type Counted = 'discounts' | 'credits' | 'writeOffs';

/** What counts as paid, each choice with an example. Folded away: the usual choices suit most firms. */
export function PaidFields({ stored, errors }: Props) {
  return (
    <details class="fold">
      <summary>{i18n.t('options.paid.title')}</summary>
      <p class="help">{i18n.t('options.paid.help')}</p>
      <CountedField name="discounts" value={stored?.discounts ?? 'paid'} />
      <CountedField name="credits" value={stored?.credits ?? 'apart'} />
      <CountedField name="writeOffs" value={stored?.writeOffs ?? 'apart'} />
      <TextField
        name="tolerance"
        label={i18n.t('options.paid.tolerance')}
        help={i18n.t('options.paid.toleranceHelp')}
        value={stored?.tolerance ?? '0'}
        error={errors.tolerance}
        maxLength={5}
        required
      />
    </details>
  );
}

function CountedField({ name, value }: { readonly name: Counted; readonly value: 'paid' | 'apart' }) {
  const [chosen, choose] = useState(value);
  return (
    <SelectField
      name={name}
      label={i18n.t(`options.paid.${name}`)}
      help={i18n.t(`options.paid.${name}Help`)}
      value={chosen}
      onChoose={choose}
      choices={[
        { value: 'paid', label: i18n.t('options.paid.counts') },
        { value: 'apart', label: i18n.t('options.paid.apart') },
      ]}
    />
  );
}
