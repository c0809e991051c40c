import { createPageHost, type Mount } from './page-host';

/** The tag of the element that carries the panel. */
export const PANEL_TAG = 'payment-sync-panel';

/** Where on the page the panel lives. */
export interface PanelHost {
  /** Puts the panel on the page if it is not there: the first time, or after the page removed it. */
  show(): void;
  /** Takes the panel away for good until it is shown anew. */
  readonly hide: () => void;
  /** Puts one line in the panel's place, whether it was shown or not. */
  replaceBy(line: string): void;
}

/** For the line that may stand in the panel's place; the panel brings its own style. */
const STYLE = `
.line {
  position: fixed;
  z-index: 1000;
  bottom: 56px;
  right: 16px;
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
:host(:dir(rtl)) .line {
  right: auto;
  left: 16px;
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

/** Holds the panel on the page. */
export function createPanelHost(document: Document, mount: Mount): PanelHost {
  const host = createPageHost(document, PANEL_TAG);
  return {
    show: () => host.show(mount),
    hide: host.hide,
    replaceBy(line) {
      host.hide();
      host.show((container) => {
        const sheet = document.createElement('style');
        sheet.textContent = STYLE;
        const note = document.createElement('p');
        note.setAttribute('role', 'status');
        note.className = 'line';
        note.textContent = line;
        container.append(sheet, note);
        return () => undefined;
      });
    },
  };
}
