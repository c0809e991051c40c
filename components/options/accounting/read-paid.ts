import { USUALLY_PAID, type PaidRule } from '@/utils/payments/paid-rule';
import type { FieldName } from '../field-name';
import type { FormReader } from '../form-reader';

/** What counts as paid, from the filled form; as before where it does not show that. An amount may be written with a comma. */
export function readPaid(form: FormReader, before: PaidRule = USUALLY_PAID): PaidRule {
  if (!form.has('tolerance')) return before;
  const counted = (name: FieldName): 'paid' | 'apart' => (form.text(name) === 'paid' ? 'paid' : 'apart');
  return {
    discounts: counted('discounts'),
    credits: counted('credits'),
    writeOffs: counted('writeOffs'),
    tolerance: form.matching('tolerance', /^\d{1,2}([.,]\d{1,2})?$/, 'tolerance').replace(',', '.'),
  };
}
