import { useEffect, useState } from 'preact/hooks';
import type { Answer, Overview, RunAnswer } from '@/utils/messaging/protocol';
import type { Reason } from '@/utils/payments/reason';
import type { Remedy } from '@/utils/payments/remedy';
import type { PopupPort } from './popup-port';

/** How often a run under way is asked about. */
const ASK_AGAIN_MS = 1_000;

/** Why what was pressed was refused. */
export interface Refusal {
  readonly reason: Reason;
  /** Whose run could not begin; null where it concerns no one of them. */
  readonly connectionId: string | null;
}

/** What the popup shows, and what its buttons do. */
export function useOverview(port: PopupPort) {
  const [overview, setOverview] = useState<Overview | null>(null);
  const [refusal, setRefusal] = useState<Refusal | 'no answer' | null>(null);
  const [busy, setBusy] = useState(false);

  async function read(): Promise<void> {
    try {
      const answer = await port.readOverview();
      if (answer.ok) setOverview(answer.value);
      else setRefusal({ reason: answer.reason, connectionId: null });
    } catch {
      setRefusal('no answer');
    }
  }

  /** Does what a button is for, says what refused it, and shows how things stand then. */
  async function press<T>(question: () => Promise<Answer<T>>, then?: (value: T) => void): Promise<void> {
    setBusy(true);
    setRefusal(null);
    try {
      const answer = await question();
      if (answer.ok) then?.(answer.value);
      else setRefusal({ reason: answer.reason, connectionId: null });
    } catch {
      setRefusal('no answer');
    }
    await read();
    setBusy(false);
  }

  /** Runs every connection. One that cannot begin holds up no other, and is told of all the same. */
  const runAll = (): void =>
    void press(
      () => port.runAll(),
      (answers) => setRefusal(firstRefusal(answers)),
    );

  useEffect(() => void read(), [port]);

  const underWay = overview?.state.connections.some(({ run }) => run?.phase === 'running') ?? false;
  useEffect(() => {
    if (!underWay) return undefined;
    const timer = setInterval(() => void read(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [underWay, port]);

  return {
    overview,
    refusal,
    busy,
    ask: (question: () => Promise<Answer<unknown>>, then?: () => void): void => void press(question, then),
    runAll,

    /** Does the one thing that helps a connection. Runs inside a click, since the browser asks for access only then. */
    help: (remedy: Remedy, id = ''): void => {
      if (overview === null) return;
      const line = overview.state.connections.find((each) => each.id === id);
      switch (remedy) {
        case 'allow-access': {
          const asked = port.requestOrigins(overview.lackingOrigins);
          return void press(async () => ({ ok: true, value: await asked }));
        }
        case 'set-up':
          return void press(() => port.openSetup(), port.close);
        case 'open-settings':
          return void press(() => port.openOptions(), port.close);
        case 'open-manage':
          return void press(() => port.openManage(), port.close);
        case 'sign-in-to-microsoft':
          // Customer invoices and vendor bills of a connection share its sign-in.
          return void press(() => port.signInToMicrosoft(line?.connectionId ?? id));
        case 'retry-failed':
          return void press(() => port.retryFailed(id));
        case 'continue':
          return line?.run?.phase === 'failed' ? void press(() => port.resume(id)) : runAll();
      }
    },
  };
}

function firstRefusal(answers: readonly RunAnswer[]): Refusal | null {
  for (const { connectionId, answer } of answers) {
    if (!answer.ok) return { reason: answer.reason, connectionId };
  }
  return null;
}
