import { describe, expect, it } from 'vitest';
import { NUMBER_COLUMNS } from '@/utils/accounting/poweroffice-go/number-column';
import { isoDate } from '@/utils/payments/iso-date';
import { fakePowerOffice, never } from './support/fake-power-office';
import { invoiceRow } from './support/rows';

const MARCH = { from: 'day', day: isoDate('2026-03-01'), timeZone: 'UTC' } as const;
const { 'import-reference': REFERENCE } = NUMBER_COLUMNS;

async function changed(books: Parameters<typeof fakePowerOffice>[0]) {
  const numbers: string[] = [];
  for await (const page of fakePowerOffice(books).source.changes(MARCH, never))
    numbers.push(...[...page.invoices, ...page.unreadable].map(({ number }) => number));
  return numbers;
}

describe.each([
  ['order-number', { OrderNo: 42 }, '42'],
  ['imported-order-number', { ImportedOrderNo: 42 }, '42'],
  ['import-reference', { ExternalImportReference: 'INV-42' }, 'INV-42'],
  ['matching-reference', { CustomMatchingReference: 'INV-42' }, 'INV-42'],
] as const)('Manage’s number in the %s', (field, row, number) => {
  const column = NUMBER_COLUMNS[field];
  const invoices = [invoiceRow({ ...row, InvoiceNo: 7 }), invoiceRow({ InvoiceNo: 8 })];

  it('is the number that changed invoices are told by; those without one are nobody’s', async () => {
    expect(await changed({ invoices, column })).toEqual([number]);
  });

  it('is the number by which invoices are looked up', async () => {
    const { source, asked } = fakePowerOffice({ invoices, column });
    const page = await source.lookUp([number, '8'], never);
    expect(page.invoices.map((each) => each.number)).toEqual([number]);
    expect(asked('OutgoingInvoices')[0]?.searchParams.has(column.filter)).toBe(true);
  });

  it('is no number of a draft', async () => {
    expect(await changed({ invoices: [invoiceRow({ ...row, InvoiceNo: null })], column })).toEqual([]);
  });
});

it('two invoices with one reference come together, though only one of them changed', async () => {
  const invoices = [
    invoiceRow({ InvoiceNo: 7, ExternalImportReference: 'INV-42' }),
    invoiceRow({
      InvoiceNo: 8,
      ExternalImportReference: 'INV-42',
      BalanceLastChangedDateTimeOffset: '2020-01-01T00:00:00Z',
    }),
  ];
  expect(await changed({ invoices, column: REFERENCE })).toEqual(['INV-42', 'INV-42']);
});

it('an invoice that cannot be read is told by its reference', async () => {
  const malformed = {
    ...invoiceRow({ ExternalImportReference: 'INV-42' }),
    TotalAmount: 'much' as unknown as number,
  };
  expect(await changed({ invoices: [malformed], column: REFERENCE })).toEqual(['INV-42']);
});

it.each([
  ['a comma', 'a,b', false],
  ['a line break', 'a\nb', false],
  ['nothing but blanks', '  ', false],
  ['anything else', 'Ø 4/2', true],
])('a reference with %s can be asked for: %j', (_, reference, can) => {
  expect(REFERENCE.canHold(reference)).toBe(can);
});

it('many references are asked for in several requests, each once', () => {
  const references = Array.from({ length: 250 }, (_, at) => `INV-${at}`);
  const lists = REFERENCE.lists([...references, 'INV-7']);
  expect(lists.every((list) => encodeURI(list).length <= 1_500)).toBe(true);
  expect(lists.flatMap((list) => list.split(','))).toEqual(references);
  expect(lists.length).toBeLessThan(6);
});
