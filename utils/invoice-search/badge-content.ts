import { i18n } from '#i18n';
import type { BadgeFacts } from '@/utils/messaging/protocol';
import { formatDate, formatDateShort } from '@/utils/payments/format-date';
import { formatMoney, formatMoneyCompact } from '@/utils/payments/format-money';

/** What a badge shows and says of one invoice, in the user's language. */
export interface BadgeContent {
  readonly state: BadgeFacts['state'];
  /** In full and in few characters; null where there is nothing to pay. */
  readonly amount: { readonly full: string; readonly compact: string } | null;
  /** The date paid in figures; null unless it is known and the invoice is paid in full. */
  readonly date: string | null;
  /** Everything in words, for those who cannot see the badge or not all of it. */
  readonly name: string;
  /** The language of the name, BCP 47: the page around it may be in another. */
  readonly language: string;
}

/** States in which nobody asks how much was paid. */
const WITHOUT_AMOUNT: readonly BadgeFacts['state'][] = ['nothing-to-pay', 'credit-memo'];

/** @param locale BCP 47; the browser's own when left out */
export function badgeContent(number: string, facts: BadgeFacts, locale?: string): BadgeContent {
  const { state, paidAmount } = facts;
  const datePaid = (state === 'paid' ? facts.datePaid : null) ?? null;
  const full = formatMoney(paidAmount, locale);
  return {
    state,
    amount: WITHOUT_AMOUNT.includes(state) ? null : { full, compact: formatMoneyCompact(paidAmount, locale) },
    date: datePaid && formatDateShort(datePaid, locale),
    language: i18n.t('extension.language'),
    name: name(number, state, full, datePaid && formatDate(datePaid, locale)),
  };
}

function name(number: string, state: BadgeFacts['state'], amount: string, date: string | null): string {
  switch (state) {
    case 'paid':
      return date === null
        ? i18n.t('badge.namePaid', { number, amount })
        : i18n.t('badge.namePaidOn', { number, amount, date });
    case 'partly-paid':
      return i18n.t('badge.namePartlyPaid', { number, amount });
    case 'unpaid':
      return i18n.t('badge.nameUnpaid', { number, amount });
    case 'credited':
      return i18n.t('badge.nameCredited', { number, amount });
    case 'nothing-to-pay':
      return i18n.t('badge.nameNothingToPay', { number });
    case 'credit-memo':
      return i18n.t('badge.nameCreditMemo', { number });
  }
}
