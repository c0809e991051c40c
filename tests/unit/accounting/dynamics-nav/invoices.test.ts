import { SAME_NUMBER } from '@/utils/payments/number-rule';
import { describe, expect, it, test } from 'vitest';
import { liveInvoice } from '@/utils/payments/match';
import type { ChangeQuery, Watermark } from '@/utils/accounting/source';
import type { Ledger } from '@/utils/payments/accounting-invoice';
import { toDecimalText } from '@/utils/payments/money';
import { inWords } from './support/in-words';
import { navLedger, type NavLedger } from './support/nav-ledger';
import { navServer, never, type ServerOptions } from './support/nav-server';
import { vendorPages } from './support/vendor-pages';

/** From the first entry on. */
const ALL: ChangeQuery = { from: 'watermark', watermark: '{"entryNo":0,"marks":[]}' as Watermark };

const PAGES_OF = { receivable: ({ pages }: NavLedger) => pages, payable: vendorPages };

function readerOf(side: Ledger) {
  return async (tell: (ledger: NavLedger) => void, options: ServerOptions = {}) => {
    const ledger = navLedger();
    tell(ledger);
    const server = navServer(PAGES_OF[side](ledger), { ...options, ledger: side });
    const changed = await server.changes(ALL);
    const [invoice] = changed.invoices;
    return { ...server, ...changed, words: invoice === undefined ? null : inWords(invoice) };
  };
}

describe.each(['receivable', 'payable'] as const)('of the %s ledger', (side) => {
  const read = readerOf(side);
  const pagesOf = PAGES_OF[side];

  describe('an invoice', () => {
    it('that nobody has paid is all open', async () => {
      const { words, invoices } = await read((ledger) => ledger.invoice('1001', 1250.5));
      expect(words).toEqual({
        state: 'posted',
        settled: [],
        remaining: '1250.50',
        closedOn: null,
        notes: [],
      });
      expect(invoices).toMatchObject([
        { number: '1001', kind: 'invoice', ledger: side, customerNumber: '10018', currency: 'NOK' },
      ]);
    });

    it('is paid in full on the latest posting day of what settled it, whatever was entered last', async () => {
      const { words } = await read((ledger) => {
        const invoice = ledger.invoice('1001', 1000);
        ledger.settle(invoice, 600, { on: '2026-03-04' });
        ledger.settle(invoice, 400, { on: '2026-02-20' });
      });
      expect(words).toEqual({
        state: 'posted',
        settled: ['payment 400.00 2026-02-20', 'payment 600.00 2026-03-04'],
        remaining: '0.00',
        closedOn: '2026-03-04',
        notes: [],
      });
    });

    it('paid in part has no closing day', async () => {
      const { words } = await read((ledger) => ledger.settle(ledger.invoice('1001', 1000), 400));
      expect(words).toMatchObject({
        settled: ['payment 400.00 2026-03-01'],
        remaining: '600.00',
        closedOn: null,
      });
    });

    it('whose payment was undone is open again', async () => {
      const { words } = await read((ledger) => {
        const invoice = ledger.invoice('1001', 1000);
        ledger.unapply(ledger.settle(invoice, 1000));
        ledger.settle(invoice, 250, { on: '2026-03-05' });
      });
      expect(words).toMatchObject({
        settled: ['payment 250.00 2026-03-05'],
        remaining: '750.00',
        closedOn: null,
      });
    });

    test.each([
      ['Payment', 'payment', []],
      ['Credit Memo', 'credit', []],
      ['Invoice', 'unclassified', ['unclassifiedSettlement']],
      ['', 'unclassified', ['unclassifiedSettlement']],
      ['Refund', 'unclassified', ['unclassifiedSettlement']],
    ])('settled by an application of type “%s” has a settlement of kind %s', async (type, kind, notes) => {
      const { words } = await read(
        (ledger) => void ledger.settle(ledger.invoice('1001', 1000), 1000, { type }),
      );
      expect(words).toMatchObject({ settled: [`${kind} 1000.00 2026-03-01`], remaining: '0.00', notes });
    });

    test.each(['Payment Discount', 'Payment Tolerance (VAT Excl.)', 'Appln. Rounding'])(
      'with a row of the type “%s” of its own has a discount',
      async (entryType) => {
        const { words } = await read((ledger) => {
          const invoice = ledger.invoice('1001', 1000);
          ledger.settle(invoice, 980);
          ledger.detail(invoice, -20, { entryType });
        });
        expect(words).toMatchObject({
          settled: ['payment 980.00 2026-03-01', 'discount 20.00 2026-03-01'],
          closedOn: '2026-03-01',
        });
      },
    );

    it('is not dated by an exchange rate adjustment after its payment', async () => {
      const { words } = await read((ledger) => {
        const invoice = ledger.invoice('1001', 1000, { currency: 'EUR' });
        ledger.detail(invoice, 0, { entryType: 'Unrealized Gain', on: '2026-02-28', type: '' });
        ledger.settle(invoice, 1000, { on: '2026-02-20' });
      });
      expect(words).toMatchObject({ settled: ['payment 1000.00 2026-02-20'], closedOn: '2026-02-20' });
    });

    it('of amount 0 has nothing to settle', async () => {
      const { words } = await read((ledger) => {
        ledger.invoice('1001', 0);
      });
      expect(words).toEqual({ state: 'posted', settled: [], remaining: '0.00', closedOn: null, notes: [] });
    });

    it('in another currency keeps it, to the decimal', async () => {
      const { invoices } = await read((ledger) => {
        ledger.settle(ledger.invoice('1001', 99.1, { currency: 'EUR' }), 33.03);
      });
      const [{ currency, total, remaining } = {}] = invoices;
      expect(currency).toBe('EUR');
      expect(total && toDecimalText(total)).toBe('99.10');
      expect(remaining && toDecimalText(remaining)).toBe('66.07');
    });

    test.each([
      ['cancelled', { cancelled: true }],
      ['corrective', { corrective: true }],
    ])('whose document is %s was never paid', async (_, told) => {
      const { words } = await read((ledger) => {
        ledger.settle(ledger.invoice('1001', 1000, told), 1000, { type: 'Credit Memo' });
      });
      expect(words).toEqual({
        state: 'cancelled',
        settled: [],
        remaining: '0.00',
        closedOn: null,
        notes: [],
      });
    });

    it('booked through a journal alone is read from its entry', async () => {
      const { words } = await read((ledger) =>
        ledger.settle(ledger.invoice('1001', 1000, { journal: true }), 1000),
      );
      expect(words).toMatchObject({ state: 'posted', remaining: '0.00', closedOn: '2026-03-01' });
    });
  });

  describe('a number', () => {
    it('used again stands for the live entry of its three', async () => {
      const { invoices, words } = await read((ledger) => {
        ledger.reverse(ledger.invoice('1001', 800, { journal: true }));
        ledger.settle(ledger.invoice('1001', 720, { journal: true }), 720);
      });
      expect(invoices).toHaveLength(1);
      expect(words).toMatchObject({ state: 'posted', settled: ['payment 720.00 2026-03-01'] });
    });

    it('used again stands for the live entry even when only the reversed one changed', async () => {
      const ledger = navLedger();
      const first = ledger.invoice('1001', 800, { journal: true });
      ledger.invoice('1001', 720, { journal: true });
      const before = await navServer(pagesOf(ledger), { ledger: side }).changes(ALL);
      ledger.reverse(first);
      const { invoices } = await navServer(pagesOf(ledger), { ledger: side }).changes({
        from: 'watermark',
        watermark: before.watermark,
      });
      expect(invoices.map(({ state, total }) => `${state} ${toDecimalText(total)}`)).toEqual([
        'posted 720.00',
      ]);
    });

    it('whose only invoice was reversed tells that it was taken back', async () => {
      const { invoices, words } = await read((ledger) => {
        ledger.reverse(ledger.invoice('1001', 800, { journal: true }));
      });
      expect(invoices).toHaveLength(1);
      expect(words).toEqual({ state: 'reversed', settled: [], remaining: '0.00', closedOn: null, notes: [] });
    });

    it('of an entry with a negative amount stands for nothing', async () => {
      const { invoices, unreadable } = await read((ledger) => {
        ledger.invoice('1001', -800, { journal: true });
      });
      expect({ invoices, unreadable }).toEqual({ invoices: [], unreadable: [] });
    });

    it('that several entries of a customer carry is the one with the day and amount of the document', async () => {
      const { invoices, words } = await read((ledger) => {
        ledger.invoice('1001', 300, { journal: true });
        ledger.settle(ledger.invoice('1001', 1000), 1000);
        ledger.invoice('1001', 1000, { journal: true, on: '2026-01-31' });
      });
      expect(invoices).toHaveLength(1);
      expect(words).toMatchObject({ settled: ['payment 1000.00 2026-03-01'] });
    });

    it('whose invoice was split into several entries tells so and concludes nothing', async () => {
      const { invoices, words } = await read((ledger) => {
        ledger.invoice('1001', 1000);
        ledger.pages[25].pop();
        ledger.pages[573].pop();
        ledger.settle(ledger.invoice('1001', 400, { journal: true }), 400);
        ledger.invoice('1001', 600, { journal: true });
      });
      expect(invoices).toHaveLength(1);
      expect(words).toMatchObject({ remaining: null, settled: [], notes: ['splitInvoice'] });
    });

    it('that two customers’ live invoices carry comes with both', async () => {
      const { invoices } = await read((ledger) => {
        ledger.invoice('1001', 500, { journal: true, customer: '10001' });
        ledger.invoice('1001', 700, { journal: true, customer: '10002' });
      });
      expect(invoices.map(({ customerNumber }) => customerNumber)).toEqual(['10001', '10002']);
    });
  });

  describe('what cannot be read', () => {
    it('is an entry of a document type that is not known, named as it was seen', async () => {
      const { invoices, unreadable } = await read((ledger) =>
        ledger.invoice('1001', 500, { journal: true, type: '21' }),
      );
      // The server's own list of options does not hold it, so nothing asks for it by name.
      expect(invoices).toEqual([]);
      expect(unreadable).toEqual([
        { number: '1001', reason: { code: 'navDocumentTypeUnknown', params: { type: '21' } } },
      ]);
    });

    it('is an invoice applied to by a document type that is not known', async () => {
      const { unreadable } = await read((ledger) =>
        ledger.settle(ledger.invoice('1001', 500), 500, { type: 'Bill' }),
      );
      expect(unreadable.map(({ number, reason }) => [number, reason.params.type])).toContainEqual([
        '1001',
        'Bill',
      ]);
    });

    it('is an invoice with a detailed row of a type that is not known', async () => {
      const { unreadable } = await read((ledger) => {
        ledger.settle(ledger.invoice('1001', 500), 500, { entryType: 'Ausgleich' });
      });
      expect(unreadable).toEqual([
        { number: '1001', reason: { code: 'navEntryTypeUnknown', params: { type: 'Ausgleich' } } },
      ]);
    });

    it('is an invoice whose rows do not come to what is settled', async () => {
      const { unreadable } = await read((ledger) => {
        const invoice = ledger.invoice('1001', 500);
        ledger.settle(invoice, 200);
        invoice.Remaining_Amount = 0;
        invoice.Open = false;
      });
      expect(unreadable).toEqual([{ number: '1001', reason: { code: 'navRowsDoNotAddUp', params: {} } }]);
    });

    it('is an invoice whose entry is gone: its document alone tells nothing', async () => {
      const ledger = navLedger();
      ledger.invoice('1001', 500);
      ledger.pages[25].length = 0;
      const server = navServer(pagesOf(ledger), { ledger: side });
      const { unreadable } = await server.changes(ALL);
      expect(unreadable).toEqual([
        { number: '', reason: { code: 'navEntryMissing', params: { entry: '3' } } },
      ]);
      const found = await server.source.lookUp(['1001'], never);
      expect(found.invoices.map(inWords)).toMatchObject([{ state: 'posted', remaining: null }]);
    });

    test.each([
      ['entry', { 25: { Open: null } }],
      ['detailed row', { 573: { Posting_Date: 'yesterday' } }],
      ['document', { 143: { Amount_Including_VAT: 'much' } }],
    ])('is an invoice with a malformed %s, and no other', async (_, broken: Record<number, object>) => {
      const { invoices, unreadable } = await read((ledger) => {
        ledger.settle(ledger.invoice('1001', 500), 500);
        ledger.settle(ledger.invoice('1002', 500), 500);
        const { 25: entries, 573: rows, 143: documents } = ledger.pages;
        Object.assign(entries[0] ?? {}, broken[25]);
        // What was applied to the invoice, after its own first row and the payment's.
        Object.assign(rows[2] ?? {}, broken[573]);
        Object.assign(documents[0] ?? {}, broken[143]);
      });
      expect(invoices.map(({ number }) => number)).toEqual(['1002']);
      expect(unreadable).toMatchObject([{ number: '1001', reason: { code: 'wrongShape' } }]);
    });
  });
});

describe('looking up', () => {
  const numbers = ['1001', '1002', '1003', '1001 ', 'x'.repeat(21), '', '9\n9'];

  it('tells the state of given invoices now, and asks for nothing that cannot be a number', async () => {
    const ledger = navLedger();
    ledger.settle(ledger.invoice('1001', 500), 500);
    ledger.settle(ledger.invoice('1002', 500, { journal: true }), 100);
    ledger.invoice('1004', 1);
    const server = navServer(ledger.pages);
    const { invoices, unreadable, watermark } = await server.source.lookUp(numbers, never);
    expect(invoices.map(({ number, remaining }) => [number, remaining?.minor])).toEqual([
      ['1001', 0],
      ['1002', 40000],
    ]);
    expect({ unreadable, watermark }).toEqual({ unreadable: [], watermark: null });
    expect(server.requests).toHaveLength(3);
  });

  it('of no number asks nothing', async () => {
    const server = navServer(navLedger().pages);
    expect(await server.source.lookUp([], never)).toMatchObject({ invoices: [], unreadable: [] });
    expect(server.requests).toEqual([]);
  });
});

describe('invoices that Manage knows by their external number', () => {
  const connection = { matching: { ...SAME_NUMBER, field: 'external-document-number' } } as const;
  const read = readerOf('receivable');

  it('bear that number, and those without one are left out', async () => {
    const { numbers } = await read(
      (ledger) => {
        ledger.invoice('1001', 500, { external: 'M-77' });
        ledger.invoice('1002', 500);
        ledger.invoice('1003', 500, { journal: true });
      },
      { connection },
    );
    expect(numbers).toEqual(['M-77']);
  });

  it('come with the other customer’s that has the same one, though it has not changed', async () => {
    const ledger = navLedger();
    ledger.invoice('1001', 500, { external: 'M-77', customer: '10001' });
    const other = ledger.invoice('1002', 700, { external: 'M-77', customer: '10002' });
    const before = await navServer(ledger.pages, { connection }).changes(ALL);
    ledger.settle(other, 700);
    const { invoices } = await navServer(ledger.pages, { connection }).changes({
      from: 'watermark',
      watermark: before.watermark,
    });
    expect(invoices.map(({ number, customerNumber }) => `${number} ${customerNumber}`).sort()).toEqual([
      'M-77 10001',
      'M-77 10002',
    ]);
    expect(liveInvoice(invoices)).toMatchObject({
      is: 'duplicate',
      reason: { code: 'duplicateOfCustomers', params: { customers: '10001, 10002' } },
    });
  });

  it('are looked up by it', async () => {
    const ledger = navLedger();
    ledger.settle(ledger.invoice('1001', 500, { external: 'M-77' }), 500);
    const { source } = navServer(ledger.pages, { connection });
    expect((await source.lookUp(['M-77', '1001'], never)).invoices).toMatchObject([
      { number: 'M-77', remaining: { minor: 0 } },
    ]);
  });
});
