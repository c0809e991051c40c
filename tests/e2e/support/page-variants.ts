/** A way in which somebody's Manage may differ from everybody else's. */
export interface PageVariant {
  readonly is: string;
  /** The query of the page's address that makes it so. */
  readonly query: string;
  /**
   * `all`: every invoice row in sight has its badge. `none`: what is there cannot be read safely, so that no row has
   * one, and the panel offers to be shown.
   */
  readonly badges: 'all' | 'none';
  /** The rows are scrolled through as well, and used again for others. */
  readonly scrolled?: true;
}

/** No caption is one of the settings, no row names its company: nothing tells the numbers from any others. */
export const UNREADABLE = 'locale=de&hide=company';

/** Every variant of the page that badges and panel must cope with, in any browser. */
export const PAGE_VARIANTS: readonly PageVariant[] = [
  { is: 'as most have it', query: '', badges: 'all' },
  { is: 'in Dutch', query: 'locale=nl', badges: 'all' },
  { is: 'in German', query: 'locale=de', badges: 'all' },
  { is: 'in French', query: 'locale=fr&sort=number', badges: 'all' },
  {
    is: 'with reordered and hidden columns',
    query: 'columns=amount,company,date,number&hide=date',
    badges: 'all',
  },
  { is: 'with Manage’s own Paid Amount and Date Paid', query: 'paidColumns=1', badges: 'all' },
  { is: 'with its grid in a frame', query: 'frame=1', badges: 'all', scrolled: true },
  { is: 'with its grid in a frame, in German', query: 'frame=1&locale=de', badges: 'all' },
  { is: 'with every class renamed', query: 'classes=renamed', badges: 'all' },
  { is: 'with every class renamed, in German', query: 'classes=renamed&locale=de', badges: 'all' },
  { is: 'with numbered rows under an unnumbered header', query: 'numbering=rows', badges: 'all' },
  { is: 'with a numbered header above unnumbered rows', query: 'numbering=header', badges: 'all' },
  { is: 'without any column number', query: 'numbering=none&columns=company,number,amount', badges: 'all' },
  {
    is: 'with column numbers that count the checkboxes in one place only',
    query: 'numbering=off-by-one&columns=company,number,reference,amount',
    badges: 'all',
  },
  {
    is: 'with columns named in the markup, in German',
    query: 'locale=de&names=1&hide=company',
    badges: 'all',
  },
  { is: 'with service tickets on the same screen', query: 'second=tickets', badges: 'all' },
  {
    is: 'with tickets that look like invoices of the very companies, in German',
    query: 'second=tickets&locale=de',
    badges: 'none',
  },
  {
    is: 'with such tickets beside invoices whose company is hidden, in German',
    query: 'second=tickets&locale=de&hide=company',
    badges: 'none',
  },
  { is: 'with two grids of invoices, in German', query: 'second=invoices&locale=de', badges: 'all' },
  { is: 'with two grids of invoices', query: 'second=invoices', badges: 'all' },
  { is: 'under hostile style rules', query: 'css=hostile', badges: 'all' },
  { is: 'from right to left', query: 'dir=rtl', badges: 'all' },
  { is: 'from right to left, without any column number', query: 'dir=rtl&numbering=none', badges: 'all' },
  { is: 'magnified by itself', query: 'zoom=150&numbering=none', badges: 'all' },
  { is: 'with a narrow number column', query: 'numberWidth=60', badges: 'all' },
  {
    is: 'with rows that are used again',
    query: 'pageSize=1000&refill=text&recycling=shift',
    badges: 'all',
    scrolled: true,
  },
  { is: 'in a language and a view that tell nothing', query: UNREADABLE, badges: 'none' },
];
