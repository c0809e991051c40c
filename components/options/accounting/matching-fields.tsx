import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { NumberRule } from '@/utils/payments/number-rule';
import { SelectField } from '../select-field';
import { TextField } from '../text-field';
import type { System } from './connection-of';
import { MATCH_FIELDS, type MatchField } from './match-field';

interface Props {
  readonly system: System;
  /** Undefined for a connection that is not stored yet. */
  readonly stored: (NumberRule & { readonly field: MatchField }) | undefined;
}

/** The catalogue's names have no hyphens: Chromium loads no extension that has others. */
const FIELD_WORDS = {
  number: 'number',
  'external-document-number': 'externalDocumentNumber',
  'order-number': 'orderNumber',
  'import-reference': 'importReference',
  'imported-order-number': 'importedOrderNumber',
  'matching-reference': 'matchingReference',
} as const satisfies Record<MatchField, string>;

const AFFIXES = ['booksPrefix', 'managePrefix', 'booksSuffix', 'manageSuffix'] as const;

/** Which invoice of the books is which of Manage. What few need is folded away. */
export function MatchingFields({ system, stored }: Props) {
  const [field, setField] = useState<MatchField>(stored?.field ?? 'number');
  const [zeros, setZeros] = useState(stored?.leadingZeros ?? 'exact');
  const usesAffix = AFFIXES.some((name) => (stored?.[name] ?? '') !== '');
  return (
    <>
      <SelectField
        name="matchField"
        label={i18n.t('options.matching.field')}
        help={i18n.t('options.matching.fieldHelp')}
        value={field}
        onChoose={setField}
        choices={MATCH_FIELDS[system].map((value) => ({
          value,
          label: i18n.t(`options.matching.fields.${FIELD_WORDS[value]}`),
        }))}
      />
      <details class="fold" open={usesAffix || zeros === 'ignored'}>
        <summary>{i18n.t('options.matching.differ')}</summary>
        <p class="help">{i18n.t('options.matching.differHelp')}</p>
        {AFFIXES.map((name) => (
          <TextField
            key={name}
            name={name}
            label={i18n.t(`options.matching.${name}`)}
            value={stored?.[name] ?? ''}
            maxLength={15}
          />
        ))}
        <SelectField
          name="leadingZeros"
          label={i18n.t('options.matching.leadingZeros')}
          help={i18n.t('options.matching.leadingZerosHelp')}
          value={zeros}
          onChoose={setZeros}
          choices={[
            { value: 'exact', label: i18n.t('options.matching.zerosExact') },
            { value: 'ignored', label: i18n.t('options.matching.zerosIgnored') },
          ]}
        />
      </details>
    </>
  );
}
