// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import { select } from '@/utils/invoice-search/select';
import { SELECTORS, type Selector } from '@/utils/invoice-search/selectors';
import { invoices, make, numberCells, showPage } from './support/manage-page';

/** Where on the page each selector is looked up. */
const WITHIN: Record<keyof typeof SELECTORS, () => ParentNode> = {
  screenTitle: () => document,
  row: () => document,
  table: () => document.querySelector('#invoice-listview-scroller') ?? document,
  header: () => document,
  // Apart from the document, so that nothing is loaded.
  frame: () => make('div', '', [make('iframe'), make('iframe')]),
  plainRow: () => document,
  headerCell: () => document.querySelector('.cw-ml-header') ?? document,
  link: () => numberCells(document)[0] ?? document,
};

beforeAll(() => {
  showPage(document, { rows: invoices('12345', '12346', '12347') });
});

describe.each(Object.entries<Selector>(SELECTORS))('the selector %s', (name, selector) => {
  test('matches what it promises', () => {
    const found = select(WITHIN[name as keyof typeof WITHIN](), selector);
    if (selector.matches === 'once') expect(found).toHaveLength(1);
    else expect(found.length).toBeGreaterThan(1);
  });
});

test('a later alternative is looked at only when the ones before match nothing', () => {
  const sure = { alternatives: [...SELECTORS.row.alternatives], matches: 'several times' } as const;
  expect(select(document, sure)).toHaveLength(3);
  for (const row of document.querySelectorAll('tr.cw-ml-row')) row.className = 'GNEWCLASS';
  expect(select(document, sure, (row) => row.closest('.cw-ml-header') === null)).toHaveLength(3);
});
