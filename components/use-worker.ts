import { useEffect, useRef, useState } from 'preact/hooks';
import type { PanelPort } from '@/components/sync-panel/panel-port';
import type { Answer, PanelState, RunChange } from '@/utils/messaging/protocol';
import type { Reason } from '@/utils/payments/reason';
import type { RunState } from '@/utils/sync/run-state';

/** How often a run under way is asked about, beside the news it sends. */
const ASK_AGAIN_MS = 5_000;
/** How often how things stand is asked for while nothing is under way: nobody sends news of a run that could not begin. */
const AT_REST_MS = 5 * 60_000;

type Ask = <T>(question: () => Promise<Answer<T>>, onValue: (value: T) => void) => Promise<void>;

export interface WorkerState {
  /** Null while it is being read. */
  readonly state: PanelState | null;
  /** Why what was asked last was refused. */
  readonly refusals: readonly Reason[];
  /** The worker is gone, as after an update of the extension. */
  readonly outOfReach: boolean;
  /** The answer to what was pressed is awaited. */
  readonly pending: boolean;
  readonly showRun: (connectionId: string, run: RunState) => void;
  readonly ask: Ask;
  /** The same for what a person pressed: nothing else can be pressed meanwhile. */
  readonly press: Ask;
  readonly refuse: (reasons: readonly Reason[]) => void;
  readonly lose: () => void;
}

/** What the worker knows, kept up to date: by its news, on return from another tab, and now and then during a run. */
export function useWorker(port: PanelPort): WorkerState {
  const [state, setState] = useState<PanelState | null>(null);
  const [refusals, refuse] = useState<readonly Reason[]>([]);
  const [outOfReach, setOutOfReach] = useState(false);
  const [pending, setPending] = useState(false);
  /** Told while an answer was awaited, and newer than it. */
  const news = useRef<ReadonlyMap<string, RunState>>(new Map());

  const ask: Ask = async (question, onValue) => {
    try {
      const answer = await question();
      setOutOfReach(false);
      if (answer.ok) onValue(answer.value);
      else refuse([answer.reason]);
    } catch {
      setOutOfReach(true);
    }
  };
  const press: Ask = async (question, onValue) => {
    setPending(true);
    refuse([]);
    await ask(question, onValue);
    setPending(false);
  };
  const showRun = (connectionId: string, run: RunState): void => {
    news.current = new Map(news.current).set(connectionId, run);
    setState((before) => before && withRuns(before, new Map([[connectionId, run]])));
  };
  const read = (): Promise<void> => {
    const before = news.current;
    return ask(
      () => port.readState(),
      (fresh) => {
        const since = [...news.current].filter(([id, run]) => before.get(id) !== run);
        setState(withRuns(fresh, new Map(since)));
      },
    );
  };

  useEffect(() => {
    void read();
    const stopRuns = port.onRunChanged(({ connectionId, run }: RunChange) => {
      showRun(connectionId, run);
      if (run.phase !== 'running') void read();
    });
    // Settings are changed in another tab: what is missing may be there on return.
    const onReturn = (): void => {
      if (document.visibilityState === 'visible') void read();
    };
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      stopRuns();
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [port]);

  // The browser may end the worker in the middle of a run. Asking wakes it, and it goes on where it was.
  const underWay = state?.connections.some(({ run }) => run?.phase === 'running' || run?.phase === 'paused');
  useEffect(() => {
    if (underWay === undefined) return undefined;
    const look = (): void => {
      if (underWay || document.visibilityState === 'visible') void read();
    };
    const timer = setInterval(look, underWay ? ASK_AGAIN_MS : AT_REST_MS);
    return () => clearInterval(timer);
  }, [underWay, port]);

  const lose = (): void => setOutOfReach(true);
  return { state, refusals, outOfReach, pending, showRun, ask, press, refuse, lose };
}

function withRuns(state: PanelState, runs: ReadonlyMap<string, RunState>): PanelState {
  const connections = state.connections.map((each) => {
    const run = runs.get(each.id);
    return run === undefined ? each : { ...each, run };
  });
  return { ...state, connections };
}
