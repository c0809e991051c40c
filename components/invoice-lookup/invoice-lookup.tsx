import { useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CardPort } from '@/components/invoice-card/card-port';
import { InvoiceCardContent } from '@/components/invoice-card/invoice-card';
import { reasonText } from '@/components/reason-text';
import type { InvoiceCard } from '@/utils/messaging/invoice-card';
import type { Answer } from '@/utils/messaging/protocol';
import { billOfKey } from '@/utils/payments/bill-key';
import type { Reason } from '@/utils/payments/reason';

/** What the look-up needs from outside. A function that rejects means that the worker cannot be reached. */
export interface LookUpPort extends CardPort {
  /** The cards of what somebody named by hand: an invoice, purchase orders, or both. */
  readonly lookUp: (text: string) => Promise<Answer<readonly InvoiceCard[]>>;
  /** The same port for purchase orders. */
  readonly orders: CardPort;
}

interface Props {
  readonly port: LookUpPort;
  /** Whether purchase orders are found as well. */
  readonly hasBills?: boolean;
  /** BCP 47; the browser's own when left out. */
  readonly locale?: string;
}

type Found =
  | { readonly is: 'nothing' | 'looking' | 'missing' | 'out-of-reach' }
  | { readonly is: 'refused'; readonly why: Reason }
  | { readonly is: 'found'; readonly cards: readonly InvoiceCard[] };

/** Looks one invoice up by its number and shows its card. Its style is `invoice-card.css`. */
export function InvoiceLookup({ port, hasBills = false, locale }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const asked = useRef(0);
  const [found, setFound] = useState<Found>({ is: 'nothing' });

  async function lookUp(): Promise<void> {
    const text = field.current?.value.trim() ?? '';
    const mine = (asked.current += 1);
    if (text === '') {
      setFound({ is: 'missing' });
      field.current?.focus();
      return;
    }
    setFound({ is: 'looking' });
    const result = await port.lookUp(text).then(
      (answer): Found =>
        answer.ok ? { is: 'found', cards: answer.value } : { is: 'refused', why: answer.reason },
      (): Found => ({ is: 'out-of-reach' }),
    );
    // Whoever typed another number meanwhile waits for that one.
    if (mine === asked.current) setFound(result);
  }
  const isMissing = found.is === 'missing';
  return (
    <section class="invoice-card look-up" aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`}>{i18n.t('lookUp.title')}</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void lookUp();
        }}
      >
        <label for={id}>{i18n.t(hasBills ? 'lookUp.anyNumber' : 'lookUp.number')}</label>
        <div class="field">
          <input
            id={id}
            ref={field}
            type="text"
            maxLength={100}
            autocomplete="off"
            spellcheck={false}
            aria-invalid={isMissing}
            aria-describedby={isMissing ? `${id}missing` : undefined}
          />
          <button type="submit" class="primary">
            {i18n.t('lookUp.submit')}
          </button>
        </div>
        {isMissing && (
          <p id={`${id}missing`} class="field-problem">
            {i18n.t('lookUp.missing')}
          </p>
        )}
      </form>
      <p role="status" class="looking">
        {found.is === 'looking' && i18n.t('card.reading')}
        {found.is === 'found' && found.cards.map(titleOf).join(', ')}
      </p>
      {found.is === 'refused' && (
        <p role="alert" class="problem">
          {reasonText(found.why)}
        </p>
      )}
      {found.is === 'out-of-reach' && (
        <p role="alert" class="problem">
          {i18n.t('panel.outOfReach')}
        </p>
      )}
      {found.is === 'found' &&
        found.cards.map((card) => (
          <div key={`${asked.current} ${card.ledger} ${card.number}`} class="card-body">
            {found.cards.length > 1 && <h3 class="card-name">{titleOf(card)}</h3>}
            <InvoiceCardContent
              number={card.number}
              first={card}
              port={card.ledger === 'payable' ? port.orders : port}
              lastWords={i18n.t('panel.outOfReach')}
              {...(locale !== undefined && { locale })}
            />
          </div>
        ))}
    </section>
  );
}

function titleOf({ ledger, number }: InvoiceCard): string {
  if (ledger !== 'payable') return i18n.t('card.title', { number });
  return i18n.t(billOfKey(number) === null ? 'card.orderTitle' : 'card.billTitle', { number });
}
