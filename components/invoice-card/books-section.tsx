import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatMoment } from '@/components/format-moment';
import { InvoiceLink } from '@/components/invoice-link';
import { reasonText } from '@/components/reason-text';
import { ChangeLines } from '@/components/sync-panel/change-lines';
import type { InvoiceInBooks, InvoiceInManage } from '@/utils/messaging/invoice-card';
import { formatMoney } from '@/utils/payments/format-money';
import { reason } from '@/utils/payments/reason';
import { beyondManage, type BeyondManage } from './beyond-manage';
import { EntryList } from './entry-list';
import { SETTLEMENT_WORDS } from './settlement-words';

interface Props {
  readonly number: string;
  readonly known: InvoiceInBooks;
  readonly manage: InvoiceInManage | null;
  readonly locale: string | undefined;
}

/** What this browser knows of the invoice from one connection: what the books said, and what it wrote to Manage. */
export function BooksSection({ number, known, manage, locale }: Props) {
  const { name, books, written, address } = known;
  const id = useId();
  const beyond = books === null ? [] : beyondManage(books.said, manage);
  const moment = (epochMs: number): string => formatMoment(epochMs, locale);
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{i18n.t('card.inBooks', { name })}</h3>
      <InvoiceLink address={address} to="books" number={number} />
      {books && (
        <>
          <p class="quiet">{i18n.t('card.asOf', { time: moment(books.at) })}</p>
          {beyond.length > 0 && (
            <ul class="beyond" aria-label={i18n.t('card.beyond.title')}>
              {beyond.map((each) => (
                <li key={each.what}>{beyondText(each, locale)}</li>
              ))}
            </ul>
          )}
          <EntryList
            title={i18n.t('card.settlements')}
            none={i18n.t('card.noSettlements')}
            locale={locale}
            entries={books.said.settlements.map(({ kind, date, amount, reference }) => ({
              date,
              amount,
              about: [i18n.t(SETTLEMENT_WORDS[kind]), reference].filter(Boolean).join(' · '),
            }))}
          />
          {books.said.notes.map((note) => (
            <p key={note} class="quiet">
              {reasonText(reason(note))}
            </p>
          ))}
        </>
      )}
      {written === null ? (
        <p class="quiet">{i18n.t('card.notWritten')}</p>
      ) : (
        <>
          <h4>{i18n.t(written.undo ? 'card.undone' : 'card.written')}</h4>
          <p class="quiet">
            {i18n.t(written.undo ? 'card.byUndo' : 'card.bySync', {
              time: moment(written.at),
              start: moment(written.runStartedAt),
            })}
          </p>
          <ChangeLines change={written.change} locale={locale} />
        </>
      )}
    </section>
  );
}

function beyondText(beyond: BeyondManage, locale: string | undefined): string {
  switch (beyond.what) {
    case 'draft':
      return i18n.t('card.beyond.draft');
    case 'cancelled':
      return i18n.t('card.beyond.cancelled');
    case 'reversed':
      return i18n.t('card.beyond.reversed');
    case 'credited':
      return i18n.t('card.beyond.credited', { amount: formatMoney(beyond.amount, locale) });
    case 'writtenOff':
      return i18n.t('card.beyond.writtenOff', { amount: formatMoney(beyond.amount, locale) });
  }
}
