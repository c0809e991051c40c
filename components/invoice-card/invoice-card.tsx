import { i18n } from '#i18n';
import type { InvoiceCard } from '@/utils/messaging/invoice-card';
import { BooksSection } from './books-section';
import type { CardPort } from './card-port';
import { CheckSection } from './check-section';
import { ManageSection } from './manage-section';
import { useInvoiceCard } from './use-invoice-card';

interface Props {
  readonly number: string;
  /** What was read of it just now; without it the worker is asked. */
  readonly first?: InvoiceCard;
  readonly port: CardPort;
  /** BCP 47; the browser's own when left out. */
  readonly locale?: string;
  /** What is said once the worker is gone: it cannot be looked up then. */
  readonly lastWords: string;
}

/** What is known of one invoice, and the way to ask anew. Stands in the card of a badge and in the popup. */
export function InvoiceCardContent({ number, first, port, locale, lastWords }: Props) {
  const { state, checkNow, write } = useInvoiceCard(number, port, first);
  const { card, refusal, outOfReach } = state;
  if (outOfReach) {
    return (
      <p role="status" class="problem">
        {lastWords}
      </p>
    );
  }
  if (card === null && refusal === null) return <p role="status">{i18n.t('card.reading')}</p>;
  return (
    <>
      {card && (
        <>
          <ManageSection card={card} locale={locale} />
          {card.known.map((known) => (
            <BooksSection
              key={known.connectionId}
              number={number}
              known={known}
              manage={card.manage}
              locale={locale}
            />
          ))}
          {card.known.length === 0 && <p class="quiet">{i18n.t('card.neverMet')}</p>}
        </>
      )}
      <CheckSection state={state} locale={locale} onCheck={checkNow} onWrite={write} />
    </>
  );
}
