import { SAME_NUMBER, type NumberRule } from '@/utils/payments/number-rule';
import type { FormReader } from '../form-reader';
import { readNumberRule } from './read-number-rule';

/**
 * How invoices match, from the filled form; as before where it does not show that.
 * @param fields what the system has, the usual one first
 */
export function readMatching<F extends string>(
  form: FormReader,
  fields: readonly [F, ...F[]],
  before: (NumberRule & { field: F }) | undefined,
): NumberRule & { field: F } {
  if (!form.has('matchField')) return before ?? { ...SAME_NUMBER, field: fields[0] };
  return {
    field: fields.find((each) => each === form.text('matchField')) ?? fields[0],
    ...readNumberRule(form, 'invoices'),
  };
}
