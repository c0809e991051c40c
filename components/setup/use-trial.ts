import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { reasonText } from '@/components/reason-text';
import type { OutcomePage } from '@/utils/messaging/protocol';
import type { RunState } from '@/utils/sync/run-state';
import type { SetupPort } from './setup-port';

const ASK_EVERY_MS = 300;

/** A dry run of one connection, followed until it has ended. */
export function useTrial(port: SetupPort, connectionId: string) {
  const [run, setRun] = useState<RunState | null>(null);
  const [changes, setChanges] = useState<OutcomePage | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  async function begin(): Promise<void> {
    const begun = await port.preview(connectionId);
    const answer = begun.ok ? begun.value[0]?.answer : begun;
    if (answer?.ok === false) return setProblem(reasonText(answer.reason));
    for (let now = answer?.value; now !== undefined; now = await state()) {
      setRun(now);
      if (now.phase === 'finished') return readChanges(now.id);
      if (now.phase !== 'running') return;
      await port.sleep(ASK_EVERY_MS);
    }
    setProblem(i18n.t('options.noAnswer'));
  }

  async function readChanges(runId: string): Promise<void> {
    const answer = await port.readChanges(connectionId, runId);
    if (answer.ok) setChanges(answer.value);
    else setProblem(reasonText(answer.reason));
  }

  async function state(): Promise<RunState | undefined> {
    const answer = await port.panelState();
    const connections = answer.ok ? answer.value.connections : [];
    return connections.find(({ id }) => id === connectionId)?.run ?? undefined;
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
      void begin()
        .catch(() => setProblem(i18n.t('options.noAnswer')))
        .finally(() => setBusy(false));
    },
  };
}
