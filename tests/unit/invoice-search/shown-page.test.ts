// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { judgeShown } from '@/utils/invoice-search/guide/judge-shown';
import { shownPageOf } from '@/utils/invoice-search/guide/shown-page-of';
import { nextCell, type Arrow } from '@/utils/invoice-search/guide/walk-cells';
import { shownPageSchema, type ShownPage } from '@/utils/storage/shown-page';
import { factsOf } from './support/facts';
import { grid, make, numberCells, showPage } from './support/manage-page';
import { numbersOnPage, readPage } from './support/read-page';

const CAPTIONS = ['Nummer', 'Firma', 'Betrag'];
const ROWS = ['500', '501', '502'].map((number) => ({
  Nummer: number,
  Firma: 'Fjord AS',
  Betrag: '1.250,00',
}));
const UNKNOWN = { screenTitles: ['Invoice Search'], numberCaptions: ['Invoice Number'] };

const show = (captions: readonly string[] = CAPTIONS): void => showPage(document, { captions, rows: ROWS });
const cell = (column: number, at = 0): Element => numberCells(document, column)[at] ?? make('td');
/** Points at something and answers what is remembered of it. */
function pointAt(target: Element): ShownPage | null {
  const { grids, screen } = readPage(UNKNOWN);
  const row = target.closest('tr') ?? make('tr');
  const [list] = grids.filter(({ rows }) => rows.includes(row));
  const within = [...row.children].find((each) => each.contains(target)) ?? row;
  if (list === undefined) throw new Error('no list there');
  const shown = shownPageOf({ grid: list, row, cell: within, target }, screen.name);
  return shown && shownPageSchema.parse(JSON.parse(JSON.stringify(shown.page)));
}
const read = (shown: ShownPage | null): string[] => numbersOnPage(UNKNOWN, shown === null ? [] : [shown]);

beforeEach(() => show());

describe('A column that was shown once is found again', () => {
  test('in the same view', () => {
    expect(read(null)).toEqual([]);
    expect(read(pointAt(cell(1, 2)))).toEqual(['500', '501', '502']);
  });

  test('wherever it is moved, by its caption', () => {
    const shown = pointAt(cell(1));
    show(['Betrag', 'Datum', 'Nummer']);
    expect(read(shown)).toEqual(['500', '501', '502']);
  });

  test('by its place, where no caption is its alone', () => {
    show(['Nummer', 'Firma', 'Nummer', 'Betrag']);
    const shown = pointAt(cell(3));
    expect(shown?.column).toMatchObject({ caption: null, cellIndex: '3' });
    expect(read(shown)).toHaveLength(3);
    show(['Firma', 'Nummer', 'Nummer', 'Betrag']);
    expect(read(shown)).toEqual([]);
  });

  test('with the number being a part of its cell', () => {
    for (const at of [0, 1, 2]) {
      const inner = make('div', '', [make('b', '', ['RE ']), make('i', '', [String(500 + at)])]);
      cell(1, at).replaceChildren(inner);
    }
    const shown = pointAt(document.querySelector('i') ?? make('i'));
    expect(shown?.within).toEqual([0, 1]);
    expect(read(shown)).toEqual(['500', '501', '502']);
  });
});

describe('What was shown is not believed', () => {
  test('once its column has been hidden', () => {
    const shown = pointAt(cell(1));
    show(['Firma', 'Betrag', 'Datum']);
    expect(read(shown)).toEqual([]);
    expect(readPage(UNKNOWN, shown ? [shown] : []).recognition.grids[0]?.evidence[0]?.obstacle).toBe(
      'shownColumnGone',
    );
  });

  test('of another list on the same screen', () => {
    const shown = pointAt(cell(1));
    const other = grid({ captions: ['Nummer', 'Ticket', 'Text'], rows: [{ Nummer: '900', Text: 'x' }] });
    const table = other.querySelector('.invoice-grid');
    if (table) table.className = 'srboard-grid';
    document.body.append(make('div', '', [other]));
    expect(read(shown)).toEqual(['500', '501', '502']);
  });

  test('on another screen', () => {
    const shown = pointAt(cell(1));
    showPage(document, { title: 'Company Finance', captions: CAPTIONS, rows: ROWS });
    expect(read(shown)).toEqual([]);
  });
});

describe('Manage judges what was shown', () => {
  const facts = { '500': factsOf('paid'), '501': factsOf('paid') };
  test.each([
    ['right where it knows nearly all', '500', ['500', '501'], { is: 'right' }],
    ['wrong where it does not know the one', '502', ['500', '501', '502'], { is: 'unknown', text: '502' }],
    ['wrong where it knows but a few', '500', ['500', '7', '8'], { is: 'few-known', known: 1, read: 3 }],
  ])('%s', (_, pointedAt, numbers, judgement) => {
    expect(judgeShown(pointedAt, numbers, facts)).toEqual(judgement);
  });
});

describe('The arrow keys walk', () => {
  const walk = (...arrows: Arrow[]): string => {
    const { grids } = readPage(UNKNOWN);
    return (
      arrows.reduce<Element | null>((from, arrow) => nextCell(grids, from, arrow), null)?.textContent ?? ''
    );
  };
  test.each<[string, Arrow[], string]>([
    ['to the first filled cell to begin with', ['ArrowDown'], '500'],
    ['down a column', ['ArrowDown', 'ArrowDown', 'ArrowDown'], '502'],
    ['no further than the last row', ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'], '502'],
    ['along a row', ['ArrowDown', 'ArrowRight', 'ArrowRight'], '1.250,00'],
    ['and back', ['ArrowDown', 'ArrowRight', 'ArrowLeft', 'ArrowLeft'], '500'],
    ['up again', ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp'], '500'],
  ])('%s', (_, arrows, text) => {
    expect(walk(...arrows)).toBe(text);
  });
});
