import type { GridRow } from '../grid-query.ts';
import { createBanner } from './banner.ts';
import type { ClassNames } from './class-names.ts';
import { element } from './element.ts';
import { COLUMN_IDS } from './screens.ts';
import type { Words } from './words.ts';

interface RecordViewOptions {
  readonly document: Document;
  readonly workspace: HTMLElement;
  readonly css: ClassNames;
  readonly words: Words;
  /** The module invoices belong to. */
  readonly module: string;
}

/** Shows one invoice as a form that can only be read. */
export function showRecord(
  { cells }: Pick<GridRow, 'cells'>,
  { document, workspace, css, words, module }: RecordViewOptions,
): void {
  const title = `${words.screens.InvoiceDetails} ${cells.number ?? ''}`;
  const fields = COLUMN_IDS.filter((id) => cells[id] !== undefined).map((id) =>
    element(
      document,
      'div',
      { class: `${css('field')} pod-element-row` },
      element(document, 'span', {
        class: `${css('field-label')} mm_podElementLabel`,
        text: words.columns[id],
      }),
      element(document, 'span', { class: css('field-value'), text: cells[id] ?? '' }),
    ),
  );
  workspace.replaceChildren(
    createBanner(document, css, module, title),
    element(document, 'div', { class: css('pod') }, ...fields),
  );
  document.title = `Manage: ${title}`;
}
