import type { AccountingSource } from '@/utils/accounting/source';
import type { AccountingInvoice, Settlement } from '@/utils/payments/accounting-invoice';
import { isoDate } from '@/utils/payments/iso-date';
import { money } from '@/utils/payments/money';
import { factsOf, leftOf } from '../../../../sandbox/books/facts';
import type { Day, Story } from '../../../../sandbox/books/story';
import { viewOf } from '../../../../sandbox/books/views';
import { books } from './books';

/** Numbers on one page. */
const PAGE = 10;

/**
 * The bills of a story as a source without any vendor's API would tell them: those that changed since a day, each with
 * all that share its number.
 */
export function toldBills(story: Story, since: Day): AccountingSource {
  const view = viewOf('poweroffice-go', null);
  const facts = factsOf({ events: story.bills });
  const all = facts.map((each): AccountingInvoice => {
    const closings = each.reversed ? [] : view.closings(each);
    const left = leftOf(each);
    const day = view.closedOn(closings);
    return {
      id: each.key,
      number: each.theirNumber ?? '',
      kind: each.isInvoice ? 'invoice' : 'credit-note',
      ledger: 'payable',
      state: each.reversed ? 'reversed' : 'posted',
      customerNumber: String(each.accountNo),
      partyName: story.vendors.find(({ no }) => no === each.accountNo)?.name ?? '',
      currency: each.currency,
      total: money(each.total, each.currency),
      settlements: closings.map(({ isMoney, day: on, minor }): Settlement => ({
        kind: isMoney ? 'payment' : 'credit',
        date: on === null ? null : isoDate(on),
        amount: money(minor, each.currency),
        reference: '',
      })),
      remaining: money(left, each.currency),
      closedOn: left === 0 && day !== null ? isoDate(day) : null,
      notes: [],
    };
  });
  const seen = new Set(facts.filter((each) => view.sees(each, since)).map(({ key }) => key));
  const numbers = [...new Set(all.flatMap(({ id, number }) => (seen.has(id) ? [number] : [])))];
  const pages = Array.from({ length: Math.ceil(numbers.length / PAGE) }, (_, at) => {
    const told = numbers.slice(at * PAGE, (at + 1) * PAGE);
    return { invoices: all.filter(({ number }) => told.includes(number)) };
  });
  return books(pages, {
    lookUp: (numbers) =>
      Promise.resolve({
        invoices: all.filter(({ number }) => numbers.includes(number)),
        unreadable: [],
        watermark: null,
      }),
  });
}
