import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatMoment } from '@/components/format-moment';
import type { ConnectionState } from '@/utils/messaging/protocol';
import type { Reason } from '@/utils/payments/reason';
import { AfterRun } from './after-run';
import { PastRunView } from './past-run-view';
import { ProblemNote } from './problem-note';
import { RunHistory } from './run-history';
import { RunProgress } from './run-progress';
import { RunResult } from './run-result';
import type { SyncPanelProps } from './sync-panel';

interface Props extends Omit<SyncPanelProps, 'state'> {
  readonly connection: ConnectionState;
  /** Whether it has to be told from others. */
  readonly isNamed: boolean;
  /** Why this one cannot be run, where others can. */
  readonly isMissing: Reason | null;
}

/** The runs of one connection: the one under way or the last one, or an earlier one that was opened. */
export function ConnectionRuns(props: Props) {
  const { connection, isNamed, isMissing, locale, pending = false, onOpenOptions, onSetUp, onReload } = props;
  const { id, name, run, refused, lastRunAt } = connection;
  const heading = useId();
  const past = props.past?.connectionId === id ? props.past : null;
  const history = props.history?.connectionId === id ? props.history.runs : null;
  const underWay = run?.phase === 'running' || run?.phase === 'paused';
  // What keeps any run from beginning comes first, and a press that was refused for the same has just said it.
  const isSaid =
    underWay ||
    connection.missing !== null ||
    props.refusals?.some(({ code }) => code === refused?.code) === true;
  const list = {
    busy: underWay || pending,
    locale,
    read: props.readOutcomes.bind(null, id),
    onOpenOptions,
    onSetUp,
    onReload,
  };
  const after = {
    onUndo: (runId: string) => props.onUndo(id, runId),
    onExport: (runId: string) => props.onExport(id, runId),
  };
  return (
    <div class="connection" {...(isNamed && { role: 'group', 'aria-labelledby': heading })}>
      {isNamed && (
        <h3 id={heading} class="connection-name">
          {name}
        </h3>
      )}
      {isMissing && <ProblemNote reason={isMissing} {...{ locale, onOpenOptions, onSetUp, onReload }} />}
      {refused && !isSaid && (
        <ProblemNote
          about={i18n.t('panel.ownRunRefused')}
          reason={refused}
          {...{ locale, onOpenOptions, onSetUp, onReload }}
        />
      )}
      {run?.phase === 'running' && <RunProgress run={run} locale={locale} />}
      {past && <PastRunView past={past} {...list} {...after} onBack={props.onBack} />}
      {run && !past && (
        <RunResult run={run} {...list} onTakeOver={(record) => props.onTakeOver(id, record)} />
      )}
      {run && !past && !underWay && (
        <AfterRun
          run={run}
          canUndo={connection.canUndo}
          parked={connection.parked}
          busy={pending}
          onResume={() => props.onResume(id)}
          onRetryFailed={() => props.onRetryFailed(id)}
          {...after}
        />
      )}
      <RunHistory
        runs={history}
        opened={past?.run.id ?? null}
        locale={locale}
        onToggle={() => props.onToggleHistory(id)}
        onOpen={(runId) => props.onOpenRun(id, runId)}
      />
      {lastRunAt !== null && (
        <p class="last-run">{i18n.t('panel.lastRun', { time: formatMoment(lastRunAt, locale) })}</p>
      )}
    </div>
  );
}
