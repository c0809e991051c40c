import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { NumberRule } from '@/utils/payments/number-rule';
import { SelectField } from '../select-field';
import { TextField } from '../text-field';
import { NUMBER_RULE_NAMES, type NumberRuleOf } from './number-rule-names';

interface Props {
  readonly of: NumberRuleOf;
  readonly rule: NumberRule;
}

const AFFIXES = ['booksPrefix', 'managePrefix', 'booksSuffix', 'manageSuffix'] as const;

/** How numbers of the books and of Manage differ. Folded away while they do not. */
export function NumberRuleFields({ of, rule }: Props) {
  const [zeros, setZeros] = useState(rule.leadingZeros);
  const names = NUMBER_RULE_NAMES[of];
  const usesAffix = AFFIXES.some((affix) => rule[affix] !== '');
  return (
    <details class="fold" open={usesAffix || zeros === 'ignored'}>
      <summary>{i18n.t(of === 'bills' ? 'options.bills.differ' : 'options.matching.differ')}</summary>
      <p class="help">{i18n.t('options.matching.differHelp')}</p>
      {AFFIXES.map((affix) => (
        <TextField
          key={affix}
          name={names[affix]}
          label={i18n.t(`options.matching.${affix}`)}
          value={rule[affix]}
          maxLength={15}
        />
      ))}
      <SelectField
        name={names.leadingZeros}
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
  );
}
