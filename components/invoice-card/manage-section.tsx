import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { InvoiceLink } from '@/components/invoice-link';
import { reasonText } from '@/components/reason-text';
import type { InvoiceCard, InvoiceInManage } from '@/utils/messaging/invoice-card';
import { billOfKey } from '@/utils/payments/bill-key';
import { formatDate } from '@/utils/payments/format-date';
import { formatMoney } from '@/utils/payments/format-money';
import type { Money } from '@/utils/payments/money';
import { EntryList } from './entry-list';
import { STATE_WORDS } from './state-words';

interface Props {
  readonly card: InvoiceCard;
  readonly locale: string | undefined;
}

/** What Manage holds of the invoice now: its figures and its payments. */
export function ManageSection({ card: { number, ledger, manage, address, problem }, locale }: Props) {
  const id = useId();
  const isBill = ledger === 'payable' && billOfKey(number) !== null;
  const amount = (money: Money): string => formatMoney(money, locale);
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{i18n.t('card.inManage')}</h3>
      <InvoiceLink address={address} to="manage" number={number} />
      {problem && <p class="problem">{reasonText(problem, locale)}</p>}
      {manage === null && problem === null && <p>{i18n.t(isBill ? 'card.onNoOrder' : 'card.notInManage')}</p>}
      {manage?.order && <OrderFigures order={manage.order} manage={manage} locale={locale} />}
      {manage && !manage.order && (
        <>
          <p class="state" data-state={manage.state}>
            {i18n.t(STATE_WORDS[manage.state])}
          </p>
          <dl class="figures">
            <Figure term={i18n.t('card.total')} text={amount(manage.total)} />
            {manage.credits.minor !== 0 && (
              <Figure term={i18n.t('card.credited')} text={amount(manage.credits)} />
            )}
            <Figure term={i18n.t('card.paid')} text={amount(manage.paidAmount)} />
            <Figure term={i18n.t('card.remaining')} text={amount(manage.remaining)} />
            {manage.datePaid && (
              <Figure term={i18n.t('card.datePaid')} text={formatDate(manage.datePaid, locale)} />
            )}
          </dl>
          <EntryList
            title={i18n.t('card.payments')}
            none={i18n.t('card.noPayments')}
            locale={locale}
            entries={manage.payments.map(({ date, amount: paid, appliedBy }) => ({
              date,
              amount: paid,
              about: appliedBy === '' ? '' : i18n.t('card.by', { name: appliedBy }),
            }))}
          />
        </>
      )}
    </section>
  );
}

function Figure({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </div>
  );
}

interface OrderProps extends Pick<Props, 'locale'> {
  readonly order: NonNullable<InvoiceInManage['order']>;
  readonly manage: InvoiceInManage;
}

/** What Manage shows of a purchase order. What was ordered is another sum than what was billed, so nothing remains of it. */
function OrderFigures({ order: { vendor, bills }, manage, locale }: OrderProps) {
  return (
    <dl class="figures">
      <Figure term={i18n.t('card.vendor')} text={vendor} />
      <Figure term={i18n.t('card.bills')} text={bills.join(', ') || i18n.t('card.noBills')} />
      <Figure term={i18n.t('card.ordered')} text={formatMoney(manage.total, locale)} />
      <Figure term={i18n.t('card.paid')} text={formatMoney(manage.paidAmount, locale)} />
      {manage.datePaid && (
        <Figure term={i18n.t('card.datePaid')} text={formatDate(manage.datePaid, locale)} />
      )}
    </dl>
  );
}
