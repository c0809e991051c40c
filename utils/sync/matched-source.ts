import type { AccountingSource, ChangePage } from '@/utils/accounting/source';
import { numberInManage, numbersInBooks, type NumberRule } from '@/utils/payments/number-rule';

/**
 * The same books, whose invoices have the numbers that Manage knows them by. An invoice whose number is not of the
 * form that the rule describes is left out: no invoice of Manage is meant by it.
 */
export function matchedSource(source: AccountingSource, rule: NumberRule): AccountingSource {
  const inManage = (page: ChangePage): ChangePage => ({
    ...page,
    invoices: page.invoices.flatMap((invoice) => {
      const number = numberInManage(invoice.number, rule);
      return number === null ? [] : [{ ...invoice, number }];
    }),
    unreadable: page.unreadable.flatMap(({ number: inBooks, reason }) => {
      // Whose number cannot be told may be any.
      const number = inBooks === '' ? '' : numberInManage(inBooks, rule);
      return number === null ? [] : [{ number, reason }];
    }),
  });

  const lookUp: AccountingSource['lookUp'] = async (numbers, signal, stored) => {
    const wanted = new Set(numbers.flatMap((number) => numbersInBooks(number, rule)));
    return inManage(await source.lookUp([...wanted], signal, stored));
  };

  return {
    get capabilities() {
      return source.capabilities;
    },

    async *changes(query, signal) {
      const stored = query.from === 'watermark' ? query.watermark : query.stored;
      for await (const found of source.changes(query, signal)) {
        const page = inManage(found);
        yield rule.leadingZeros === 'exact' ? page : await withTwins(page, lookUp, signal, stored);
      }
    },

    lookUp,
    reachesBack: (query, watermark) => source.reachesBack(query, watermark),
    later: (a, b) => source.later(a, b),
  };
}

/**
 * Where leading zeros do not count, another invoice of the books may have the same number for Manage, and has not
 * changed: the two must be seen together.
 */
async function withTwins(
  page: ChangePage,
  lookUp: AccountingSource['lookUp'],
  signal: AbortSignal,
  stored: Parameters<AccountingSource['lookUp']>[2],
): Promise<ChangePage> {
  const numbers = new Set(page.invoices.map(({ number }) => number));
  if (numbers.size === 0) return page;
  const all = await lookUp([...numbers], signal, stored);
  const byId = new Map([...page.invoices, ...all.invoices].map((invoice) => [invoice.id, invoice]));
  const unread = new Set(all.unreadable.map(({ number }) => number));
  return {
    ...page,
    invoices: [...byId.values()].filter(({ number }) => !unread.has(number)),
    unreadable: [...page.unreadable, ...all.unreadable],
  };
}
