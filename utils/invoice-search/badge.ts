import type { BadgeContent } from './badge-content';
import { badgeSign } from './badge-sign';
import { BADGE_STYLE } from './badge-style';
import type { BadgeSize, BadgeWidths } from './fit-badge';

/** The tag of a badge, by which everything of ours in a grid can be told from Manage's own. */
export const BADGE_TAG = 'payment-sync-badge';

/** A badge, not yet anywhere. It is laid out but invisible until it is told how much of it to show and where. */
export interface Badge {
  readonly element: HTMLElement;
  /**
   * Reads in its own CSS pixels where its corner was before any move, and its size. A width of 0: it is not laid out.
   */
  measure(): {
    readonly x: number;
    readonly y: number;
    readonly height: number;
    readonly widths: BadgeWidths;
    /** Pixels of the viewport to one of its own: more than 1 where the page has a zoom of its own. */
    readonly scale: number;
  };
  /** Gives it the focus. */
  focus(): void;
  /** Where it is in the window now; null when it is not laid out or shows nothing. */
  at(): DOMRect | null;
  /** Shows it, moved by so many CSS pixels from its origin. */
  show(size: BadgeSize, x: number, y: number): void;
}

/** What a row of the page must not hear of a press: it would be selected, or opened. */
const PRESSES = [
  'click',
  'dblclick',
  'auxclick',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
] as const;
const KEYS = ['keydown', 'keyup', 'keypress'] as const;
/** The keys that press a button. */
const PRESSING = ['Enter', ' '];

/**
 * Makes a badge, which is a button. Its content stands in a shadow root of its own, where the page's rules do not
 * reach; scripts of the page can, but they cannot press it as a person does.
 */
export function createBadge(document: Document, content: BadgeContent, onPress: () => void): Badge {
  const make = (tag: string, name: string, text = ''): HTMLElement => {
    const made = document.createElement(tag);
    made.className = name;
    made.textContent = text;
    return made;
  };
  const sign = badgeSign(document, content.state);
  const amount = content.amount && make('span', 'amount', content.amount.full);
  const compact = content.amount && make('span', 'compact', content.amount.compact);
  const date = content.date === null ? null : make('span', 'date', content.date);
  const face = make('span', 'face');
  face.title = content.name;
  face.append(...[sign, amount, compact, date].filter((part) => part !== null));

  const box = document.createElement('button');
  box.type = 'button';
  box.className = 'badge';
  box.lang = content.language;
  box.setAttribute('aria-label', content.name);
  box.setAttribute('aria-haspopup', 'dialog');
  const keep = (event: Event): void => event.stopPropagation();
  for (const kind of PRESSES) box.addEventListener(kind, keep, { passive: true });
  for (const kind of KEYS) {
    box.addEventListener(kind, (event) => PRESSING.includes(event.key) && keep(event));
  }
  box.addEventListener('click', ({ isTrusted }) => isTrusted && onPress());
  box.dataset.size = 'measure';
  box.append(face);
  const element = document.createElement(BADGE_TAG);
  element.attachShadow({ mode: 'open' }).append(make('style', '', BADGE_STYLE), box);

  const natural = { height: 0, widths: { sign: 0, amount: 0, compact: 0, date: 0 } };
  const moved = { x: 0, y: 0 };
  return {
    element,
    measure() {
      // Browsers that do not tell, Chromium before 128, do not count the page's own zoom in what they measure.
      const scale = (box as { currentCSSZoom?: number }).currentCSSZoom ?? 1;
      const { x, y } = box.getBoundingClientRect();
      // Once parts are hidden for want of room they measure nothing: the first measuring counts.
      if (natural.height === 0) {
        natural.height = face.getBoundingClientRect().height / scale;
        natural.widths = {
          sign: widthOf(sign) / scale,
          amount: widthOf(amount) / scale,
          compact: widthOf(compact) / scale,
          date: widthOf(date) / scale,
        };
      }
      return { x: x / scale - moved.x, y: y / scale - moved.y, scale, ...natural };
    },
    focus: () => box.focus({ preventScroll: true }),
    at() {
      const rect = box.getBoundingClientRect();
      return element.isConnected && rect.width > 0 ? rect : null;
    },
    show(size, x, y) {
      if (box.dataset.size !== size) box.dataset.size = size;
      if (moved.x !== x) box.style.left = `${(moved.x = x)}px`;
      if (moved.y !== y) box.style.top = `${(moved.y = y)}px`;
    },
  };
}

function widthOf(part: Element | null): number {
  return part === null ? 0 : part.getBoundingClientRect().width;
}
