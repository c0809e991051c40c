import { comparableInManage, spellingsInManage, type NumberRule } from '@/utils/payments/number-rule';
import type { ManagePort } from './manage-port';

/**
 * The same Manage, asked for numbers as {@link matchedSource} tells them. Where leading zeros do not count, it is asked
 * for every spelling, and what it holds has the number without them: two of Manage that differ by zeros alone are then
 * two candidates, as any two with one number.
 */
export function matchedManage<Port extends Pick<ManagePort, 'findInvoices'>>(
  manage: Port,
  rule: NumberRule,
): Port {
  if (rule.leadingZeros === 'exact') return manage;
  return {
    ...manage,
    async findInvoices(numbers, signal) {
      const spellings = numbers.flatMap((number) => spellingsInManage(number, rule));
      const found = await manage.findInvoices(spellings, signal);
      const comparable = (number: string): string => comparableInManage(number, rule);
      return {
        invoices: found.invoices.map((each) => ({ ...each, number: comparable(each.number) })),
        unaskable: [...new Set(found.unaskable.map(comparable))],
        unreadable: found.unreadable.map((each) =>
          each.number === undefined ? each : { ...each, number: comparable(each.number) },
        ),
      };
    },
  };
}
