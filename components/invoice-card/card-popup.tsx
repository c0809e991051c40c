import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { magnified } from '@/components/magnified';
import type { CardPort } from './card-port';
import { InvoiceCardContent } from './invoice-card';
import { MARGIN, placeCard, type Rect } from './place-card';

export interface CardPopupProps {
  readonly number: string;
  readonly port: CardPort;
  readonly locale?: string;
  readonly lastWords: string;
  /** Where the badge is in the window now; null when it is not on show. */
  readonly badgeAt: () => Rect | null;
  readonly onClose: () => void;
}

/** In CSS pixels; what does not fit is scrolled. */
const MOST_HEIGHT = 520;

const FOCUSABLE = 'button, a, [tabindex="0"]';

/** The card that a badge opens: beside it, above everything, moving nothing of the page. Escape closes it. */
export function CardPopup({ number, port, locale, lastWords, badgeAt, onClose }: CardPopupProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const card = box.current;
    const window = card?.ownerDocument.defaultView;
    if (!card || !window) return undefined;
    const place = (): void => {
      const { innerWidth: width, innerHeight: height } = window;
      const times = magnified(card);
      // The page's direction, in which the badge stands, and not that of the words on the card.
      const rightToLeft = window.getComputedStyle(card.ownerDocument.body).direction === 'rtl';
      card.style.maxWidth = `${(width - 2 * MARGIN) / times}px`;
      const size = card.getBoundingClientRect();
      const { left, top, maxHeight } = placeCard(
        badgeAt(),
        { width: size.width, height: size.height, most: MOST_HEIGHT * times },
        { width, height },
        rightToLeft,
      );
      card.style.maxHeight = `${maxHeight / times}px`;
      card.style.left = `${left / times}px`;
      card.style.top = `${top / times}px`;
    };
    place();
    // It grows as it learns more. Each time it is laid out once: which side it goes to does not depend on its height.
    const observer = new ResizeObserver(place);
    observer.observe(card);
    window.addEventListener('resize', place);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', place);
    };
  }, [number, badgeAt]);

  useEffect(() => box.current?.focus({ preventScroll: true }), [number]);

  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
    if (event.key === 'Tab') keepFocus(event, box.current);
  };
  return (
    // A dialog hears keys for what is in it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      class="invoice-card popup-card"
      role="dialog"
      aria-labelledby={id}
      tabIndex={-1}
      ref={box}
      onKeyDown={onKey}
    >
      <div class="card-header">
        <h2 id={id}>
          <bdi>{i18n.t('card.title', { number })}</bdi>
        </h2>
        <button type="button" class="close" aria-label={i18n.t('card.close')} onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {/* Scrolled by keyboard where a browser does not see to that itself. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div class="card-body" tabIndex={0} role="group" aria-labelledby={id}>
        <InvoiceCardContent
          key={number}
          number={number}
          port={port}
          lastWords={lastWords}
          {...(locale !== undefined && { locale })}
        />
      </div>
    </div>
  );
}

/** Tab goes round within the card, whose place in the page's order is its end. */
function keepFocus(event: KeyboardEvent, card: HTMLElement | null): void {
  const stops = [...(card?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
  const root = card?.getRootNode() as Document | ShadowRoot | undefined;
  const [first, last] = [stops[0], stops.at(-1)];
  const at = root?.activeElement;
  if (event.shiftKey ? at === first || at === card : at === last) {
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
}
