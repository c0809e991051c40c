import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatCount } from '@/components/format-count';
import { formatMoney } from '@/utils/payments/format-money';
import type { CurrencyOverview } from '@/utils/payments/overview';

interface Props {
  readonly currencies: readonly CurrencyOverview[];
  /** Where the grid begins, in CSS pixels of the window. */
  readonly at: { readonly left: number; readonly top: number; readonly width: number };
  /** BCP 47; the browser's own when left out. */
  readonly locale?: string;
}

/**
 * One slim bar for all invoices in view: how much of them is paid, partly paid and open, each currency by itself
 * with as much room as it has invoices. The same in words stands in a legend, which screen readers always find, and
 * which everybody else sees who points at the bar, reaches it by keyboard or presses it. Escape hides it.
 */
export function OverviewBar({ currencies, at, locale }: Props) {
  const id = useId();
  const [legend, setLegend] = useState<'as-needed' | 'stays' | 'dismissed'>('as-needed');
  const release = (): void => setLegend((before) => (before === 'dismissed' ? 'as-needed' : before));
  if (currencies.length === 0) return null;
  return (
    // The section hears the pointer and the keys of the bar within it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      class="overview"
      aria-label={i18n.t('overview.name')}
      data-legend={legend}
      style={{ left: `${at.left}px`, top: `${at.top}px`, width: `${at.width}px` }}
      onMouseLeave={release}
      onBlurCapture={release}
      onKeyDown={({ key }) => key === 'Escape' && setLegend('dismissed')}
    >
      <button
        type="button"
        class="strip"
        aria-label={i18n.t('overview.name')}
        aria-expanded={legend === 'stays'}
        aria-controls={id}
        onClick={() => setLegend(legend === 'stays' ? 'dismissed' : 'stays')}
      >
        {currencies.map((each) => (
          <span key={each.currency} class="stack" style={{ flexGrow: countOf(each) }}>
            {PARTS.map(({ part }) => (
              <span
                key={part}
                class={`part ${part}`}
                style={{ flexGrow: each[part].owed.minor }}
                hidden={each[part].owed.minor === 0}
              />
            ))}
          </span>
        ))}
      </button>
      <div id={id} class="legend">
        {currencies.map((each) => (
          <dl key={each.currency} class="amounts">
            {PARTS.filter(({ part }) => each[part].count > 0).map(({ part, word }) => (
              <div key={part}>
                <dt>
                  <span class={`key ${part}`} aria-hidden="true" /> {i18n.t(word)}
                </dt>
                <dd>
                  <span class="amount">{formatMoney(each[part].owed, locale)}</span>{' '}
                  <span class="count">
                    {i18n.t('overview.invoices', each[part].count, [formatCount(each[part].count, locale)])}
                  </span>
                  {part === 'partlyPaid' && each.left.minor !== 0 && (
                    <span class="left">
                      {' '}
                      {i18n.t('overview.left', { amount: formatMoney(each.left, locale) })}
                    </span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        ))}
      </div>
    </section>
  );
}

const PARTS = [
  { part: 'paid', word: 'overview.paid' },
  { part: 'partlyPaid', word: 'overview.partlyPaid' },
  { part: 'open', word: 'overview.open' },
] as const;

function countOf({ paid, partlyPaid, open }: CurrencyOverview): number {
  return paid.count + partlyPaid.count + open.count;
}
