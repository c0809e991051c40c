import { createPageHost } from '@/components/page-host';
import type { CardLink, PageViews, PressedBadge } from '@/components/page-views';

const CARD_TAG = 'payment-sync-card';
/** A press on a badge is heard by the badge. */
const BADGE_TAG = 'payment-sync-badge';

export interface CardOpener {
  /** Opens the card of a badge, or closes it where it is open. */
  readonly press: (badge: PressedBadge) => void;
  readonly close: () => void;
}

/** Opens one card at a time. It closes when it is done with, or when something beside it is pressed. */
export function createCardOpener(
  window: Window,
  loadViews: () => Promise<PageViews>,
  onRunChanged: CardLink['onRunChanged'],
): CardOpener {
  const { document } = window;
  const host = createPageHost(document, CARD_TAG);
  let opened: { readonly number: string; readonly end: AbortController } | null = null;

  function close(): void {
    opened?.end.abort();
    opened = null;
    host.hide();
  }
  function press(badge: PressedBadge): void {
    const wasOpen = opened?.number === badge.number;
    close();
    if (wasOpen) return;
    const end = new AbortController();
    const { signal } = end;
    opened = { number: badge.number, end };
    const onClose = (): void => {
      close();
      badge.focus();
    };
    const pressedBeside = (event: Event): void => {
      const tags = event.composedPath().map((each) => (each as Partial<Element>).localName);
      if (!tags.includes(CARD_TAG) && !tags.includes(BADGE_TAG)) close();
    };
    window.addEventListener('pointerdown', pressedBeside, { signal, capture: true, passive: true });
    loadViews().then(
      (views) => {
        if (!signal.aborted)
          host.show((container) => views.mountCard(container, { badge, onRunChanged, onClose }));
      },
      // The panel says that nobody answers any more.
      () => undefined,
    );
  }
  return { press, close };
}
