import { i18n } from '#i18n';
import { formatDate } from '@/utils/payments/format-date';
import { formatMoney } from '@/utils/payments/format-money';
import { toDecimalText } from '@/utils/payments/money';
import type { Reason } from '@/utils/payments/reason';
import { writtenValues, type Writing } from '@/utils/payments/written-values';

/**
 * The sentence the catalogue has for a reason, with its values filled in as plain text: amounts and days as readers of
 * the locale write them.
 * @param locale BCP 47; the browser's own when left out
 */
export function reasonText(reason: Reason, locale?: string): string {
  return sentence(reason, {
    money: (amount) => formatMoney(amount, locale),
    day: (date) => formatDate(date, locale),
  });
}

/** The same for a table that a machine reads: amounts with a decimal point and their currency, days as yyyy-MM-dd. */
export function plainReasonText(reason: Reason): string {
  return sentence(reason, {
    money: (amount) => `${toDecimalText(amount)} ${amount.currency}`,
    day: (date) => date,
  });
}

function sentence({ code, params }: Reason, writing: Writing): string {
  // The key is put together here, so the catalogue's types cannot know it. A test asks for every code's entry.
  const t = i18n.t as (key: string, values: Readonly<Record<string, string>>) => string;
  return t(`reason.${code}`, writtenValues(params, writing));
}
