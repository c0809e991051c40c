import { i18n } from '#i18n';
import { OUTCOME_ORDERS, type OutcomeOrder } from '@/utils/payments/select-outcomes';
import type { OutcomeListState } from './use-outcome-list';

const ORDER_WORDS = {
  number: 'result.byNumber',
  company: 'result.byCompany',
  amount: 'result.byAmount',
  reason: 'result.byReason',
} as const satisfies Record<OutcomeOrder, string>;

/** Longer texts find nothing, and are refused by the worker. */
const LONGEST_SEARCH = 100;

/** What a long list is searched and put in order with. */
export function OutcomeTools({ list }: { readonly list: OutcomeListState }) {
  return (
    <div class="tools">
      <input
        type="search"
        aria-label={i18n.t('result.search')}
        placeholder={i18n.t('result.search')}
        maxLength={LONGEST_SEARCH}
        onInput={(event) => list.search(event.currentTarget.value)}
      />
      <select
        aria-label={i18n.t('result.sortBy')}
        value={list.order}
        onChange={(event) => list.sortBy(event.currentTarget.value as OutcomeOrder)}
      >
        {OUTCOME_ORDERS.map((order) => (
          <option key={order} value={order}>
            {i18n.t(ORDER_WORDS[order])}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="reverse"
        aria-pressed={list.descending}
        aria-label={i18n.t('result.descending')}
        title={i18n.t('result.descending')}
        onClick={list.reverse}
      >
        <span aria-hidden="true">{list.descending ? '↓' : '↑'}</span>
      </button>
    </div>
  );
}
