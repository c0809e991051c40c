import { i18n } from '#i18n';
import type { Choice } from '@/utils/accounting/business-central/choices';
import type { FieldError, FieldName } from '../field-name';
import { SelectField } from '../select-field';

interface Props {
  readonly name: FieldName;
  readonly label: string;
  readonly value: string;
  /** What is stored, which can be kept although the list lacks it. */
  readonly stored: string;
  /** Null while there is no list. */
  readonly listed: readonly Choice[] | null;
  readonly error: FieldError | undefined;
  readonly onChoose: (value: string) => void;
}

/** One of a list that the accounting system keeps. Not shown before there is anything to choose. */
export function ListedField({ name, label, value, stored, listed, error, onChoose }: Props) {
  const list = listed ?? [];
  const kept = stored !== '' && !list.some((each) => each.value === stored);
  if (list.length === 0 && !kept) return null;
  return (
    <SelectField
      name={name}
      label={label}
      value={value}
      error={error}
      onChoose={onChoose}
      required
      choices={[
        ...(value === '' ? [{ value: '', label: i18n.t('options.businessCentral.choose') }] : []),
        ...(kept
          ? [{ value: stored, label: i18n.t('options.businessCentral.asStored', { value: stored }) }]
          : []),
        ...list,
      ]}
    />
  );
}
