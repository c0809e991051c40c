// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { ENGLISH, grid, invoices, make, showPage, type ManagePage } from './support/manage-page';
import { numbersOnPage, readPage } from './support/read-page';

/** The columns of invoice numbers, by their captions. */
const columns = (captions = ENGLISH): (string | null)[] =>
  readPage(captions).recognition.grids.flatMap(({ column }) => column ?? []);
/** What stood in the way of each way of finding the column, or of recognising the screen. */
const obstacles = (): (string | null)[] => {
  const { present, grids } = readPage().recognition;
  if (!present) return ['otherScreen'];
  return grids.length === 0
    ? ['noGrid']
    : grids.flatMap(({ evidence }) => evidence.map(({ obstacle }) => obstacle));
};

beforeEach(() => document.body.replaceChildren());

describe('Invoice Search is recognised', () => {
  const pages: [string, ManagePage][] = [
    ['by its banner and a column of invoice numbers', {}],
    ['while its grid has no rows', { rows: [] }],
    ['whatever the case and the blanks of its banner', { title: '  invoice   SEARCH ' }],
    ['with its header further out', { header: 'around the scroller' }],
    ['with rows whose class changed', { rowClass: 'GNEWCLASS' }],
  ];
  test.each(pages)('%s', (_, page) => {
    showPage(document, { rows: invoices('12345', '12346'), ...page });
    expect(columns()).toEqual(['Invoice Number']);
  });

  test('in another language, with the captions of the settings', () => {
    showPage(document, { title: 'Factuur zoeken', captions: ['Bedrijf', 'Factuurnummer', 'Bedrag'] });
    expect(columns()).toEqual([]);
    const dutch = { screenTitles: ['Factuur zoeken'], numberCaptions: ['Factuurnummer'] };
    expect(columns(dutch)).toEqual(['Factuurnummer']);
  });

  test('with two grids, each with a header of its own', () => {
    showPage(document, { rows: invoices('12345') });
    document.body.append(make('div', '', [grid({ rows: invoices('12400') })]));
    expect(numbersOnPage()).toEqual(['12345', '12400']);
  });
});

describe('nothing is recognised, and it is told why', () => {
  const pages: [string, ManagePage, string][] = [
    [
      'on a service board whose tickets look like invoices',
      { title: 'Service Board', captions: ['Ticket #', 'Summary', 'Company'] },
      'otherScreen',
    ],
    ['on a finance screen with invoices but another title', { title: 'Company Finance' }, 'otherScreen'],
    ['on a screen that merely begins alike', { title: 'Invoice Search Results' }, 'otherScreen'],
    ['without a header', { header: 'missing' }, 'noHeader'],
    ['with a header that is too far away to be the grid’s', { header: 'too far out' }, 'noHeader'],
    ['without a column of that caption', { captions: ['Number', 'Company', 'Amount'] }, 'noNumberColumn'],
    [
      'with two columns of that caption',
      { captions: ['Invoice Number', 'Company', 'Invoice Number'] },
      'severalNumberColumns',
    ],
    ['with a header of fewer than three captions', { captions: ['Invoice Number', 'Company'] }, 'noHeader'],
  ];
  test.each(pages)('%s', (_, page, obstacle) => {
    showPage(document, { rows: invoices('12345'), ...page });
    expect(obstacles()).toContain(obstacle);
    expect(numbersOnPage()).toEqual([]);
  });

  test('without any grid', () => {
    showPage(document);
    document.querySelector('.mm_grid')?.remove();
    expect(obstacles()).toContain('noGrid');
  });

  test('with the name of the screen only in the navigation path', () => {
    showPage(document, { title: 'Invoice 12345', rows: invoices('12345') });
    document.querySelector('.navigationEntry')?.replaceChildren('Invoice Search');
    expect(obstacles()).toContain('otherScreen');
  });

  test('with the screen left behind, hidden, in the document', () => {
    showPage(document, { rows: invoices('12345') });
    const left = make('div', '', [...document.body.children]);
    left.style.display = 'none';
    document.body.append(left);
    expect(obstacles()).toContain('otherScreen');
  });

  test('with a grid that could only borrow the header of another grid', () => {
    showPage(document, { title: 'Invoice Search', header: 'missing', rows: invoices('12345') });
    const other = grid({ captions: ['Ticket #', 'Summary', 'Company'], rows: [{ 'Ticket #': '12345' }] });
    document.querySelector('.cw-WorkspaceView')?.append(other);
    expect(obstacles()).toContain('noHeader');
  });
});
