import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { namedLines } from '@/components/named-lines';
import { reasonText } from '@/components/reason-text';
import type { PanelState } from '@/utils/messaging/protocol';
import type { IsoDate } from '@/utils/payments/iso-date';
import type { Reason } from '@/utils/payments/reason';
import type { StartDate } from '@/utils/payments/start-date';
import { chosenConnections } from './chosen-connections';
import type { EarlierRun, EarlierRuns } from './earlier-runs';
import { PanelBody } from './panel-body';
import { PanelHeader } from './panel-header';
import type { ReadOutcomes, RecognitionPort, TakeOver } from './panel-port';
import { RecognitionDetails } from './recognition-details';
import { RefusalNotes } from './refusal-notes';
import { RemedyButton } from './remedy-button';
import { RunAnnouncements } from './run-announcements';
import { UnreadableNote } from './unreadable-note';
import { useRecognition } from './use-recognition';

export interface SyncPanelProps {
  /** Null while it is being read. */
  readonly state: PanelState | null;
  /** The calendar day it is for the user. */
  readonly today: IsoDate;
  /** BCP 47; the browser's own when left out. */
  readonly locale?: string;
  /** Why badges cannot be shown. */
  readonly badgeProblem: Reason | null;
  /** How the page is read, and what can be done about it. */
  readonly recognition: RecognitionPort;
  /** Why what was pressed last was refused. */
  readonly refusals?: readonly Reason[];
  /** The answer to what was pressed is awaited. */
  readonly pending?: boolean;
  readonly collapsed: boolean;
  /** An earlier run that was opened, in place of the newest of its connection. */
  readonly past: EarlierRun | null;
  /** Null while nobody looks. */
  readonly history: EarlierRuns | null;
  readonly readOutcomes: ReadOutcomes;
  readonly onToggleHistory: (connectionId: string) => void;
  readonly onOpenRun: (connectionId: string, runId: string) => void;
  /** Back from an earlier run to the newest. */
  readonly onBack: () => void;
  readonly onCollapse: (collapsed: boolean) => void;
  readonly onRun: (connectionIds: readonly string[], start: StartDate, mode: 'sync' | 'preview') => void;
  readonly onStop: (connectionIds: readonly string[]) => void;
  readonly onResume: (connectionId: string) => void;
  readonly onRetryFailed: (connectionId: string) => void;
  readonly onUndo: (connectionId: string, runId: string) => void;
  readonly onExport: (connectionId: string, runId: string) => void;
  readonly onTakeOver: (connectionId: string, record: TakeOver) => void;
  readonly onOpenOptions: () => void;
  readonly onSetUp: () => void;
  /** Loads the page anew. */
  readonly onReload: () => void;
}

/** The panel on Invoice Search: which books, from when to sync, the runs, and what became of them. */
export function SyncPanel(props: SyncPanelProps) {
  const { locale, badgeProblem, refusals = [], collapsed, onCollapse } = props;
  const { onOpenOptions, onSetUp, onReload } = props;
  const remedies = { onOpenOptions, onSetUp, onReload };
  const id = useId();
  const state = props.state && { ...props.state, connections: namedLines(props.state.connections) };
  const [choice, choose] = useState('');
  const recognition = useRecognition(props.recognition);
  const chosen = chosenConnections(state, choice);
  const refused = chosen.flatMap((each) => each.refused ?? []);
  const missing = state?.missing ?? (chosen.length === 1 ? chosen[0]?.missing : null) ?? null;
  const isSaid = [missing, ...refusals, ...refused].some((each) => each?.code === badgeProblem?.code);
  // Near what was pressed: below a long result nobody would see it.
  const notes = (
    <>
      <RefusalNotes {...{ refusals, locale, ...remedies }} />
      {badgeProblem && !isSaid && (
        <div class="badge-problem">
          <p>{reasonText(badgeProblem, locale)}</p>
          <RemedyButton reason={badgeProblem} {...remedies} />
        </div>
      )}
      {recognition && <UnreadableNote recognition={recognition} port={props.recognition} />}
    </>
  );
  return (
    <section class="panel" aria-label={i18n.t('panel.name')} data-collapsed={collapsed}>
      <PanelHeader
        collapsed={collapsed}
        controls={id}
        connections={chosen}
        attention={
          refusals.length > 0 || missing !== null || refused.length > 0 || recognition?.unreadable === true
        }
        locale={locale}
        onCollapse={onCollapse}
      />
      <RunAnnouncements connections={chosen} locale={locale} />
      <div id={id} class="body" hidden={collapsed}>
        {state === null && refusals.length === 0 && <p class="hint">{i18n.t('panel.loading')}</p>}
        {state === null ? (
          notes
        ) : (
          <PanelBody
            {...props}
            state={state}
            chosen={chosen}
            choice={choice}
            missing={missing}
            notes={notes}
            onChoose={choose}
          />
        )}
        {recognition && <RecognitionDetails recognition={recognition} port={props.recognition} />}
      </div>
    </section>
  );
}
