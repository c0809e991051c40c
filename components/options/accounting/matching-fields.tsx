import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Answer } from '@/utils/messaging/protocol';
import type { MatchPreview as Preview } from '@/utils/payments/match-preview';
import { SAME_NUMBER, type NumberRule } from '@/utils/payments/number-rule';
import { createFormReader } from '../form-reader';
import { SelectField } from '../select-field';
import type { System } from './connection-of';
import { MatchPreview } from './match-preview';
import { NumberRuleFields } from './number-rule-fields';
import { readMatching } from './read-matching';
import { MATCH_FIELDS, type MatchField } from './match-field';

interface Props {
  readonly system: System;
  /** Undefined for a connection that is not stored yet. */
  readonly stored: (NumberRule & { readonly field: MatchField }) | undefined;
  /** Tries what stands in the fields; left out where there is nothing to try it on yet. */
  readonly onTry?: (matching: NumberRule & { readonly field: MatchField }) => Promise<Answer<Preview>>;
  /** Whether that is done once without being asked. */
  readonly atOnce?: boolean;
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

/** Which invoice of the books is which of Manage. What few need is folded away. */
export function MatchingFields({ system, stored, onTry, atOnce = false }: Props) {
  const fields = useRef<HTMLDivElement>(null);
  // A suggestion that is used fills the fields anew.
  const [rule, use] = useState<NumberRule>(stored ?? SAME_NUMBER);
  const [field, setField] = useState<MatchField>(stored?.field ?? 'number');

  const entered = (): NumberRule & { readonly field: MatchField } => {
    const form = fields.current?.closest('form');
    return readMatching(
      createFormReader(new FormData(form ?? undefined), []),
      MATCH_FIELDS[system],
      undefined,
    );
  };
  return (
    <div ref={fields} class="group">
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
      <NumberRuleFields key={JSON.stringify(rule)} of="invoices" rule={rule} />
      {onTry && <MatchPreview atOnce={atOnce} onTry={() => onTry(entered())} onUse={use} />}
    </div>
  );
}
