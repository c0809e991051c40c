import type { AccountingSource, Watermark } from '@/utils/accounting/source';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { isoDate } from '@/utils/payments/iso-date';
import { money } from '@/utils/payments/money';

const FIRST_NUMBER = 1_000_000;
const PAGE = 1_000;
const CLOSED = isoDate('2026-11-20');

/** Every invoice is over 1,000.00 and paid in full, but for every tenth, of which half is paid. */
const TOTAL = 100_000;

/** The invoice at a place of the books. Made when it is asked for, so that the books take no room. */
export function invoiceAt(at: number): AccountingInvoice {
  const paid = at % 10 === 9 ? TOTAL / 2 : TOTAL;
  const number = String(FIRST_NUMBER + at);
  return {
    id: number,
    number,
    kind: 'invoice',
    ledger: 'receivable',
    state: 'posted',
    customerNumber: '10018',
    currency: 'NOK',
    total: money(TOTAL, 'NOK'),
    settlements: [{ kind: 'payment', date: CLOSED, amount: money(paid, 'NOK'), reference: '' }],
    remaining: money(TOTAL - paid, 'NOK'),
    closedOn: paid === TOTAL ? CLOSED : null,
    notes: [],
  };
}

/** The place of a number in the books. */
export function placeOf(number: string): number {
  return Number(number) - FIRST_NUMBER;
}

/** Books of so many changed invoices, read page by page. @param onPage told before each page is made */
export function streamedBooks(size: number, onPage: () => void): Pick<AccountingSource, 'changes'> {
  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- an async generator by contract
    async *changes() {
      for (let from = 0; from < size; from += PAGE) {
        onPage();
        const length = Math.min(PAGE, size - from);
        const isLast = from + length === size;
        yield {
          invoices: Array.from({ length }, (_, at) => invoiceAt(from + at)),
          unreadable: [],
          watermark: isLast ? ('end' as Watermark) : null,
        };
      }
    },
  };
}
