import { BADGE_TAG } from './badge';

/** Kinds of events that hotkeys are made of. */
export const KEY_EVENTS = ['keydown', 'keypress', 'keyup'] as const;

const OURS = 'payment-sync-';
/** The keys that press a button. On a badge, all others are Manage's: it stands in one of its rows. */
const PRESSING = ['Enter', ' '];

type Hear = (event: KeyboardEvent) => void;

/** Keeps keys that are meant for us from the page. */
export interface KeyGuard {
  /** Hears every key of the window in place of the page, until the signal. */
  claim(hear: Hear, signal: AbortSignal): void;
}

/**
 * Hears keys before the page does, in whatever phase it listens, and keeps those from it that are typed into our own
 * elements. What the browser does with a key it does all the same: text is entered, Tab moves on, Enter presses. Our
 * own listeners hear a copy that does not leave our element.
 *
 * Who registers first hears first, so this has to be called before any script of the page runs.
 */
export function createKeyGuard(window: Window & typeof globalThis, signal: AbortSignal): KeyGuard {
  let claimed: Hear | null = null;
  for (const kind of KEY_EVENTS) {
    window.addEventListener(
      kind,
      (event) => {
        const ours = isOurs(event);
        if (!ours && claimed === null) return;
        event.stopImmediatePropagation();
        if (claimed !== null) claimed(event);
        else if (!handOver(window, event)) event.preventDefault();
      },
      { capture: true, signal },
    );
  }
  return {
    claim(hear, until) {
      claimed = hear;
      until.addEventListener('abort', () => {
        if (claimed === hear) claimed = null;
      });
    },
  };
}

function isOurs(event: KeyboardEvent): boolean {
  for (const { localName = '' } of event.composedPath() as Partial<Element>[]) {
    if (localName.startsWith(OURS)) return localName !== BADGE_TAG || PRESSING.includes(event.key);
  }
  return false;
}

/** Tells the element that was typed into, and those around it within ours. Answers whether nobody prevents the rest. */
function handOver(window: Window & typeof globalThis, event: KeyboardEvent): boolean {
  const { type, key, code, location, repeat, isComposing, ctrlKey, shiftKey, altKey, metaKey } = event;
  // No KeyboardEvent: Firefox lets those of the three kinds out of our element, even where they are not to be composed.
  const copy = Object.assign(new window.UIEvent(type, { bubbles: true, cancelable: true, composed: false }), {
    key,
    code,
    location,
    repeat,
    isComposing,
    ctrlKey,
    shiftKey,
    altKey,
    metaKey,
  });
  return event.composedPath()[0]?.dispatchEvent(copy) ?? true;
}
