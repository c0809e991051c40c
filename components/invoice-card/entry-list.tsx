import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatDate } from '@/utils/payments/format-date';
import { formatMoney } from '@/utils/payments/format-money';
import type { IsoDate } from '@/utils/payments/iso-date';
import type { Money } from '@/utils/payments/money';

/** A payment or another settlement, as a line. */
interface Entry {
  readonly date: IsoDate | null;
  readonly amount: Money;
  /** What else is to be said of it, such as its reference; '' for nothing. */
  readonly about: string;
}

interface Props {
  readonly title: string;
  /** Said in place of an empty list. */
  readonly none: string;
  readonly entries: readonly Entry[];
  readonly locale: string | undefined;
}

/** Payments or settlements in lines of date, amount and reference. */
export function EntryList({ title, none, entries, locale }: Props) {
  const id = useId();
  if (entries.length === 0) return <p class="quiet">{none}</p>;
  return (
    <>
      <h4 id={id}>{title}</h4>
      <ul class="entries" aria-labelledby={id}>
        {entries.map(({ date, amount, about }, at) => (
          <li key={at}>
            <span class="entry-date">{date === null ? i18n.t('card.noDate') : formatDate(date, locale)}</span>{' '}
            <span class="entry-amount">{formatMoney(amount, locale)}</span>{' '}
            {about !== '' && (
              <span class="entry-about">
                <bdi>{about}</bdi>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
