import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Change } from '@/utils/payments/change';
import { isoDate } from '@/utils/payments/iso-date';
import { money } from '@/utils/payments/money';
import type { Outcome } from '@/utils/payments/outcome';
import { textIn } from '@/utils/payments/reason';
import { outcomesCsv, type CsvWords } from '@/utils/payments/outcomes-csv';

const words: CsvWords = {
  columns: {
    invoice: 'Invoice',
    result: 'Result',
    currency: 'Currency',
    amountBefore: 'Amount before',
    dateBefore: 'Date before',
    amount: 'Amount',
    date: 'Date',
    reasons: 'Reasons',
    order: 'Order',
    vendor: 'Vendor',
    bills: 'Bills',
  },
  kind: (kind) => kind.toUpperCase(),
  reason: ({ code, params }) =>
    `${code} ${Object.keys(params)
      .map((name) => textIn({ params }, name))
      .join(' ')}`,
};

/** The rows as a spreadsheet reads them, without the title. */
function rowsOf(outcomes: readonly Outcome[]): string[][] {
  const { data } = Papa.parse<string[]>(outcomesCsv(outcomes, words).slice(1), { skipEmptyLines: true });
  return data.slice(1);
}

const change: Change = {
  invoiceId: 1,
  invoiceNumber: '12345',
  strategy: 'payment-record',
  action: 'create',
  from: { amount: null, date: null },
  to: { amount: money(125_050, 'NOK'), date: isoDate('2026-11-18') },
};

describe('a table of outcomes', () => {
  it('has a title, one line an invoice, and what was written beside what was there', () => {
    const updated: Outcome = { invoiceNumber: '12345', kind: 'updated', change, reasons: [] };
    expect(outcomesCsv([updated], words)).toBe(
      '\uFEFFInvoice,Result,Currency,Amount before,Date before,Amount,Date,Reasons\r\n' +
        '12345,UPDATED,NOK,,,1250.50,2026-11-18,\r\n',
    );
  });

  it('names the currency of what was taken away', () => {
    const gone = { ...change, from: change.to, to: change.from };
    expect(rowsOf([{ invoiceNumber: '1', kind: 'updated', change: gone, reasons: [] }])).toEqual([
      ['1', 'UPDATED', 'NOK', '1250.50', '2026-11-18', '', '', ''],
    ]);
  });

  it('leaves empty what an outcome without a change does not tell', () => {
    const reasons = [{ code: 'httpStatus', params: { host: 'a', status: '500' } } as const];
    expect(rowsOf([{ invoiceNumber: '1', kind: 'failed', reasons }])).toEqual([
      ['1', 'FAILED', '', '', '', '', '', 'httpStatus a 500'],
    ]);
  });

  it('names no currency where a record of ours came and went', () => {
    const nothing = { ...change, to: change.from };
    expect(rowsOf([{ invoiceNumber: '1', kind: 'updated', change: nothing, reasons: [] }])).toEqual([
      ['1', 'UPDATED', '', '', '', '', '', ''],
    ]);
  });

  it('tells several reasons one after the other', () => {
    const reasons = [
      { code: 'notVerified', params: {} },
      { code: 'httpStatus', params: { host: 'a', status: '500' } },
    ] as const;
    expect(rowsOf([{ invoiceNumber: '1', kind: 'failed', reasons }])[0]?.[7]).toBe(
      'notVerified  httpStatus a 500',
    );
  });

  it('keeps blanks at the edge of a cell, which spreadsheets drop unless it is quoted', () => {
    expect(outcomesCsv([{ invoiceNumber: ' 1 ', kind: 'failed', reasons: [] }], words)).toContain(
      '\r\n" 1 ",FAILED,',
    );
  });

  it('writes a negative amount as the number it is', () => {
    const back = { ...change, to: { amount: money(-500, 'NOK'), date: null } };
    expect(rowsOf([{ invoiceNumber: '1', kind: 'updated', change: back, reasons: [] }])[0]?.[5]).toBe(
      '-5.00',
    );
  });
});

describe('words of other systems', () => {
  it.each([
    '=HYPERLINK("https://evil.example","open")',
    '+1+1',
    '-2+3',
    '@SUM(1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '＝1',
    '=cmd|"/c calc"!A0',
    '|cmd',
  ])('%j is no formula', (invoiceNumber) => {
    expect(rowsOf([{ invoiceNumber, kind: 'updated', reasons: [] }])[0]?.[0]).toBe(`'${invoiceNumber}`);
  });

  it.each([
    '12345',
    'INV-1',
    'a=b',
    '2026-11-18',
    '-5.00',
    '-5',
    '-1250.50',
    'with, comma',
    'with "quotes"',
    'two\nlines',
    ' blank ',
  ])('%j is told as it is', (invoiceNumber) => {
    expect(rowsOf([{ invoiceNumber, kind: 'updated', reasons: [] }])[0]?.[0]).toBe(invoiceNumber);
  });

  it('never begin a cell like a formula, and come back whole', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (numbers) => {
        const outcomes = numbers.map((each): Outcome => ({
          invoiceNumber: `x${each}`,
          kind: 'skipped',
          reasons: [],
        }));
        const rows = rowsOf(outcomes);
        expect(rows.map(([number]) => number)).toEqual(outcomes.map(({ invoiceNumber }) => invoiceNumber));
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...'=+-@\t\r\n'), fc.string(), (sign, rest) => {
        const invoiceNumber = `${sign}${rest} `;
        const [first] = rowsOf([{ invoiceNumber, kind: 'skipped', reasons: [] }]);
        expect(first?.[0]).toBe(`'${invoiceNumber}`);
      }),
    );
  });
});

it('purchase orders come with their vendors and bills, and a title that says so', () => {
  const orders: Outcome[] = [
    { invoiceNumber: 'PO1', kind: 'unchanged', reasons: [], company: 'Nordvik, AS', bills: ['A1', 'A2'] },
    { invoiceNumber: 'PO2', kind: 'failed', reasons: [] },
  ];
  const { data } = Papa.parse<string[]>(outcomesCsv(orders, words).slice(1), { skipEmptyLines: true });
  expect(data.map((row) => row.slice(0, 4))).toEqual([
    ['Order', 'Vendor', 'Bills', 'Result'],
    ['PO1', 'Nordvik, AS', 'A1, A2', 'UNCHANGED'],
    ['PO2', '', '', 'FAILED'],
  ]);
});
