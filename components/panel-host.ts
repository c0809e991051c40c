/** The tag of the element that carries the panel. It stands outside everything Manage lays out. */
export const PANEL_TAG = 'payment-sync-panel';

/** Draws into a container and answers how to take it away again. */
export type Mount = (container: HTMLElement) => () => void;

/** Where on the page the panel lives. */
export interface PanelHost {
  /** Puts the panel on the page if it is not there: the first time, or after the page removed it. */
  show(): void;
  /** Takes the panel away for good until it is shown anew. */
  readonly hide: () => void;
  /** Puts one line in the panel's place, whether it was shown or not. */
  replaceBy(line: string): void;
}

/**
 * For the element itself and the line that may stand in the panel's place; the panel brings its own style. Rules of
 * the page, `!important` or not, lose against important rules of a shadow root.
 */
const STYLE = `
:host {
  all: initial !important;
  display: block !important;
}
.line {
  position: fixed;
  z-index: 1000;
  inset-block-end: 56px;
  inset-inline-end: 16px;
  box-sizing: border-box;
  max-inline-size: min(364px, calc(100vw - 32px));
  margin: 0;
  padding: 8px 12px;
  border: 1px solid #c9d1d9;
  border-inline-start: 3px solid #b42318;
  border-radius: 4px;
  background: #fff;
  color: #1f2933;
  font: 12px/1.45 'Segoe UI', Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  .line {
    border-color: #3b4650;
    border-inline-start-color: #ff8b80;
    background: #1d232a;
    color: #e6eaee;
  }
}
`;

/** Scripts of the page can reach into the shadow root, but they cannot press a button as a person does. */
function dropForged(event: Event): void {
  if (event.isTrusted) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}

/** Holds a panel in a shadow root of its own, so that its style and the page's leave each other alone. */
export function createPanelHost(document: Document, mount: Mount): PanelHost {
  let host: HTMLElement | null = null;
  let unmount: () => void = () => undefined;

  function build(fill: Mount): void {
    host = document.createElement(PANEL_TAG);
    const sheet = document.createElement('style');
    sheet.textContent = STYLE;
    const container = document.createElement('div');
    container.addEventListener('click', dropForged, true);
    host.attachShadow({ mode: 'open' }).append(sheet, container);
    unmount = fill(container);
  }
  function hide(): void {
    if (host === null) return;
    unmount();
    host.remove();
    host = null;
  }
  function show(): void {
    if (host === null) build(mount);
    // Moving it would reload what it shows; it is put back only when it was taken away.
    if (host?.isConnected === false) document.body.append(host);
  }
  return {
    show,
    hide,
    replaceBy(line) {
      hide();
      build((container) => {
        const note = document.createElement('p');
        note.setAttribute('role', 'status');
        note.className = 'line';
        note.textContent = line;
        container.append(note);
        return () => undefined;
      });
      show();
    },
  };
}
