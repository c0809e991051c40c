import type { NumberRule } from '@/utils/payments/number-rule';
import type { FieldName } from '../field-name';

/** How the fields of a number rule are named in the form, of customers' invoices and of vendors' bills. */
export const NUMBER_RULE_NAMES = {
  invoices: {
    booksPrefix: 'booksPrefix',
    managePrefix: 'managePrefix',
    booksSuffix: 'booksSuffix',
    manageSuffix: 'manageSuffix',
    leadingZeros: 'leadingZeros',
  },
  bills: {
    booksPrefix: 'billBooksPrefix',
    managePrefix: 'billManagePrefix',
    booksSuffix: 'billBooksSuffix',
    manageSuffix: 'billManageSuffix',
    leadingZeros: 'billLeadingZeros',
  },
} as const satisfies Record<string, Record<keyof NumberRule, FieldName>>;

export type NumberRuleOf = keyof typeof NUMBER_RULE_NAMES;
