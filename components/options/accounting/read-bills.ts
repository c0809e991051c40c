import { NO_BILLS, type BillsRule } from '@/utils/payments/bills-rule';
import type { FormReader } from '../form-reader';
import { aliasesFrom } from './alias-lines';
import { readNumberRule } from './read-number-rule';

/** What is done with vendors' bills, from the filled form; as before where it does not show that. */
export function readBills(form: FormReader, before: BillsRule | undefined) {
  const stored = before ?? NO_BILLS;
  if (!form.has('billsShown')) return copyOf(stored);
  if (!form.has('bills')) return { ...copyOf(stored), on: false };
  const vendors = aliasesFrom(form.linesOrNone('vendorAliases'));
  if (vendors === null) form.refuse('vendorAliases', 'vendorAlias');
  return copyOf({
    on: true,
    matching: readNumberRule(form, 'bills'),
    vendors: vendors ?? [],
  });
}

/** Settings are plain lists that may be written to. */
function copyOf({ on, matching, vendors }: BillsRule) {
  return { on, matching: { ...matching }, vendors: vendors.map((each) => ({ ...each })) };
}
