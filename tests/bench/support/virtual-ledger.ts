import type { Row, VirtualTable } from './virtual-table';

/** Customer ledger entries of an invoice and its payment lie this far from those of the next one. */
const STEP = 40;
const FIRST_ENTRY = 100_000;
const FIRST_NUMBER = 100_000;

/** One invoice of 100.00 and what was booked on it since: a third is paid in part, the others in full. */
interface Story {
  readonly number: string;
  readonly invoiceEntry: number;
  readonly paymentEntry: number;
  readonly paid: number;
  readonly isOpen: boolean;
}

/** A detailed entry, in the words of neither system. */
export interface Detail {
  readonly no: number;
  readonly story: Story;
  readonly kind: 'invoice' | 'payment' | 'applied to invoice' | 'applied to payment';
}

/**
 * A customer ledger in which each of so many invoices was paid once since some moment. Before it stands one detailed
 * entry for each, after it three.
 */
export function virtualLedger(invoices: number) {
  const story = (at: number): Story => ({
    number: String(FIRST_NUMBER + at),
    invoiceEntry: FIRST_ENTRY + at * STEP,
    paymentEntry: FIRST_ENTRY + at * STEP + 7,
    paid: at % 3 === 0 ? 40 : 100,
    isOpen: at % 3 === 0,
  });

  const SINCE = ['payment', 'applied to invoice', 'applied to payment'] as const;
  function detail(at: number): Detail {
    if (at < invoices) return { no: at + 1, story: story(at), kind: 'invoice' };
    const since = at - invoices;
    return { no: at + 1, story: story(Math.floor(since / 3)), kind: SINCE[since % 3] ?? 'payment' };
  }

  const ofInvoice = (at: number): readonly number[] => (at >= 0 && at < invoices ? [at] : []);
  return {
    /** The last detailed entry before anything was paid. */
    before: invoices,
    details(row: (detail: Detail) => Row, entryColumn: string): VirtualTable {
      return {
        size: invoices * 4,
        row: (at) => row(detail(at)),
        index: {
          [entryColumn]: (entryNo) => {
            const [at, rest] = placeOf(Number(entryNo));
            if (ofInvoice(at).length === 0) return [];
            if (rest === 0) return [at, invoices + at * 3 + 1];
            return rest === 7 ? [invoices + at * 3, invoices + at * 3 + 2] : [];
          },
        },
      };
    },
    /** The ledger entries of the invoices, without those of payments. */
    entries(row: (story: Story) => Row, entryColumn: string): VirtualTable {
      const index = {
        [entryColumn]: (entryNo: unknown) => {
          const [at, rest] = placeOf(Number(entryNo));
          return rest === 0 ? ofInvoice(at) : [];
        },
      };
      return { size: invoices, row: (at) => row(story(at)), index };
    },
    documents(row: (story: Story) => Row, numberColumn: string): VirtualTable {
      const index = { [numberColumn]: (number: unknown) => ofInvoice(Number(number) - FIRST_NUMBER) };
      return { size: invoices, row: (at) => row(story(at)), index };
    },
  };
}

function placeOf(entryNo: number): readonly [at: number, rest: number] {
  const from = entryNo - FIRST_ENTRY;
  return [Math.floor(from / STEP), from % STEP];
}
