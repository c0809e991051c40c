import { NO_BILLS, type BillsRule } from '@/utils/payments/bills-rule';
import type { FormReader } from '../form-reader';
import { aliasesFrom } from './alias-lines';

/** What is done with vendors' bills, from the filled form; as before where it does not show that. */
export function readBills(form: FormReader, before: BillsRule | undefined) {
  const stored = before ?? NO_BILLS;
  if (!form.has('billsShown')) return copyOf(stored);
  if (!form.has('bills')) return { ...copyOf(stored), on: false };
  const vendors = aliasesFrom(form.linesOrNone('vendorAliases'));
  if (vendors === null) form.refuse('vendorAliases', 'vendorAlias');
  return copyOf({
    on: true,
    matching: {
      booksPrefix: form.asTyped('billBooksPrefix'),
      managePrefix: form.asTyped('billManagePrefix'),
      booksSuffix: form.asTyped('billBooksSuffix'),
      manageSuffix: form.asTyped('billManageSuffix'),
      leadingZeros: form.text('billLeadingZeros') === 'ignored' ? 'ignored' : 'exact',
    },
    vendors: vendors ?? [],
  });
}

/** Settings are plain lists that may be written to. */
function copyOf({ on, matching, vendors }: BillsRule) {
  return { on, matching: { ...matching }, vendors: vendors.map((each) => ({ ...each })) };
}
