import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Outcome, OutcomeKind } from '@/utils/payments/outcome';
import { KIND_WORDS } from './kind-words';
import { OutcomeItem } from './outcome-item';
import type { TakeOver } from './panel-port';

/** So many rows are drawn at a time: a list of ten thousand must not hold up the page. */
const ROWS = 100;

interface Props {
  readonly kind: OutcomeKind;
  readonly count: number;
  /** Those of them that are worth a line. */
  readonly outcomes: readonly Outcome[];
  readonly busy: boolean;
  readonly locale: string | undefined;
  readonly onTakeOver: (record: TakeOver) => void;
}

/** One count of a result. It opens to its list where there is one. */
export function OutcomeGroup({ kind, count, outcomes, busy, locale, onTakeOver }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [rows, setRows] = useState(ROWS);
  const { format } = new Intl.NumberFormat(locale);
  const title = (
    <>
      <span class="kind">{i18n.t(KIND_WORDS[kind])}</span> <span class="count">{format(count)}</span>
    </>
  );
  if (outcomes.length === 0)
    return (
      <li class={`group ${kind}`}>
        <p class="group-title">{title}</p>
      </li>
    );
  const left = outcomes.length - rows;
  return (
    <li class={`group ${kind}`}>
      <button
        type="button"
        class="group-title"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {title}
      </button>
      {open && (
        <div id={id} class="group-list">
          {outcomes.length < count && (
            <p class="hint">
              {i18n.t('result.withNote', { listed: format(outcomes.length), count: format(count) })}
            </p>
          )}
          <ul>
            {outcomes.slice(0, rows).map((outcome) => (
              <OutcomeItem
                key={outcome.invoiceNumber}
                outcome={outcome}
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
        </div>
      )}
    </li>
  );
}
