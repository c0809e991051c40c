import { describe, expect, it } from 'vitest';
import { keepBooks } from './support/books';
import { fakeBusinessCentral, never, readAll, since } from './support/fake-business-central';

const START = '2026-02-01';

describe.each(['receivable', 'payable'] as const)(
  'what is read of an invoice, with the %s ledger',
  (ledger) => {
    type Story = (books: ReturnType<typeof keepBooks>) => void;
    const stories: readonly (readonly [string, Story, string])[] = [
      ['unpaid', (b) => b.invoice('A', 1000), '1000 left'],
      ['of amount 0', (b) => b.invoice('A', 0), '0 left'],
      ['paid in part', (b) => b.settle(b.invoice('A', 1000), 400), 'payment 400 2026-03-01; 600 left'],
      [
        'paid in two parts',
        (b) => {
          const invoice = b.invoice('A', 1000);
          b.settle(invoice, 400, { on: '2026-03-01' });
          b.settle(invoice, 600, { on: '2026-03-20' });
        },
        'payment 400 2026-03-01; payment 600 2026-03-20; 0 left; closed 2026-03-20',
      ],
      [
        'paid and taken back',
        (b) => {
          const invoice = b.invoice('A', 1000);
          b.undo(invoice, b.settle(invoice, 1000), 1000);
        },
        '1000 left',
      ],
      [
        'paid, taken back and paid again on the same day by a payment of the same amount',
        (b) => {
          const invoice = b.invoice('A', 1000);
          b.undo(invoice, b.settle(invoice, 1000, { no: 'B1' }), 1000);
          b.settle(invoice, 1000, { no: 'B2' });
        },
        'payment 1000 2026-03-01; 0 left; closed 2026-03-01',
      ],
      [
        'credited in part and paid',
        (b) => {
          const invoice = b.invoice('A', 1000);
          b.settle(invoice, 300, { type: 'Credit_x0020_Memo', on: '2026-02-10' });
          b.settle(invoice, 700);
        },
        'credit 300 2026-02-10; payment 700 2026-03-01; 0 left; closed 2026-03-01',
      ],
      [
        'credited in full',
        (b) => b.settle(b.invoice('A', 1000), 1000, { type: 'Credit_x0020_Memo' }),
        'credit 1000 2026-03-01; 0 left; closed 2026-03-01',
      ],
      [
        'posted onto a prepayment',
        (b) => b.settle(b.invoice('A', 1000), 1000, { type: 'Invoice', no: 'A' }),
        'unclassified 1000 2026-03-01; 0 left; closed 2026-03-01; unclassifiedSettlement',
      ],
      [
        'settled by a journal line without a type',
        (b) => b.settle(b.invoice('A', 1000), 1000, { type: '_x0020_' }),
        'unclassified 1000 2026-03-01; 0 left; closed 2026-03-01; unclassifiedSettlement',
      ],
      ['cancelled', (b) => b.cancel(b.invoice('A', 1000)), 'cancelled; 0 left'],
      [
        'made to cancel a credit memo',
        (b) => {
          const corrective = b.invoice('A', 1000);
          b.settle(corrective, 1000, { type: 'Credit_x0020_Memo' });
          corrective.document.status = 'Corrective';
        },
        'reversed; 0 left',
      ],
      [
        'in another currency, paid in it',
        (b) => b.settle(b.invoice('A', 100, { currencyCode: 'USD', rate: 10.5 }), 40),
        // A purchase invoice does not tell itself what remains, and the ledger has it in kroner.
        ledger === 'payable'
          ? 'payment 40 2026-03-01; 60 left; convertedAtInvoiceRate'
          : 'payment 40 2026-03-01; 60 left',
      ],
      [
        'in another currency, credited and paid in part',
        (b) => {
          const invoice = b.invoice('A', 100, { currencyCode: 'USD', rate: 10.5 });
          b.settle(invoice, 25, { type: 'Credit_x0020_Memo' });
          b.settle(invoice, 50);
        },
        'credit 25 2026-03-01; payment 50 2026-03-01; 25 left; convertedAtInvoiceRate',
      ],
    ];

    it.each(stories)('%s', async (_, tell, words) => {
      const books = keepBooks();
      tell(books);
      const { source } = fakeBusinessCentral(books, { ledger });
      const { words: told, invoices } = await readAll(source, since(START));
      expect(told).toEqual({ A: words });
      expect((await source.lookUp(['A'], never)).invoices).toEqual(invoices);
    });

    it('takes the day Business Central closed it, not that of a payment matched later', async () => {
      const books = keepBooks();
      const invoice = books.invoice('A', 1000);
      books.settle(invoice, 1000, { on: '2026-03-01' });
      for (const line of books.lines) if (!line.cleOpen) line.cleClosedAtDate = '2026-03-09';
      const { source } = fakeBusinessCentral(books, { ledger });
      expect((await readAll(source, since(START))).words).toEqual({
        A: 'payment 1000 2026-03-01; 0 left; closed 2026-03-09',
      });
    });

    it('leaves a rate difference out of what a payment in kroner settled', async () => {
      const books = keepBooks();
      const invoice = books.invoice('A', 100, { currencyCode: 'USD', rate: 10 });
      books.settle(invoice, 50, { type: 'Credit_x0020_Memo' });
      const no = books.settle(invoice, 50, { local: 600 });
      books.line(invoice.entryNo, {
        dcleEntryType: 'Realized_x0020_Gain',
        dcleDocumentType: 'Payment',
        dcleDocumentNo: no,
        dcleAmountLCY: 100,
      });
      const { source } = fakeBusinessCentral(books, { ledger });
      expect((await readAll(source, since(START))).words['A']).toMatch(/^credit 50 .*; payment 50 /);
    });

    it('counts a discount that stands on the invoice itself', async () => {
      const books = keepBooks();
      const invoice = books.invoice('A', 100, { currencyCode: 'USD', rate: 10 });
      books.settle(invoice, 98);
      books.settle(invoice, 2, { type: 'Invoice', no: 'S1' });
      for (const line of books.lines) {
        if (line.dcleDocumentType === 'Invoice' && line.dcleEntryType === 'Application') {
          Object.assign(line, { dcleEntryType: 'Payment_x0020_Discount', dcleDocumentType: 'Payment' });
        }
      }
      const { source } = fakeBusinessCentral(books, { ledger });
      expect((await readAll(source, since(START))).words['A']).toBe(
        'payment 98 2026-03-01; discount 2 2026-03-01; 0 left; closed 2026-03-01',
      );
    });

    it('calls a currency what the firm calls it', async () => {
      const books = keepBooks();
      books.invoice('A', 1000, { currencyCode: 'EURO' });
      const { source } = fakeBusinessCentral(books, { ledger });
      expect((await readAll(source, since(START))).invoices[0]?.currency).toBe('EURO');
    });

    it('never shows a draft', async () => {
      const books = keepBooks();
      books.invoice('A', 1000, { status: 'Draft' });
      books.invoice('B', 1000, { status: 'In_x0020_Review' });
      const { source } = fakeBusinessCentral(books, { ledger });
      expect((await readAll(source, since(START))).invoices).toEqual([]);
      expect((await source.lookUp(['A', 'B'], never)).invoices).toEqual([]);
    });

    it('declares what it can tell', async () => {
      const { source } = fakeBusinessCentral(keepBooks(), { ledger });
      await readAll(source, since(START));
      expect(source.capabilities).toEqual({
        ledgers: [ledger],
        exactPaidDate: true,
        creditsApart: true,
        cursor: 'entry-number',
        overlapMinutes: 15,
      });
    });
  },
);
