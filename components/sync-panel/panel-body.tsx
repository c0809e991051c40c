import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { reasonText } from '@/components/reason-text';
import type { ConnectionState, PanelState } from '@/utils/messaging/protocol';
import type { Reason } from '@/utils/payments/reason';
import { ConnectionChoice } from './connection-choice';
import { ConnectionRuns } from './connection-runs';
import { lastRunOf } from './last-run-of';
import { NotConnected } from './not-connected';
import { RunButtons } from './run-buttons';
import { StartDateField } from './start-date-field';
import type { SyncPanelProps } from './sync-panel';
import { useStartDate } from './use-start-date';

interface Props extends SyncPanelProps {
  readonly state: PanelState;
  readonly chosen: readonly ConnectionState[];
  /** By what they were chosen; '' for all. */
  readonly choice: string;
  /** Why nothing that is chosen can be run. */
  readonly missing: Reason | null;
  /** What else is to be said, between what can be pressed and what became of it. */
  readonly notes: ComponentChildren;
  readonly onChoose: (id: string) => void;
}

/** The panel once it knows where things stand. */
export function PanelBody(props: Props) {
  const { state, chosen, choice, missing, notes, today, locale, pending = false } = props;
  const { onChoose, onRun, onStop } = props;
  const { connections } = state;
  const controls = useRef<HTMLDivElement>(null);
  const lastRun = lastRunOf(chosen);
  const startDate = useStartDate(today, lastRun !== null);
  const underWay = chosen.filter(({ run }) => run?.phase === 'running' || run?.phase === 'paused');
  const ready = chosen.filter((each) => each.missing === null && !underWay.includes(each));

  const start = (mode: 'sync' | 'preview'): void => {
    if (!startDate.start) controls.current?.querySelector('input')?.focus();
    else
      onRun(
        ready.map(({ id }) => id),
        startDate.start,
        mode,
      );
  };
  return (
    <>
      {connections.length > 1 && (
        <ConnectionChoice connections={connections} choice={choice} onChoose={onChoose} />
      )}
      {missing ? (
        <NotConnected
          reason={missing}
          locale={locale}
          onOpenOptions={props.onOpenOptions}
          onSetUp={props.onSetUp}
          onReload={props.onReload}
        />
      ) : (
        <div class="controls" ref={controls}>
          <StartDateField
            value={startDate}
            today={today}
            lastRun={lastRun}
            unsynced={ready.flatMap(({ lastRunAt, name }) => (lastRunAt === null ? [name] : []))}
            disabled={ready.length === 0}
            locale={locale}
          />
          {chosen.map(
            ({ id, startAtLatest }) =>
              startAtLatest && (
                <p key={id} class="hint">
                  {reasonText(startAtLatest.why, locale)}
                </p>
              ),
          )}
          <RunButtons
            running={underWay.length > 0}
            off={ready.length === 0}
            pending={pending}
            onRun={start}
            onStop={() => onStop(underWay.map(({ id }) => id))}
          />
        </div>
      )}
      {notes}
      {chosen.every(({ run, lastRunAt }) => run === null && lastRunAt === null) && missing === null && (
        <p class="hint">{i18n.t('panel.firstRun')}</p>
      )}
      {chosen.map((connection) => (
        <ConnectionRuns
          key={connection.id}
          {...props}
          connection={connection}
          isNamed={connections.length > 1}
          isMissing={missing === null ? connection.missing : null}
        />
      ))}
    </>
  );
}
