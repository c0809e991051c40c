import type { GridRow } from '../grid-query.ts';
import { readClassNames } from './class-names.ts';
import { dress, startClock } from './dress.ts';
import { startHostLog } from './host-log.ts';
import { readPageOptions } from './page-options.ts';
import { hashOf, placeOf, type Place } from './place.ts';
import { showRecord } from './record-view.ts';
import { showGridScreen } from './screen-view.ts';
import type { GridScreenName } from './screens.ts';
import { createShell, moduleOf } from './shell.ts';
import { WORDS } from './words.ts';

const options = readPageOptions(new URL(location.href));
const log = startHostLog(window, options);
const words = WORDS[options.locale];
const css = readClassNames(document);
dress(document, options);

const shell = createShell(document, css, words, (screen) => go({ screen, recId: null }));
document.getElementById('cwApp')?.append(shell.element);
if (options.clock) startClock(shell.element);
const view = {
  document,
  workspace: shell.workspace,
  css,
  words,
  options,
  log,
  moduleOf: (screen: GridScreenName) => moduleOf(screen, words),
  onOpen: open,
};
/** Invoices that were opened here, so that Back and Forward find them. */
const openedInvoices = new Map<number, GridRow>();
let leaving = new AbortController();

// Entry links name the screen plainly; from then on the address is the client's own.
const entry = placeOf(location.hash);
history.replaceState(null, '', hashOf(entry, Math.random));
show(entry);
window.addEventListener('popstate', () => show(placeOf(location.hash)));

/** Goes to another screen without loading the page anew. The address changes first, the screen once its rows are there. */
function go(place: Place): void {
  history.pushState(null, '', hashOf(place, Math.random));
  show(place);
}

function show({ screen, recId }: Place): void {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  if (screen === 'InvoiceDetails') {
    shell.mark(null);
    const invoice = openedInvoices.get(recId ?? 0) ?? { cells: {} };
    showRecord(invoice, { ...view, module: words.modules.finance });
    return;
  }
  shell.mark(screen);
  showGridScreen(screen, view, signal).catch((error: unknown) => {
    if (!signal.aborted) log.errors.push(String(error));
  });
}

function open(screen: GridScreenName, row: GridRow, text: string): void {
  log.opened.push(text);
  if (screen !== 'InvoiceSearch' && screen !== 'CompanyFinance') return;
  openedInvoices.set(row.recId, row);
  go({ screen: 'InvoiceDetails', recId: row.recId });
}
