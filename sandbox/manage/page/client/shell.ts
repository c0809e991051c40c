import type { ClassNames } from './class-names.ts';
import { element } from './element.ts';
import { moduleIcon } from './module-icon.ts';
import type { GridScreenName } from './screens.ts';
import type { Words } from './words.ts';

/** The modules of the left navigation and the screens behind them; those of the others were never built. */
const MODULES: readonly (readonly [keyof Words['modules'], readonly GridScreenName[]])[] = [
  ['companies', ['CompanySearch']],
  ['sales', []],
  ['service', ['ServiceBoard']],
  ['projects', []],
  ['finance', ['InvoiceSearch', 'CompanyFinance']],
  ['procurement', ['PurchaseOrders']],
  ['time', []],
  ['system', []],
];

export interface Shell {
  readonly element: HTMLElement;
  /** Where screens are shown. */
  readonly workspace: HTMLElement;
  /** Marks the entry of the screen that is shown; null for a screen without one. */
  mark(screen: GridScreenName | null): void;
}

export function moduleOf(screen: GridScreenName, words: Words): string {
  const [module] = MODULES.find(([, screens]) => screens.includes(screen)) ?? ['system'];
  return words.modules[module];
}

/** What surrounds every screen: the bar on top, the navigation on the left, the workspace beside it. */
export function createShell(
  document: Document,
  css: ClassNames,
  words: Words,
  onNavigate: (screen: GridScreenName) => void,
): Shell {
  const entries = new Map<GridScreenName, HTMLElement>();
  const sections = MODULES.map(([module, screens]) => {
    const links = screens.map((screen) => {
      const link = element(document, 'div', {
        class: css('nav-entry'),
        text: words.screens[screen],
        attributes: { tabindex: '0', role: 'link' },
      });
      link.addEventListener('click', () => onNavigate(screen));
      link.addEventListener('keydown', ({ key }) => {
        if (key === 'Enter') onNavigate(screen);
      });
      entries.set(screen, link);
      return link;
    });
    const head = element(
      document,
      'div',
      { class: css('nav-head') },
      moduleIcon(document, module),
      element(document, 'span', { text: words.modules[module] }),
    );
    return element(document, 'div', { class: `${css('nav-section')} cw-lcm-section` }, head, ...links);
  });
  const workspace = element(document, 'div', {
    class: `${css('workspace')} cw-WorkspaceView`,
    attributes: { id: 'cwContent' },
  });
  return {
    element: element(
      document,
      'div',
      { class: css('shell') },
      topBar(document, css),
      element(document, 'nav', { class: css('nav') }, ...sections),
      workspace,
    ),
    workspace,
    mark(screen) {
      for (const [name, entry] of entries) {
        entry.className = name === screen ? css('nav-entry', 'nav-entry-current') : css('nav-entry');
      }
    },
  };
}

function topBar(document: Document, css: ClassNames): HTMLElement {
  const quickSearch = element(document, 'input', {
    class: css('quick-search'),
    attributes: { placeholder: 'Search tickets, companies, contacts', 'aria-label': 'Quick search' },
  });
  return element(
    document,
    'header',
    { class: css('top-bar') },
    element(document, 'div', { class: css('menu-mark'), attributes: { 'aria-hidden': 'true' } }),
    element(document, 'div', { class: css('product'), text: 'Manage' }),
    element(document, 'div', { class: css('tenant'), text: 'Nord IT' }),
    quickSearch,
    element(document, 'div', { class: css('member'), text: 'KN', attributes: { title: 'Kari Nilsen' } }),
  );
}
