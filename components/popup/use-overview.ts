import { useEffect, useState } from 'preact/hooks';
import type { Answer, Overview } from '@/utils/messaging/protocol';
import type { Health } from '@/utils/payments/health';
import type { Reason } from '@/utils/payments/reason';
import type { PopupPort } from './popup-port';

/** How often a run under way is asked about. */
const ASK_AGAIN_MS = 1_000;

/** What the popup shows, and what its buttons do. */
export function useOverview(port: PopupPort) {
  const [overview, setOverview] = useState<Overview | null>(null);
  const [refusal, setRefusal] = useState<Reason | 'no answer' | null>(null);
  const [busy, setBusy] = useState(false);

  async function read(): Promise<void> {
    try {
      const answer = await port.readOverview();
      if (answer.ok) setOverview(answer.value);
      else setRefusal(answer.reason);
    } catch {
      setRefusal('no answer');
    }
  }

  /** Does what a button is for, says what refused it, and shows how things stand then. */
  async function press(question: () => Promise<Answer<unknown>>, then?: () => void): Promise<void> {
    setBusy(true);
    setRefusal(null);
    try {
      const answer = await question();
      if (answer.ok) then?.();
      else setRefusal(answer.reason);
    } catch {
      setRefusal('no answer');
    }
    await read();
    setBusy(false);
  }

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

    /** Does the one thing that helps. Runs inside a click, since the browser asks for access only then. */
    remedy: (health: Health | null): void => {
      if (health === null || overview === null) return;
      const id = health.connection?.id ?? '';
      switch (health.remedy) {
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
          return void press(() => port.signInToMicrosoft(id));
        case 'retry-failed':
          return void press(() => port.retryFailed(id));
        case 'continue': {
          const run = overview.state.connections.find((each) => each.id === id)?.run;
          return void press(() => (run?.phase === 'failed' ? port.resume(id) : port.runAll()));
        }
      }
    },
  };
}
