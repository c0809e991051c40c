import type { AccountingSource, Watermark } from '@/utils/accounting/source';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { booked, payment } from '../../unit/sync/support/books';

const FIRST_NUMBER = 1_000_000;
const PAGE = 1_000;

/** Every invoice is over 1,000.00 and paid in full, but for every tenth, of which half is paid. */
const TOTAL = 100_000;
const WHOLE = payment(TOTAL, '2026-11-20');
const HALF = payment(TOTAL / 2, '2026-11-20');

/** The invoice at a place of the books. Made when it is asked for, so that the books take no room. */
export function invoiceAt(at: number): AccountingInvoice {
  return booked(String(FIRST_NUMBER + at), TOTAL, [at % 10 === 9 ? HALF : WHOLE]);
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
