import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatCount } from '@/components/format-count';
import type { Outcome } from '@/utils/payments/outcome';
import { OutcomeItem } from './outcome-item';
import type { TakeOver } from './panel-port';
import { sharedReason } from './shared-reason';

/** So many rows are drawn at a time: a list of ten thousand must not hold up the page. */
const ROWS = 100;

export interface OutcomeListProps {
  readonly count: number;
  /** Those of them that are worth a line. */
  readonly outcomes: readonly Outcome[];
  readonly busy: boolean;
  readonly locale: string | undefined;
  readonly onTakeOver: (record: TakeOver) => void;
}

/** The invoices behind a count, a hundred at a time. */
export function OutcomeList({ count, outcomes, busy, locale, onTakeOver }: OutcomeListProps) {
  const [rows, setRows] = useState(ROWS);
  const shared = useMemo(() => sharedReason(outcomes), [outcomes]);
  const format = (each: number): string => formatCount(each, locale);
  const left = outcomes.length - rows;
  return (
    <>
      {outcomes.length < count && (
        <p class="hint">
          {i18n.t('result.withNote', { listed: format(outcomes.length), count: format(count) })}
        </p>
      )}
      {shared !== null && <p class="reason">{shared}</p>}
      <ul>
        {outcomes.slice(0, rows).map((outcome) => (
          <OutcomeItem
            key={outcome.invoiceNumber}
            outcome={shared === null ? outcome : { ...outcome, reasons: [] }}
            busy={busy}
            locale={locale}
            onTakeOver={onTakeOver}
          />
        ))}
      </ul>
      {left > 0 && (
        <button type="button" onClick={() => setRows(rows + ROWS)}>
          {i18n.t('result.showMore', { left: format(left) })}
        </button>
      )}
    </>
  );
}
