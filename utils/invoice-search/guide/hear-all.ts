import { KEY_EVENTS, type KeyGuard } from '../key-guard';

const POINTER = [
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'click',
  'dblclick',
  'contextmenu',
] as const;
const OURS = 'payment-sync-';

export interface Heard {
  readonly onPoint: (target: Element) => void;
  readonly onClick: (target: Element) => void;
  /** Answers whether the key was meant for us; otherwise the browser does with it what it always does. */
  readonly onKey: (key: string) => boolean;
  readonly onScroll: () => void;
}

/**
 * Hears, in place of the page, all that is pointed at and typed in these documents until the signal. Nothing of it
 * reaches the page, save what is done in the elements of our own. What a script made up counts for nothing.
 */
export function hearAll(
  documents: readonly Document[],
  keys: KeyGuard,
  heard: Heard,
  signal: AbortSignal,
): void {
  const options = { capture: true, signal };
  for (const { defaultView: window } of documents) {
    if (window === null) continue;
    window.addEventListener(
      'pointermove',
      ({ target }) => isElement(target) && !isOurs(target) && heard.onPoint(target),
      options,
    );
    window.addEventListener('scroll', heard.onScroll, { ...options, passive: true });
    for (const kind of POINTER) {
      window.addEventListener(
        kind,
        (event) => {
          const { target } = event;
          if (!isElement(target) || isOurs(target)) return;
          event.stopImmediatePropagation();
          event.preventDefault();
          if (kind === 'click' && event.isTrusted) heard.onClick(target);
        },
        options,
      );
    }
    if (window === window.top) continue;
    for (const kind of KEY_EVENTS) window.addEventListener(kind, hearKey, options);
  }
  keys.claim(hearKey, signal);

  function hearKey(event: KeyboardEvent): void {
    event.stopImmediatePropagation();
    if (event.type === 'keydown' && event.isTrusted && heard.onKey(event.key)) event.preventDefault();
  }
}

function isElement(target: EventTarget | null): target is Element {
  return (target as Node | null)?.nodeType === Node.ELEMENT_NODE;
}

function isOurs({ localName }: Element): boolean {
  return localName.startsWith(OURS);
}
