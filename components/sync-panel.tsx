import { useEffect, useState } from 'preact/hooks';
import type { Answer, PanelState } from '@/utils/messaging/protocol';
import { OUTCOME_KINDS } from '@/utils/payments/outcome';
import type { StartDate } from '@/utils/payments/start-date';
import type { RunState } from '@/utils/sync/run-state';

interface Props {
  readonly readState: () => Promise<Answer<PanelState>>;
  readonly onRun: (start: StartDate) => Promise<Answer<RunState>>;
  readonly onRunChanged: (listener: (state: RunState) => void) => () => void;
}

export function SyncPanel({ readState, onRun, onRunChanged }: Props) {
  const [run, setRun] = useState<RunState | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    void readState().then((answer) => {
      if (answer.ok) setRun(answer.value.run);
    });
    return onRunChanged(setRun);
  }, []);
  const start = async (): Promise<void> => {
    const answer = await onRun({ choice: 'past-month' });
    if (answer.ok) setRun(answer.value);
    else setProblem(answer.reason.code);
  };
  return (
    <section
      role="region"
      aria-label="Payment sync"
      style="position:fixed;right:16px;bottom:16px;background:#fff;border:1px solid #ccc;padding:8px;z-index:1000"
    >
      <button type="button" onClick={() => void start()} disabled={run?.phase === 'running'}>
        Run Sync
      </button>
      <p role="status">
        {problem}
        {run && `${run.phase} ${OUTCOME_KINDS.map((kind) => `${kind} ${run.counts[kind]}`).join(', ')}`}
      </p>
    </section>
  );
}
