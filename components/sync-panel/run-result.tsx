import { i18n } from '#i18n';
import { reasonText } from '@/components/reason-text';
import { OUTCOME_KINDS } from '@/utils/payments/outcome';
import { headline } from './headline';
import { OutcomeGroup } from './outcome-group';
import type { OutcomeListProps } from './outcome-list';
import { ProblemNote } from './problem-note';
import type { RemedyActions } from './remedy-button';

interface Props extends Omit<OutcomeListProps, 'kind'>, RemedyActions {}

/** What became of a run: how it ended, what to know of it as a whole, and five counts with what lies behind them. */
export function RunResult({ onOpenOptions, onSetUp, onReload, ...list }: Props) {
  const { run, locale } = list;
  const nothing = run.phase === 'finished' && OUTCOME_KINDS.every((kind) => run.counts[kind] === 0);
  return (
    <div class={`result ${run.mode}`}>
      <p class={`headline ${run.phase}`}>{headline(run, locale)}</p>
      {run.failure && <ProblemNote reason={run.failure} {...{ locale, onOpenOptions, onSetUp, onReload }} />}
      {nothing && <p>{i18n.t('result.nothing')}</p>}
      {run.notes.length > 0 && (
        <ul class="notes">
          {run.notes.map((note) => (
            <li key={reasonText(note)}>{reasonText(note, locale)}</li>
          ))}
        </ul>
      )}
      <ul class="groups">
        {OUTCOME_KINDS.map((kind) => (
          <OutcomeGroup key={`${run.id} ${kind}`} {...list} kind={kind} />
        ))}
      </ul>
    </div>
  );
}
