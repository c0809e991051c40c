import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { reasonText } from '@/components/reason-text';
import type { OutcomePage } from '@/utils/messaging/protocol';
import type { RunState } from '@/utils/sync/run-state';
import type { SetupPort } from './setup-port';
import type { TrialMemory } from './trial-memory';

const ASK_EVERY_MS = 300;

/** Who waits for somebody else to answer need not be asked as often. */
const ASK_PAUSED_EVERY_MS = 2_000;

/**
 * A dry run of one connection, followed until it has ended or the step is left. One that goes on already is followed
 * from the start, and so is any other run of the connection, since no dry run can begin before that has ended.
 */
export function useTrial(port: SetupPort, connectionId: string, memory: TrialMemory) {
  const [run, setRun] = useState<RunState | null>(null);
  const [changes, setChanges] = useState<OutcomePage | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const following = useRef<AbortController | null>(null);

  /** Does one thing in place of what was done before. What asks in vain says so. */
  function instead(work: (left: AbortSignal) => Promise<void>): void {
    following.current?.abort();
    following.current = new AbortController();
    const { signal } = following.current;
    void work(signal)
      .catch(() => !signal.aborted && setProblem(i18n.t('options.noAnswer')))
      .finally(() => !signal.aborted && setBusy(false));
  }

  useEffect(() => {
    // Whoever is quick has begun one by now.
    if (following.current?.signal.aborted !== false) instead(takeUp);
    return () => following.current?.abort();
  }, [port, connectionId]);

  async function takeUp(left: AbortSignal): Promise<void> {
    const now = await state().catch(() => undefined);
    if (left.aborted || now === undefined) return;
    if (isUnderWay(now)) await follow(now, left);
    else if (memory.isStillTrue(now)) await show(now, left);
  }

  async function begin(left: AbortSignal): Promise<void> {
    const begun = await port.preview(connectionId);
    const answer = begun.ok ? begun.value[0]?.answer : begun;
    if (answer?.ok === true) {
      memory.keep(answer.value);
      if (!left.aborted) await follow(answer.value, left);
      return;
    }
    // Another run may have begun by itself a moment ago.
    const other = await state().catch(() => undefined);
    if (left.aborted) return;
    if (other !== undefined && isUnderWay(other)) await follow(other, left);
    else setProblem(answer === undefined ? i18n.t('options.noAnswer') : reasonText(answer.reason));
  }

  async function follow(first: RunState, left: AbortSignal): Promise<void> {
    setBusy(true);
    let now: RunState | undefined = first;
    while (now !== undefined && isUnderWay(now)) {
      setRun(now);
      await port.sleep(now.phase === 'paused' ? ASK_PAUSED_EVERY_MS : ASK_EVERY_MS);
      if (left.aborted) return;
      now = await state();
      if (left.aborted) return;
    }
    if (now === undefined) setProblem(i18n.t('options.noAnswer'));
    else await show(now, left);
  }

  /** What a run that has ended has come to. */
  async function show(ended: RunState, left: AbortSignal): Promise<void> {
    setProblem('');
    setRun(ended);
    if (ended.mode !== 'preview' || ended.phase !== 'finished') return;
    const answer = await port.readChanges(connectionId, ended.id);
    if (left.aborted) return;
    if (answer.ok) setChanges(answer.value);
    else setProblem(reasonText(answer.reason));
  }

  async function state(): Promise<RunState | undefined> {
    const answer = await port.panelState();
    const connections = answer.ok ? answer.value.connections : [];
    return connections.find(({ id }) => id === connectionId)?.run ?? undefined;
  }

  async function stop(): Promise<void> {
    const answer = await port.stopRun(connectionId).catch(() => null);
    if (answer?.ok !== true)
      setProblem(answer === null ? i18n.t('options.noAnswer') : reasonText(answer.reason));
  }

  return {
    run,
    changes,
    problem,
    busy,
    begin: (): void => {
      setBusy(true);
      setProblem('');
      setRun(null);
      setChanges(null);
      instead(begin);
    },
    /** Ends the run that is followed; undefined while there is none. */
    stop: busy && run !== null && isUnderWay(run) ? (): void => void stop() : undefined,
  };
}

/** Whether a run goes on, if only later. */
function isUnderWay({ phase }: RunState): boolean {
  return phase === 'running' || phase === 'paused';
}
