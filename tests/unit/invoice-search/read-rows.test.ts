// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { readNumber } from '@/utils/invoice-search/read-number';
import { invoices, make, numberCells, showPage } from './support/manage-page';
import { numbersOnPage } from './support/read-page';

beforeEach(() => document.body.replaceChildren());

describe('the rows of Invoice Search', () => {
  test('give the numbers they show, and no row its neighbour’s', () => {
    showPage(document, {
      captions: ['Company', 'Invoice Number', 'Amount'],
      rows: [
        { Company: '10018', 'Invoice Number': '12345', Amount: '777' },
        { Company: '10019', 'Invoice Number': '12346', Amount: '778' },
      ],
    });
    expect(numbersOnPage()).toEqual(['12345', '12346']);
  });

  test('that are not filled yet are passed over', () => {
    showPage(document, { rows: invoices('12345', '', '   ') });
    expect(numbersOnPage()).toEqual(['12345']);
  });

  test('with two cells of the number column are passed over', () => {
    showPage(document, { rows: invoices('12345', '12346') });
    numberCells(document)[0]?.nextElementSibling?.setAttribute('cellindex', '1');
    expect(numbersOnPage()).toEqual(['12346']);
  });

  test('do not include rows of a table inside a cell', () => {
    showPage(document, { rows: invoices('12345') });
    const inner = make('td', '', ['999']);
    inner.setAttribute('cellindex', '1');
    document
      .querySelector('tr.cw-ml-row td[cellindex="2"]')
      ?.append(make('table', '', [make('tr', 'cw-ml-row', [inner])]));
    expect(numbersOnPage()).toEqual(['12345']);
  });
});

describe('the number of a cell', () => {
  const cellWith = (content: Node | string, title?: string): HTMLElement => {
    const inner = make('div', '', [content]);
    if (title !== undefined) inner.title = title;
    return make('td', '', [inner]);
  };
  test.each<[string, HTMLElement, string | null]>([
    ['is the text of its link', cellWith(make('a', 'multilineClickable', [' 12345 '])), '12345'],
    ['is the text of a cell without a link', cellWith('INV-2026/001'), 'INV-2026/001'],
    [
      'is the whole text of a title where it is cut short',
      cellWith(make('a', '', ['INV-20…']), 'INV-2026/001'),
      'INV-2026/001',
    ],
    ['is cut short with three dots', cellWith(make('a', '', ['INV-20...']), 'INV-2026/001'), 'INV-2026/001'],
    ['is unknown where it is cut short and nowhere whole', cellWith(make('a', '', ['INV-20…'])), null],
    [
      'is unknown where the title is about something else',
      cellWith(make('a', '', ['INV-20…']), 'Open'),
      null,
    ],
    [
      'is not a title that differs from a whole text',
      cellWith(make('a', '', ['12345']), '12345 (overdue)'),
      '12345',
    ],
    ['keeps its leading zeros', cellWith('00042'), '00042'],
    [
      'is text, whatever it looks like',
      cellWith('<img src=x onerror=alert(1)>'),
      '<img src=x onerror=alert(1)>',
    ],
    ['is unknown where the cell is empty', cellWith(''), null],
    ['is no number where it is as long as a sentence', cellWith('1'.repeat(101)), null],
  ])('%s', (_, cell, number) => {
    expect(readNumber(cell)).toBe(number);
  });
});
