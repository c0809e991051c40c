import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatMoment } from '@/components/format-moment';
import { AfterRun } from './after-run';
import { NotConnected } from './not-connected';
import type { PanelView } from './panel-view';
import { RunButtons } from './run-buttons';
import { RunProgress } from './run-progress';
import { RunResult } from './run-result';
import { StartDateField } from './start-date-field';
import type { SyncPanelProps } from './sync-panel';
import { useStartDate } from './use-start-date';

type Props = SyncPanelProps & { readonly state: PanelView };

/** The panel once it knows where things stand. */
export function PanelBody(props: Props) {
  const { state, today, locale, pending = false, onRun, onStop, onTakeOver, onOpenOptions } = props;
  const { missing, lastRunAt, run } = state;
  const controls = useRef<HTMLDivElement>(null);
  const startDate = useStartDate(today, lastRunAt);
  const running = run?.phase === 'running';
  const underWay = running || run?.phase === 'paused';

  const start = (mode: 'sync' | 'preview'): void => {
    if (startDate.start) onRun(startDate.start, mode);
    else controls.current?.querySelector('input')?.focus();
  };
  return (
    <>
      {missing ? (
        <NotConnected reason={missing} onOpenOptions={onOpenOptions} />
      ) : (
        <div class="controls" ref={controls}>
          <StartDateField
            value={startDate}
            today={today}
            lastRunAt={lastRunAt}
            disabled={underWay}
            locale={locale}
          />
          <RunButtons running={underWay} pending={pending} onRun={start} onStop={onStop} />
        </div>
      )}
      {run && running && <RunProgress run={run} locale={locale} />}
      {run && (
        <RunResult
          run={run}
          busy={underWay || pending}
          locale={locale}
          onTakeOver={onTakeOver}
          onOpenOptions={onOpenOptions}
        />
      )}
      {!underWay && (
        <AfterRun
          state={state}
          busy={pending}
          onResume={props.onResume}
          onRetryFailed={props.onRetryFailed}
          onUndo={props.onUndo}
          onExport={props.onExport}
        />
      )}
      {!run && lastRunAt === null && missing === null && <p class="hint">{i18n.t('panel.firstRun')}</p>}
      <p class="last-run">
        {lastRunAt === null
          ? i18n.t('startDate.noRunYet')
          : i18n.t('panel.lastRun', { time: formatMoment(lastRunAt, locale) })}
      </p>
    </>
  );
}
