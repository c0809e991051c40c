import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { reasonText } from '@/components/reason-text';
import { OUTCOME_KINDS, type Outcome, type OutcomeKind } from '@/utils/payments/outcome';
import type { RunState } from '@/utils/sync/run-state';
import { headline } from './headline';
import { OutcomeGroup } from './outcome-group';
import type { TakeOver } from './panel-port';
import { ProblemNote } from './problem-note';

interface Props {
  readonly run: RunState;
  /** Nothing can be taken over while a run goes on or an answer is awaited. */
  readonly busy: boolean;
  readonly locale: string | undefined;
  readonly onTakeOver: (record: TakeOver) => void;
  readonly onOpenOptions: () => void;
}

/** What became of a run: how it ended, what to know of it as a whole, and five counts with what lies behind them. */
export function RunResult({ run, busy, locale, onTakeOver, onOpenOptions }: Props) {
  const byKind = useMemo(() => groupByKind(run.outcomes), [run.outcomes]);
  const nothing = run.phase === 'finished' && OUTCOME_KINDS.every((kind) => run.counts[kind] === 0);
  return (
    <div class={`result ${run.mode}`}>
      <p class={`headline ${run.phase}`}>{headline(run, locale)}</p>
      {run.failure && <ProblemNote reason={run.failure} onOpenOptions={onOpenOptions} />}
      {nothing && <p>{i18n.t('result.nothing')}</p>}
      {run.notes.length > 0 && (
        <ul class="notes">
          {run.notes.map((note) => (
            <li key={reasonText(note)}>{reasonText(note)}</li>
          ))}
        </ul>
      )}
      <ul class="groups">
        {OUTCOME_KINDS.map((kind) => (
          <OutcomeGroup
            key={`${run.id} ${kind}`}
            kind={kind}
            count={run.counts[kind]}
            outcomes={byKind.get(kind) ?? []}
            busy={busy}
            locale={locale}
            onTakeOver={onTakeOver}
          />
        ))}
      </ul>
    </div>
  );
}

function groupByKind(outcomes: readonly Outcome[]): ReadonlyMap<OutcomeKind, readonly Outcome[]> {
  const groups = new Map<OutcomeKind, Outcome[]>();
  for (const outcome of outcomes) {
    const group = groups.get(outcome.kind);
    if (group) group.push(outcome);
    else groups.set(outcome.kind, [outcome]);
  }
  return groups;
}
