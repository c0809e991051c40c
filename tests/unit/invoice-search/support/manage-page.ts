/** What a page of Manage looks like. Columns are named by their caption; a cell's text by its column. */
export interface ManagePage {
  readonly title?: string;
  readonly captions?: readonly string[];
  readonly rows?: readonly Readonly<Record<string, string>>[];
  readonly header?: 'sibling' | 'missing' | 'around the scroller' | 'too far out';
  /** Classes of today, or none that anybody knows. */
  readonly rowClass?: string;
}

export const CAPTIONS = ['Invoice Number', 'Company', 'Amount', 'Invoice Date'];

/** What the settings say by default. */
export const ENGLISH = {
  screenTitles: ['Invoice Search'],
  numberCaptions: ['Invoice Number', 'Invoice No.', 'Invoice #', 'Invoice'],
};

/** Rows with the given invoice numbers and a company. */
export function invoices(...numbers: readonly string[]): Readonly<Record<string, string>>[] {
  return numbers.map((number) => ({ 'Invoice Number': number, Company: 'Nord IT AS', Amount: '1,250.00' }));
}

/**
 * Replaces the document's page by one with Manage's anatomy: banner with a navigation path, header beside the table
 * with captions above filters, a leading checkbox column and trailing fillers without a column number.
 */
export function showPage(document: Document, page: ManagePage = {}): void {
  const { title = 'Invoice Search' } = page;
  const banner = make('div', 'GQXBAA cw-main-banner cw_BannerView', [
    make('div', 'gwt-Label cw_CwLabel detailLabel navigationEntry', ['Finance']),
    make('div', 'gwt-Label cw_CwLabel detailLabel', [title]),
  ]);
  document.body.replaceChildren(banner, make('div', 'cw-WorkspaceView', [grid(page)]));
}

/** One grid as Manage builds it. */
export function grid(page: ManagePage = {}): HTMLElement {
  const { captions = CAPTIONS, rows = [], header = 'sibling', rowClass = 'cw-ml-row' } = page;
  const table = make('table', 'GQXBAB invoice-grid', [
    make(
      'tbody',
      '',
      rows.map((texts) => row(captions, texts, rowClass)),
    ),
  ]);
  const scroller = make('div', 'GQXBAC', [table]);
  scroller.id = 'invoice-listview-scroller';
  let whole = make('div', 'GQXBAD mm_grid', [scroller]);
  if (header === 'sibling') whole.prepend(headerOf(captions));
  for (
    let depth = { missing: 0, sibling: 0, 'around the scroller': 3, 'too far out': 7 }[header];
    depth > 0;
    depth -= 1
  ) {
    whole = make('div', '', [whole]);
  }
  if (header === 'around the scroller' || header === 'too far out') whole.prepend(headerOf(captions));
  return whole;
}

/** A row whose cells carry their column's number, with a checkbox before and a filler behind them. */
export function row(
  captions: readonly string[],
  texts: Readonly<Record<string, string>>,
  rowClass = 'cw-ml-row',
): HTMLElement {
  const cells = captions.map((caption, at) => {
    const cell = make('td', 'GQXBAE', [make('div', 'GQXBAF', [content(caption, texts[caption] ?? '')])]);
    cell.setAttribute('cellindex', String(at + 1));
    return cell;
  });
  return make('tr', rowClass, [make('td', '', [make('div', 'x-grid-row-checker')]), ...cells, make('td')]);
}

/** The number cells in document order. */
export function numberCells(document: Document, column = 1): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`tr td[cellindex="${column}"]`)].filter(
    (cell) => cell.closest('.cw-ml-header') === null,
  );
}

/** The names of all badges as screen readers hear them, in document order. */
export function badgeNames(document: Document): string[] {
  return [...document.querySelectorAll('payment-sync-badge')].map(
    ({ shadowRoot }) => shadowRoot?.querySelector('button')?.getAttribute('aria-label') ?? '',
  );
}

export function make(tag: string, name = '', children: readonly (Node | string)[] = []): HTMLElement {
  const made = document.createElement(tag);
  if (name !== '') made.className = name;
  made.append(...children);
  return made;
}

function content(caption: string, text: string): Node | string {
  return caption === CAPTIONS[0] ? make('a', 'GQXBAG multilineClickable', [text]) : text;
}

function headerOf(captions: readonly string[]): HTMLElement {
  const cells = (fill: (caption: string) => Node): HTMLElement[] =>
    captions.map((caption, at) => {
      const cell = make('td', 'GQXBAH', [make('div', '', [fill(caption)])]);
      cell.setAttribute('cellindex', String(at + 1));
      return cell;
    });
  return make('div', 'GQXBAI cw-ml-header', [
    make('table', '', [
      make('tbody', '', [
        make('tr', '', [
          make('td'),
          ...cells((caption) => make('span', '', [caption])),
          make('td'),
          make('td'),
        ]),
        make('tr', '', [make('td'), ...cells(() => make('input'))]),
      ]),
    ]),
  ]);
}
