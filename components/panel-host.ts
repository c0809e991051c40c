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
  /** Puts one line in the panel's place, if it is shown. */
  replaceBy(line: string): void;
}

/** Scripts of the page can reach into the shadow root, but they cannot press a button as a person does. */
function dropForged(event: Event): void {
  if (event.isTrusted) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}

/** Holds a panel in a shadow root of its own, so that its style and the page's leave each other alone. */
export function createPanelHost(document: Document, style: string, mount: Mount): PanelHost {
  let host: HTMLElement | null = null;
  let container: HTMLElement | null = null;
  let unmount: () => void = () => undefined;

  function build(): HTMLElement {
    const built = document.createElement(PANEL_TAG);
    const sheet = document.createElement('style');
    sheet.textContent = style;
    container = document.createElement('div');
    container.addEventListener('click', dropForged, true);
    built.attachShadow({ mode: 'open' }).append(sheet, container);
    unmount = mount(container);
    return built;
  }
  return {
    show() {
      host ??= build();
      // Moving it would reload what it shows; it is put back only when it was taken away.
      if (!host.isConnected) document.body.append(host);
    },
    hide() {
      if (host === null) return;
      unmount();
      host.remove();
      host = container = null;
    },
    replaceBy(line) {
      if (container === null) return;
      unmount();
      unmount = () => undefined;
      const note = document.createElement('p');
      note.setAttribute('role', 'status');
      note.className = 'problem';
      note.textContent = line;
      const body = document.createElement('div');
      body.className = 'body';
      body.append(note);
      const panel = document.createElement('section');
      panel.className = 'panel';
      panel.append(body);
      container.replaceChildren(panel);
    },
  };
}
