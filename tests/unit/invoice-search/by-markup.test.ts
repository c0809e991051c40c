// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { invoices, numberCells, showPage } from './support/manage-page';
import { readPage } from './support/read-page';

const GERMAN = { screenTitles: ['Invoice Search'], numberCaptions: ['No such caption'] };
const header = (at: number): Element =>
  document.querySelectorAll('.cw-ml-header tr:first-child td[cellindex]')[at] ?? document.body;
const found = (): (string | null)[] => readPage(GERMAN).recognition.grids.map(({ by }) => by);

test.each<[string, () => void, 'markup' | null]>([
  ['by an attribute of its header', () => header(0).setAttribute('data-column', 'Invoice_Number'), 'markup'],
  [
    'by a class of its cells',
    () => numberCells(document)[0]?.classList.add('x-grid-td-invoiceNumber'),
    'markup',
  ],
  ['by an id within', () => header(0).firstElementChild?.setAttribute('id', 'col-invoice-no'), 'markup'],
  ['not by a word of the user’s', () => header(0).setAttribute('title', 'Invoice Number'), null],
  ['not by a name that merely begins alike', () => header(0).setAttribute('id', 'invoiceNotes'), null],
  [
    'not where two columns have the name',
    () => [0, 1].forEach((at) => header(at).setAttribute('name', 'invoiceNumber')),
    null,
  ],
])('a column is known %s', (_, name, by) => {
  showPage(document, { rows: invoices('12345', '12346') });
  name();
  expect(found()).toEqual([by]);
});

test('a column whose caption says otherwise than the markup is not taken', () => {
  showPage(document, { rows: invoices('12345', '12346') });
  header(1).setAttribute('data-column', 'invoice_number');
  const { cells, recognition } = readPage();
  expect(cells).toEqual([]);
  expect(recognition.grids[0]?.evidence.map(({ obstacle }) => obstacle)).toEqual([
    'notShown',
    'contradicted',
    'contradicted',
    'notAsked',
  ]);
});
