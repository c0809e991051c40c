import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatMoment } from '@/components/format-moment';
import type { PastRun } from '@/utils/messaging/protocol';
import { AfterRun } from './after-run';
import type { ReadList } from './read-list';
import type { RemedyActions } from './remedy-button';
import { RunResult } from './run-result';

interface Props extends RemedyActions {
  readonly past: PastRun;
  /** Another run is under way, or an answer is awaited. */
  readonly busy: boolean;
  readonly locale: string | undefined;
  readonly read: ReadList;
  readonly onBack: () => void;
  readonly onUndo: (runId: string) => void;
  readonly onExport: (runId: string) => void;
}

/** An earlier run, in place of the newest one. */
export function PastRunView(props: Props) {
  const { past, busy, locale, read, onBack, onUndo, onExport, onOpenOptions, onSetUp, onReload } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const { run, canUndo } = past;
  useEffect(() => heading.current?.focus(), [run.id]);
  return (
    <section class="past" aria-label={i18n.t('history.opened')}>
      <h3 ref={heading} tabIndex={-1}>
        {i18n.t('history.runOf', { time: formatMoment(run.startedAt, locale) })}
      </h3>
      <button type="button" onClick={onBack}>
        {i18n.t('history.back')}
      </button>
      <RunResult
        run={run}
        busy={busy}
        locale={locale}
        read={read}
        onTakeOver={null}
        onOpenOptions={onOpenOptions}
        onSetUp={onSetUp}
        onReload={onReload}
      />
      <AfterRun run={run} canUndo={canUndo} busy={busy} onUndo={onUndo} onExport={onExport} />
    </section>
  );
}
