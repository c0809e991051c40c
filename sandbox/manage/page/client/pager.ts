import type { GridAnswer, GridQuery } from '../grid-query.ts';
import type { ClassNames } from './class-names.ts';
import { element } from './element.ts';
import { createTextButton } from './text-button.ts';
import type { Words } from './words.ts';

interface PagerOptions {
  readonly words: Words;
  readonly css: ClassNames;
  readonly query: Pick<GridQuery, 'page' | 'pageSize'>;
  readonly answer: GridAnswer;
  onPage(page: number): void;
  onPageSize(pageSize: number): void;
}

const SIZES = [25, 50, 100, 250, 1000];

/** The strip below a grid: which records are shown, the pages before and after, and how long a page is. */
export function createPager(document: Document, options: PagerOptions): HTMLDivElement {
  const { words, css, answer } = options;
  const { page, pageSize } = options.query;
  const first = (page - 1) * pageSize;
  const last = first + answer.rows.length;
  const range = `${answer.rows.length === 0 ? 0 : first + 1} - ${last} ${words.commands.of} ${answer.total}`;
  const button = (text: string, stableClass: string, to: number, disabled: boolean): HTMLDivElement =>
    createTextButton(document, css, { text, stableClass, disabled, onPress: () => options.onPage(to) });
  const sizes = [...new Set([...SIZES, pageSize])].sort((a, b) => a - b);
  const select = element(
    document,
    'select',
    { class: css('page-size'), attributes: { 'aria-label': words.commands.perPage } },
    ...sizes.map((size) => element(document, 'option', { text: String(size) })),
  );
  select.value = String(pageSize);
  select.addEventListener('change', () => options.onPageSize(Number(select.value)));
  return element(
    document,
    'div',
    { class: css('pager') },
    element(document, 'span', { class: css('range'), text: range }),
    button(words.commands.previous, 'cw-paging-previous', page - 1, page === 1),
    button(words.commands.next, 'cw-paging-next', page + 1, last >= answer.total),
    element(document, 'span', { class: css('page-size-label'), text: words.commands.perPage }),
    select,
  );
}
