import { i18n } from '#i18n';
import { formatCount } from '@/components/format-count';
import type { OutcomePage } from '@/utils/messaging/protocol';

interface Props {
  readonly page: OutcomePage;
  /** The place of its first line in the list, from 0. */
  readonly from: number;
  readonly locale: string | undefined;
  readonly onTurn: (from: number) => void;
}

/** Which part of a list is shown, and the way to the parts before and after it. */
export function OutcomePager({ page, from, locale, onTurn }: Props) {
  const { total, outcomes } = page;
  const to = from + outcomes.length;
  const isWhole = from === 0 && to >= total;
  const format = (count: number): string => formatCount(count, locale);
  return (
    <div class="pager">
      <p role="status" class={isWhole && total > 0 ? 'unseen' : 'hint'}>
        {total === 0
          ? i18n.t('result.noneFound')
          : i18n.t('result.part', { from: format(from + 1), to: format(to), total: format(total) })}
      </p>
      {!isWhole && (
        <>
          <button
            type="button"
            aria-disabled={from === 0}
            onClick={() => from > 0 && onTurn(Math.max(0, from - PAGE))}
          >
            {i18n.t('result.previous')}
          </button>
          <button type="button" aria-disabled={to >= total} onClick={() => to < total && onTurn(to)}>
            {i18n.t('result.next')}
          </button>
        </>
      )}
    </div>
  );
}

/** As many lines as the worker answers with at a time. */
const PAGE = 100;
