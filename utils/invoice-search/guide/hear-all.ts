const POINTER = [
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'click',
  'dblclick',
  'contextmenu',
] as const;
const KEYS = ['keydown', 'keypress', 'keyup'] as const;
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
export function hearAll(documents: readonly Document[], heard: Heard, signal: AbortSignal): void {
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
    for (const kind of KEYS) {
      window.addEventListener(
        kind,
        (event) => {
          const { target } = event;
          if (!isElement(target)) return;
          // What is typed into our own elements is kept from the page there; all else ends here.
          if (!isOurs(target)) event.stopImmediatePropagation();
          if (kind === 'keydown' && event.isTrusted && heard.onKey(event.key)) event.preventDefault();
        },
        options,
      );
    }
  }
}

function isElement(target: EventTarget | null): target is Element {
  return (target as Node | null)?.nodeType === Node.ELEMENT_NODE;
}

function isOurs({ localName }: Element): boolean {
  return localName.startsWith(OURS);
}
