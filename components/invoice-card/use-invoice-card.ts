import { useEffect, useRef, useState } from 'preact/hooks';
import type { InvoiceCard, InvoiceCheck } from '@/utils/messaging/invoice-card';
import type { Answer } from '@/utils/messaging/protocol';
import type { Outcome } from '@/utils/payments/outcome';
import type { Reason } from '@/utils/payments/reason';
import type { RunState } from '@/utils/sync/run-state';
import type { CardPort } from './card-port';
import { useNews } from './use-news';

/** How the run of one invoice ended: what became of the invoice, or why the run did not end well. */
export interface WriteResult {
  readonly outcome: Outcome | null;
  readonly failure: Reason | null;
}

export interface InvoiceCardState {
  /** Null while it is being read. */
  readonly card: InvoiceCard | null;
  /** What is awaited; `waiting` is a run that pauses. */
  readonly busy: 'reading' | 'checking' | 'writing' | 'waiting' | null;
  /** The answer to Check now, until something is written. */
  readonly check: InvoiceCheck | null;
  readonly result: WriteResult | null;
  /** Why what was asked for last was refused. */
  readonly refusal: Reason | null;
  /** The worker cannot be reached, as after an update of the extension. */
  readonly outOfReach: boolean;
}

/**
 * Joins one invoice to the worker: reads it, and checks and writes it when told to.
 * @param first what was read of it just now; without it the worker is asked
 */
export function useInvoiceCard(number: string, port: CardPort, first: InvoiceCard | null = null) {
  const [state, setState] = useState<InvoiceCardState>({
    card: first,
    busy: first === null ? 'reading' : null,
    check: null,
    result: null,
    refusal: null,
    outOfReach: false,
  });
  const gone = useRef(false);
  const change = (to: Partial<InvoiceCardState>): void => {
    if (!gone.current) setState((before) => ({ ...before, ...to }));
  };

  async function ask<T>(
    busy: NonNullable<InvoiceCardState['busy']>,
    question: () => Promise<Answer<T>>,
    onValue: (value: T) => void | Promise<void>,
  ): Promise<void> {
    change({ busy, refusal: null });
    try {
      const answer = await question();
      if (answer.ok) await onValue(answer.value);
      else change({ refusal: answer.reason });
    } catch {
      change({ outOfReach: true });
    }
    change({ busy: null });
  }
  const read = (): Promise<void> =>
    ask(
      'reading',
      () => port.read(number),
      (card) => change({ card }),
    );

  useEffect(() => {
    gone.current = false;
    if (first === null) void read();
    return () => void (gone.current = true);
  }, [number, port]);

  const nextNews = useNews(port);
  async function untilEnded(
    connectionId: string,
    begun: RunState,
    news: Promise<void>,
  ): Promise<WriteResult> {
    for (let run: RunState | null = begun; !gone.current;) {
      // Another run can only have begun once this one had ended.
      if (run?.id !== begun.id) break;
      if (run.phase !== 'running' && run.phase !== 'paused') {
        return { outcome: await port.readOutcome(connectionId, run), failure: run.failure };
      }
      change({ busy: run.phase === 'paused' ? 'waiting' : 'writing' });
      await news;
      news = nextNews();
      run = await port.readRun(connectionId);
    }
    return { outcome: null, failure: null };
  }

  return {
    state,
    checkNow: (): void => {
      change({ result: null, check: null });
      void ask(
        'checking',
        () => port.check(number),
        (check) => change({ check, card: check.card }),
      );
    },
    /** As the books of the connection have it that the check has found. */
    write: (connectionId: string): void => {
      const news = nextNews();
      void ask(
        'writing',
        () => port.sync(connectionId, number),
        async (begun) => {
          const result = await untilEnded(connectionId, begun, news);
          const after = await port.read(number);
          change({ result, check: null, ...(after.ok && { card: after.value }) });
        },
      );
    },
  };
}
