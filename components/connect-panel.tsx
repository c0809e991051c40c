import { useEffect, useErrorBoundary, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { drawIn } from '@/components/draw-in';
import type { EarlierRun, EarlierRuns } from '@/components/sync-panel/earlier-runs';
import { OutOfReach } from '@/components/sync-panel/out-of-reach';
import { runTable } from '@/components/sync-panel/run-table';
import { SyncPanel } from '@/components/sync-panel/sync-panel';
import type { PanelPort } from '@/components/sync-panel/panel-port';
import type { Answer } from '@/utils/messaging/protocol';
import type { Reason } from '@/utils/payments/reason';
import type { RunState } from '@/utils/sync/run-state';
import { useWorker } from './use-worker';

const nothing = (): void => undefined;

/** The panel joined to the worker through a port. */
export function ConnectedPanel({ port }: { readonly port: PanelPort }) {
  const { state, refusals, outOfReach, pending, showRun, ask, press, refuse, lose } = useWorker(port);
  const [badgeProblem, setBadgeProblem] = useState<Reason | null>(null);
  const [collapsed, setCollapsed] = useState(false);
  const [past, setPast] = useState<EarlierRun | null>(null);
  const [history, setHistory] = useState<EarlierRuns | null>(null);
  // After an update of the extension its catalogue cannot be read any more: the last words are asked for now,
  // and a view that cannot be drawn gives way to them.
  const [lastWords] = useState(() => ({ name: i18n.t('panel.name'), words: i18n.t('panel.outOfReach') }));
  const [broken] = useErrorBoundary() as [unknown, () => void];

  useEffect(() => {
    port.readCollapsed().then(setCollapsed, lose);
    return port.onBadgeProblem(setBadgeProblem);
  }, [port]);
  // A run that begins or ends is one of the earlier ones too.
  const looked = history?.connectionId;
  const newest = state?.connections.find(({ id }) => id === looked)?.run;
  useEffect(() => {
    if (looked === undefined) return;
    void ask(
      () => port.readHistory(looked),
      (runs) => setHistory((shown) => (shown?.connectionId === looked ? { ...shown, runs } : shown)),
    );
  }, [newest?.id, newest?.phase, looked, port]);

  /** A press that begins a run, or goes on with one. */
  const begin = (connectionId: string, question: () => Promise<Answer<RunState>>): void =>
    void press(question, (run) => {
      setPast(null);
      showRun(connectionId, run);
    });
  if (outOfReach || broken !== undefined) return <OutOfReach {...lastWords} />;
  return (
    <SyncPanel
      state={state}
      today={port.today()}
      badgeProblem={badgeProblem}
      recognition={port.recognition}
      refusals={refusals}
      pending={pending}
      collapsed={collapsed}
      past={past}
      history={history}
      readOutcomes={async (...list) => {
        try {
          return await port.readOutcomes(...list);
        } catch (error) {
          lose();
          throw error;
        }
      }}
      onToggleHistory={(id) => setHistory(looked === id ? null : { connectionId: id, runs: [] })}
      onOpenRun={(connectionId, runId) =>
        void press(
          () => port.openRun(connectionId, runId),
          (opened) => setPast({ connectionId, ...opened }),
        )
      }
      onBack={() => setPast(null)}
      onCollapse={(next) => {
        setCollapsed(next);
        port.writeCollapsed(next).catch(lose);
      }}
      onRun={(connectionIds, start, mode) =>
        void press(
          () => port.run(connectionIds, start, mode),
          (answers) => {
            setPast(null);
            refuse(answers.flatMap(({ answer }) => (answer.ok ? [] : [answer.reason])));
            for (const { connectionId, answer } of answers)
              if (answer.ok) showRun(connectionId, answer.value);
          },
        )
      }
      onStop={(connectionIds) => void press(() => port.stop(connectionIds), nothing)}
      onResume={(id) => begin(id, () => port.resume(id))}
      onRetryFailed={(id) => begin(id, () => port.retryFailed(id))}
      onUndo={(id, runId) => begin(id, () => port.undo(id, runId))}
      onTakeOver={(id, record) => begin(id, () => port.takeOver(id, record))}
      onExport={(id, runId) =>
        void ask(
          () => runTable((query, from) => port.readOutcomes(id, runId, query, from)),
          (text) => port.save(`payment-sync-${port.today()}.csv`, text),
        )
      }
      onOpenOptions={() => void ask(() => port.openOptions(), nothing)}
      onSetUp={() => void ask(() => port.openSetup(), nothing)}
      onReload={port.reload}
    />
  );
}

/** Draws the panel into a shadow root, whose style (`components/sync-panel.css`) the caller puts in. */
export function mountPanel(root: ShadowRoot | HTMLElement, port: PanelPort): () => void {
  return drawIn(root, <ConnectedPanel port={port} />);
}
