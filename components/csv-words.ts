import { i18n } from '#i18n';
import type { CsvWords } from '@/utils/payments/outcomes-csv';
import { plainReasonText } from './reason-text';
import { KIND_WORDS } from './sync-panel/kind-words';

/** The catalogue's words for a table of outcomes, looked up when one is made. */
export const csvWords: CsvWords = {
  get columns() {
    return {
      invoice: i18n.t('csv.invoice'),
      result: i18n.t('csv.result'),
      currency: i18n.t('csv.currency'),
      amountBefore: i18n.t('csv.amountBefore'),
      dateBefore: i18n.t('csv.dateBefore'),
      amount: i18n.t('csv.amount'),
      date: i18n.t('csv.date'),
      reasons: i18n.t('csv.reasons'),
      order: i18n.t('csv.order'),
      vendor: i18n.t('csv.vendor'),
      bills: i18n.t('csv.bills'),
    };
  },
  kind: (kind) => i18n.t(KIND_WORDS[kind]),
  reason: plainReasonText,
};
