import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { reasonText } from '@/components/reason-text';
import type { IsoDate } from '@/utils/payments/iso-date';
import type { Reason } from '@/utils/payments/reason';
import type { StartDate } from '@/utils/payments/start-date';
import { announcement } from './announcement';
import { PanelBody } from './panel-body';
import { PanelHeader } from './panel-header';
import type { RecognitionPort, TakeOver } from './panel-port';
import type { PanelView } from './panel-view';
import { ProblemNote } from './problem-note';
import { RecognitionNote } from './recognition-note';
import { useRecognition } from './use-recognition';

export interface SyncPanelProps {
  /** Null while it is being read. */
  readonly state: PanelView | null;
  /** The calendar day it is for the user. */
  readonly today: IsoDate;
  /** BCP 47; the browser's own when left out. */
  readonly locale?: string;
  /** Why badges cannot be shown. */
  readonly badgeProblem: Reason | null;
  /** How the page is read, and what can be done about it. */
  readonly recognition: RecognitionPort;
  /** Why what was pressed last was refused. */
  readonly refusal?: Reason | null;
  /** The answer to what was pressed is awaited. */
  readonly pending?: boolean;
  readonly collapsed: boolean;
  readonly onCollapse: (collapsed: boolean) => void;
  readonly onRun: (start: StartDate, mode: 'sync' | 'preview') => void;
  readonly onStop: () => void;
  readonly onResume: () => void;
  readonly onRetryFailed: () => void;
  readonly onUndo: (runId: string) => void;
  readonly onExport: (runId: string) => void;
  readonly onTakeOver: (record: TakeOver) => void;
  readonly onOpenOptions: () => void;
}

/** The panel on Invoice Search: from when to sync, the run, and what became of it. */
export function SyncPanel(props: SyncPanelProps) {
  const { state, locale, badgeProblem, refusal = null } = props;
  const { collapsed, onCollapse, onOpenOptions } = props;
  const id = useId();
  const recognition = useRecognition(props.recognition);
  const run = state?.run ?? null;
  return (
    <section class="panel" aria-label={i18n.t('panel.name')} data-collapsed={collapsed}>
      <PanelHeader
        collapsed={collapsed}
        controls={id}
        run={run}
        attention={refusal !== null || (state?.missing ?? null) !== null || recognition?.unreadable === true}
        locale={locale}
        onCollapse={onCollapse}
      />
      <p role="status" class="unseen">
        {run && announcement(run, locale)}
      </p>
      <div id={id} class="body" hidden={collapsed}>
        {state === null && !refusal && <p class="hint">{i18n.t('panel.loading')}</p>}
        {state !== null && <PanelBody {...props} state={state} />}
        {refusal && <ProblemNote reason={refusal} onOpenOptions={onOpenOptions} />}
        {badgeProblem && badgeProblem.code !== state?.missing?.code && (
          <p class="badge-problem">{reasonText(badgeProblem)}</p>
        )}
        {recognition && <RecognitionNote recognition={recognition} port={props.recognition} />}
      </div>
    </section>
  );
}
