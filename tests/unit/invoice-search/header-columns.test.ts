// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { invoices, make, showPage } from './support/manage-page';
import { numbersOnPage, readPage } from './support/read-page';
import { layOut } from './support/lay-out';

/** Columns from left to right, in pixels; the checkbox column is the first. */
const EDGES = [0, 20, 120, 220, 320, 420];

beforeEach(() =>
  showPage(document, {
    captions: ['Company', 'Invoice Number', 'Amount', 'Date'],
    rows: invoices('12345', '12346'),
  }),
);

const headerCells = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('.cw-ml-header tr:first-child td[cellindex]'),
];
const bodyCells = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('.invoice-grid td[cellindex]'),
];
const unnumber = (cells: readonly HTMLElement[]): void => {
  for (const cell of cells) cell.removeAttribute('cellindex');
};
const place = (): void => {
  for (const row of document.querySelectorAll('tr')) layOut([...row.children], EDGES);
};

describe('The column under a caption is found', () => {
  test.each<[string, () => void]>([
    ['by the number both have, without a layout', () => undefined],
    ['by the number both have, where the layout agrees', place],
    ['by its middle, where the header has no numbers', () => (place(), unnumber(headerCells()))],
    ['by its middle, where the rows have no numbers', () => (place(), unnumber(bodyCells()))],
    [
      'by its middle, where nothing has a number',
      () => (place(), unnumber([...headerCells(), ...bodyCells()])),
    ],
    [
      'by its middle, where the classes of the header are unknown',
      () => (place(), headerOf().removeAttribute('class')),
    ],
  ])('%s', (_, change) => {
    change();
    expect(numbersOnPage()).toEqual(['12345', '12346']);
  });
});

describe('No column is found', () => {
  test('where number and middle disagree', () => {
    place();
    for (const cell of bodyCells())
      cell.setAttribute('cellindex', String(Number(cell.getAttribute('cellindex')) + 1));
    expect(numbersOnPage()).toEqual([]);
    expect(readPage().recognition.grids[0]?.evidence[1]?.obstacle).toBe('columnsAstray');
  });

  test('where two captions stand above one cell and nothing is numbered', () => {
    unnumber([...headerCells(), ...bodyCells()]);
    layOut(headerCells(), [20, 50, 90, 220, 320]);
    for (const row of document.querySelectorAll('.invoice-grid tr')) layOut([...row.children], EDGES);
    expect(numbersOnPage()).toEqual([]);
  });

  test('where what stands above the rows does not stand above each of their cells', () => {
    const header = headerOf();
    const toolbar = make(
      'div',
      '',
      ['Invoice Number', 'Clear', 'Export'].map((text) => make('span', '', [text])),
    );
    header.replaceWith(toolbar);
    place();
    layOut([...toolbar.children], [30, 130, 180, 230]);
    expect(readPage().recognition.grids[0]?.evidence[1]?.obstacle).toBe('noHeader');
  });
});

function headerOf(): Element {
  return document.querySelector('.cw-ml-header') ?? make('div');
}
