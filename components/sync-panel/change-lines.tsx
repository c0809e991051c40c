import { i18n } from '#i18n';
import type { Change } from '@/utils/payments/change';
import { formatDate } from '@/utils/payments/format-date';
import { formatMoney } from '@/utils/payments/format-money';

interface Props {
  readonly change: Change;
  readonly locale: string | undefined;
}

/** Old and new, for the amount and for the date; one that stays is said once. */
export function ChangeLines({ change: { from, to }, locale }: Props) {
  const none = i18n.t('result.none');
  const amount = ({ amount }: Change['from']): string =>
    amount === null ? none : formatMoney(amount, locale);
  const date = ({ date }: Change['from']): string => (date === null ? none : formatDate(date, locale));
  return (
    <dl class="change">
      <div>
        <dt>{i18n.t('badge.paidAmount')}</dt>
        <dd>{oldToNew(amount(from), amount(to))}</dd>
      </div>
      <div>
        <dt>{i18n.t('badge.datePaid')}</dt>
        <dd>{oldToNew(date(from), date(to))}</dd>
      </div>
    </dl>
  );
}

function oldToNew(from: string, to: string): string {
  return from === to ? to : i18n.t('result.oldToNew', { from, to });
}
