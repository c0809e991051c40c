import { i18n } from '#i18n';
import type { NumberRule } from '@/utils/payments/number-rule';

/** What a rule asks for beyond numbers that are alike. */
export function ruleInWords(rule: NumberRule): string {
  const affixes = (['booksPrefix', 'managePrefix', 'booksSuffix', 'manageSuffix'] as const)
    .filter((name) => rule[name] !== '')
    .map((name) =>
      i18n.t('options.matching.affix', { name: i18n.t(`options.matching.${name}`), text: rule[name] }),
    );
  const zeros =
    rule.leadingZeros === 'ignored'
      ? [`${i18n.t('options.matching.leadingZeros')}: ${i18n.t('options.matching.zerosIgnored')}`]
      : [];
  return [...affixes, ...zeros].join(', ');
}
