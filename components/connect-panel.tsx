import { useEffect, useErrorBoundary, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { drawIn } from '@/components/draw-in';
import { OutOfReach } from '@/components/sync-panel/out-of-reach';
import { SyncPanel } from '@/components/sync-panel/sync-panel';
import type { PanelPort } from '@/components/sync-panel/panel-port';
import type { PanelView } from '@/components/sync-panel/panel-view';
import type { Answer } from '@/utils/messaging/protocol';
import type { Reason } from '@/utils/payments/reason';
import type { RunState } from '@/utils/sync/run-state';

/** How often a run under way is asked about, beside the news it sends. */
const ASK_AGAIN_MS = 5_000;

/** The panel joined to the worker through a port. */
export function ConnectedPanel({ port }: { readonly port: PanelPort }) {
  const [state, setState] = useState<PanelView | null>(null);
  const [badgeProblem, setBadgeProblem] = useState<Reason | null>(null);
  const [refusal, setRefusal] = useState<Reason | null>(null);
  const [outOfReach, setOutOfReach] = useState(false);
  const [pending, setPending] = useState(false);
  const [collapsed, setCollapsed] = useState(false);
  const runChanges = useRef(0);
  // After an update of the extension its catalogue cannot be read any more: the last words are asked for now,
  // and a view that cannot be drawn gives way to them.
  const [lastWords] = useState(() => ({ name: i18n.t('panel.name'), words: i18n.t('panel.outOfReach') }));
  const [broken] = useErrorBoundary() as [unknown, () => void];

  async function ask<T>(question: () => Promise<Answer<T>>, onValue: (value: T) => void): Promise<void> {
    try {
      const answer = await question();
      setOutOfReach(false);
      if (answer.ok) onValue(answer.value);
      else setRefusal(answer.reason);
    } catch {
      setOutOfReach(true);
    }
  }
  const showRun = (run: RunState): void => {
    runChanges.current += 1;
    setState((before) => before && { ...before, run });
  };
  const read = (): Promise<void> => {
    const before = runChanges.current;
    return ask(
      () => port.readState(),
      (fresh) =>
        // What a run told meanwhile is newer than the answer.
        setState((shown) => (shown && runChanges.current !== before ? { ...fresh, run: shown.run } : fresh)),
    );
  };
  const press = async <T,>(
    question: () => Promise<Answer<T>>,
    onValue: (value: T) => void,
  ): Promise<void> => {
    setPending(true);
    setRefusal(null);
    await ask(question, onValue);
    setPending(false);
  };

  useEffect(() => {
    void read();
    port.readCollapsed().then(setCollapsed, () => setOutOfReach(true));
    const stopRuns = port.onRunChanged((run) => {
      showRun(run);
      if (run.phase !== 'running') void read();
    });
    const stopBadges = port.onBadgeProblem((problem) => setBadgeProblem(problem));
    // Settings are changed in another tab: what is missing may be there on return.
    const onReturn = (): void => {
      if (document.visibilityState === 'visible') void read();
    };
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      stopRuns();
      stopBadges();
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [port]);

  // The browser may end the worker in the middle of a run. Asking wakes it, and it goes on where it was.
  const underWay = state?.run?.phase === 'running' || state?.run?.phase === 'paused';
  useEffect(() => {
    if (!underWay) return undefined;
    const timer = setInterval(() => void read(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [underWay, port]);

  if (outOfReach || broken !== undefined) return <OutOfReach {...lastWords} />;
  return (
    <SyncPanel
      state={state}
      today={port.today()}
      badgeProblem={badgeProblem}
      recognition={port.recognition}
      refusal={refusal}
      pending={pending}
      collapsed={collapsed}
      onCollapse={(next) => {
        setCollapsed(next);
        port.writeCollapsed(next).catch(() => setOutOfReach(true));
      }}
      onRun={(start, mode) => void press(() => port.run(start, mode), showRun)}
      onStop={() =>
        void press(
          () => port.stop(),
          () => undefined,
        )
      }
      onResume={() => void press(() => port.resume(), showRun)}
      onRetryFailed={() => void press(() => port.retryFailed(), showRun)}
      onUndo={(runId) => void press(() => port.undo(runId), showRun)}
      onExport={(runId) =>
        void ask(
          () => port.exportRun(runId),
          (text) => port.save(`payment-sync-${port.today()}.csv`, text),
        )
      }
      onTakeOver={(record) => void press(() => port.takeOver(record), showRun)}
      onOpenOptions={() =>
        void ask(
          () => port.openOptions(),
          () => undefined,
        )
      }
    />
  );
}

/** Draws the panel into a shadow root, whose style (`components/sync-panel.css`) the caller puts in. */
export function mountPanel(root: ShadowRoot | HTMLElement, port: PanelPort): () => void {
  return drawIn(root, <ConnectedPanel port={port} />);
}
