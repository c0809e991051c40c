import type { ClassNames } from './class-names.ts';
import { element } from './element.ts';
import { watchWindow, type HostLog } from './host-log.ts';

const FRAME = 'services/grid_frame.html';

/** The room a grid stands in: a div of the page, or a frame of the same origin. */
export interface GridHolder {
  readonly element: HTMLElement;
  /** Puts a grid in place of the one before, in one task. */
  show(make: (document: Document) => HTMLElement): void;
}

export function createGridHolder(
  document: Document,
  css: ClassNames,
  log: HostLog,
  framed: boolean,
): GridHolder {
  const put = (into: HTMLElement, grid: HTMLElement): void => {
    into.replaceChildren(grid);
    log.gridsShown += 1;
  };
  if (!framed) {
    const div = element(document, 'div', { class: css('holder') });
    return { element: div, show: (make) => put(div, make(document)) };
  }
  const frame = element(document, 'iframe', {
    class: css('holder', 'frame'),
    attributes: { src: FRAME, title: 'Grid' },
  });
  const ready = new Promise<Document>((resolve) => {
    frame.addEventListener('load', () => {
      const { contentDocument: inner, contentWindow: window } = frame;
      if (!inner || !window) return;
      inner.documentElement.dir = document.documentElement.dir;
      for (const style of document.querySelectorAll('style'))
        inner.head.append(inner.importNode(style, true));
      watchWindow(window, log);
      resolve(inner);
    });
  });
  return {
    element: frame,
    show(make) {
      void ready.then((inner) => put(inner.body, make(inner)));
    },
  };
}
