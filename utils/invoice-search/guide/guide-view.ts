import { i18n } from '#i18n';
import { GUIDE_STYLE } from './guide-style';

/** The tag of the element that carries the guide. */
const GUIDE_TAG = 'payment-sync-guide';

/** What is seen while a user shows where invoice numbers are: a bar with what to do, and a frame around a cell. */
export interface GuideView {
  readonly element: HTMLElement;
  say(words: string): void;
  /** Draws the frame around an element of the page or of one of its frames; null takes it away. */
  mark(element: Element | null): void;
  /** Only words are left to read, and a button to put them away. */
  finish(words: string): void;
  /** Takes the focus, though not onto the button. */
  focus(): void;
  /** Whether what is typed is meant for the button. */
  isOnButton(): boolean;
  remove(): void;
}

export function createGuideView(document: Document, onCancel: () => void): GuideView {
  const make = <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    name: string,
  ): HTMLElementTagNameMap[Tag] => {
    const made = document.createElement(tag);
    made.className = name;
    return made;
  };
  const element = document.createElement(GUIDE_TAG);
  const style = document.createElement('style');
  style.textContent = GUIDE_STYLE;
  const frame = make('div', 'frame');
  frame.hidden = true;
  const words = make('p', 'words');
  words.setAttribute('role', 'status');
  const cancel = make('button', 'cancel');
  cancel.type = 'button';
  cancel.textContent = i18n.t('guide.cancel');
  cancel.addEventListener('click', (event) => event.isTrusted && onCancel());
  const bar = make('section', 'bar');
  bar.setAttribute('aria-label', i18n.t('guide.name'));
  bar.lang = i18n.t('extension.language');
  bar.dir = i18n.t('extension.direction');
  bar.tabIndex = -1;
  bar.append(words, cancel);
  const root = element.attachShadow({ mode: 'open' });
  root.append(style, frame, bar);
  document.body.append(element);

  return {
    element,
    say(text) {
      if (words.textContent !== text) words.textContent = text;
    },
    mark(marked) {
      frame.hidden = marked === null;
      if (marked === null) return;
      const scale = (element as { currentCSSZoom?: number }).currentCSSZoom ?? 1;
      const { x, y, width, height } = boxInTop(marked);
      for (const [name, value] of Object.entries({ left: x, top: y, width, height })) {
        frame.style.setProperty(name, `${value / scale}px`);
      }
    },
    finish(text) {
      frame.hidden = true;
      words.textContent = text;
      cancel.textContent = i18n.t('guide.close');
    },
    focus: () => bar.focus(),
    isOnButton: () => root.activeElement === cancel,
    remove: () => element.remove(),
  };
}

/** Where an element is in the window of the page, even if it is in a frame. */
function boxInTop(element: Element): Pick<DOMRect, 'x' | 'y' | 'width' | 'height'> {
  const { width, height, ...box } = boxOf(element);
  let { x, y } = box;
  for (
    let window = element.ownerDocument.defaultView;
    window?.frameElement;
    window = window.parent as typeof window
  ) {
    const outer = window.frameElement.getBoundingClientRect();
    x += outer.x + window.frameElement.clientLeft;
    y += outer.y + window.frameElement.clientTop;
  }
  return { x, y, width, height };
}

function boxOf(element: Element): { x: number; y: number; width: number; height: number } {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}
