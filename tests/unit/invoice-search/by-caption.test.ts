// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { byCaption } from '@/utils/invoice-search/by-caption';
import { headerColumns } from '@/utils/invoice-search/header-columns';
import { ENGLISH, grid, make } from './support/manage-page';

function column(
  captions: readonly string[],
  change: (header: Element) => void = () => undefined,
): string | null {
  const header = grid({ captions }).querySelector('.cw-ml-header') ?? make('div');
  change(header);
  const columns = headerColumns(header, null);
  const read = { table: header, name: null, rows: [], header, columns };
  return byCaption(read, ENGLISH.numberCaptions).found?.cellIndex ?? null;
}

test.each<[string, readonly string[], string | null]>([
  ['behind the checkbox column, by its own number', ['Invoice Number', 'Company', 'Amount'], '1'],
  ['where the user moved it', ['Company', 'Amount', 'Invoice Number'], '3'],
  ['whatever its case', ['Company', 'INVOICE NUMBER', 'Amount'], '2'],
  ['under another of its captions', ['Company', 'Invoice #', 'Amount'], '2'],
  ['by the more telling of two captions', ['Invoice', 'Company', 'Invoice Number'], '3'],
  ['not among captions that merely contain it', ['Invoice Number 2', 'Original Invoice', 'Amount'], null],
  ['not where two columns carry it', ['Invoice #', 'Company', 'Invoice #'], null],
])('the number column is found %s', (_, captions, index) => {
  expect(column(captions)).toBe(index);
});

test('a sign of the sort order does not hide the caption', () => {
  const sorted = (header: Element): void =>
    header.querySelector('[cellindex="1"] div')?.append(make('b', '', ['▲']));
  expect(column(['Invoice Number', 'Company', 'Amount'], sorted)).toBe('1');
});

test('a header without column numbers gives no column', () => {
  const unnumbered = (header: Element): void => {
    for (const cell of header.querySelectorAll('[cellindex]')) cell.removeAttribute('cellindex');
  };
  expect(column(['Invoice Number', 'Company', 'Amount'], unnumbered)).toBeNull();
});
