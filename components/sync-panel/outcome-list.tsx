import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { reasonText } from '@/components/reason-text';
import type { OutcomeKind } from '@/utils/payments/outcome';
import type { RunState } from '@/utils/sync/run-state';
import { OutcomeItem } from './outcome-item';
import { OutcomePager } from './outcome-pager';
import { OutcomeTools } from './outcome-tools';
import type { TakeOver } from './panel-port';
import type { ReadList } from './read-list';
import { useOutcomeList } from './use-outcome-list';

/** Fewer lines than this are seen at a glance. */
const WORTH_SEARCHING = 6;

export interface OutcomeListProps {
  readonly run: RunState;
  readonly kind: OutcomeKind;
  readonly busy: boolean;
  readonly locale: string | undefined;
  readonly read: ReadList;
  /** Null where nothing can be taken over any more, as in an earlier run. */
  readonly onTakeOver: ((record: TakeOver) => void) | null;
}

/** The invoices behind a count: to be searched, put in order, and turned over a page at a time. */
export function OutcomeList({ run, kind, busy, locale, read, onTakeOver }: OutcomeListProps) {
  const list = useOutcomeList(read, run.id, kind, `${run.phase} ${run.done}`);
  const top = useRef<HTMLDivElement>(null);
  const { page, problem } = list;
  const turnTo = (from: number): void => {
    list.turnTo(from);
    // Not to the nearest edge: whoever has read to the end of a page stands at the end of the next one then.
    top.current?.scrollIntoView({ block: 'start' });
  };
  return (
    <div ref={top}>
      {run.counts[kind] >= WORTH_SEARCHING && <OutcomeTools list={list} />}
      {problem !== null && <p class="problem">{reasonText(problem, locale)}</p>}
      {page === null && problem === null && <p class="hint">{i18n.t('panel.loading')}</p>}
      {page?.shared && <p class="reason">{reasonText(page.shared, locale)}</p>}
      {page !== null && (
        <ul class="outcomes">
          {page.outcomes.map((outcome, at) => (
            <OutcomeItem
              key={outcome.invoiceNumber}
              outcome={page.shared === null ? outcome : { ...outcome, reasons: [] }}
              links={page.links?.[at] ?? null}
              busy={busy}
              locale={locale}
              onTakeOver={onTakeOver}
            />
          ))}
        </ul>
      )}
      {page !== null && <OutcomePager page={page} from={list.from} locale={locale} onTurn={turnTo} />}
    </div>
  );
}
