import { i18n } from '#i18n';

/** Draws into a container and answers how to take it away again. */
export type Mount = (container: HTMLElement) => () => void;

/** An element of ours on the page. It stands outside everything Manage lays out. */
export interface PageHost {
  /** Puts it on the page, drawn by `mount` unless it is drawn already; also after the page removed it. */
  show(mount: Mount): void;
  /** Takes it away for good until it is shown anew. */
  readonly hide: () => void;
}

/** Rules of the page, `!important` or not, lose against important rules of a shadow root. */
const STYLE = `
:host {
  all: initial !important;
  display: block !important;
}
`;

/** Scripts of the page can reach into the shadow root, but they cannot press a button as a person does. */
function dropForged(event: Event): void {
  if (event.isTrusted) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}

/** Holds a view in a shadow root of its own, so that its style and the page's leave each other alone. */
export function createPageHost(document: Document, tag: string): PageHost {
  // Read now: once the extension has been updated, its catalogue cannot be read any more.
  const language = i18n.t('extension.language');
  const direction = i18n.t('extension.direction');
  let host: HTMLElement | null = null;
  let unmount: () => void = () => undefined;

  function build(mount: Mount): HTMLElement {
    const built = document.createElement(tag);
    const sheet = document.createElement('style');
    sheet.textContent = STYLE;
    const container = document.createElement('div');
    container.lang = language;
    // Whichever way the page reads: in the other direction, a day such as 27 Nov 2026 would come out in another order.
    container.dir = direction;
    container.addEventListener('click', dropForged, true);
    built.attachShadow({ mode: 'open' }).append(sheet, container);
    unmount = mount(container);
    return built;
  }
  return {
    show(mount) {
      host ??= build(mount);
      // Moving it would reload what it shows; it is put back only when it was taken away.
      if (!host.isConnected) document.body.append(host);
    },
    hide() {
      if (host === null) return;
      unmount();
      host.remove();
      host = null;
    },
  };
}
