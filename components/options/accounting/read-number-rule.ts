import type { NumberRule } from '@/utils/payments/number-rule';
import type { FormReader } from '../form-reader';
import { NUMBER_RULE_NAMES, type NumberRuleOf } from './number-rule-names';

/** How numbers differ, from a form that shows it. */
export function readNumberRule(form: FormReader, of: NumberRuleOf): NumberRule {
  const names = NUMBER_RULE_NAMES[of];
  return {
    booksPrefix: form.asTyped(names.booksPrefix),
    managePrefix: form.asTyped(names.managePrefix),
    booksSuffix: form.asTyped(names.booksSuffix),
    manageSuffix: form.asTyped(names.manageSuffix),
    leadingZeros: form.text(names.leadingZeros) === 'ignored' ? 'ignored' : 'exact',
  };
}
