import type { Answer, BadgeFacts, BadgeFactsByNumber } from '@/utils/messaging/protocol';
import { reasonOf } from '@/utils/payments/problem';
import type { Reason } from '@/utils/payments/reason';
import { createBackOff } from './back-off';
import { createKnownFacts } from './known-facts';

/** One message asks for no more invoices than this. */
const BATCH = 100;
/** Dates may take the worker a request each: fewer at a time, so that what scrolled away is not waited for. */
const DATE_BATCH = 25;
/** What is in view must stay the same for so many milliseconds before dates are asked for. */
const REST_MS = 400;

type Ask = (numbers: readonly string[]) => Promise<Answer<BadgeFactsByNumber>>;

export interface AskFacts {
  readonly badgeFacts: Ask;
  readonly badgeDates: Ask;
}

export interface FactsOptions {
  readonly ask: AskFacts;
  readonly window: Pick<Window, 'setTimeout' | 'clearTimeout'>;
  readonly signal: AbortSignal;
  /** Whether what is in view was told and has not moved since, so that nothing is left to be told. */
  readonly isViewKnown: () => boolean;
  /** Something became known, or is not known any more. */
  readonly onChange: () => void;
  /** Why nothing can be learnt at the moment; null once it can. */
  readonly onProblem: (reason: Reason | null) => void;
}

/** What is known of invoices, learnt from the worker as it is needed. */
export interface Facts {
  readonly of: (number: string) => BadgeFacts | undefined;
  /** Tells what is wanted now: amounts of what is `near`, and dates of what is `inView` once that rests. */
  want(wanted: { readonly near: readonly string[]; readonly inView: readonly string[] }): void;
  /** No dates are asked for while a sync is running: it comes first. */
  setRunning(running: boolean): void;
  /** All facts may be out of date; they are asked for again when wanted, and stay until the answer comes. */
  expire(): void;
  /** The same on somebody's behalf: what had been given up is tried again. */
  invalidate(): void;
}

export function createFacts(options: FactsOptions): Facts {
  const { ask, window, signal, isViewKnown, onChange, onProblem } = options;
  const known = createKnownFacts();
  const backOff = createBackOff(window, signal);
  let near: readonly string[] = [];
  let inView: readonly string[] = [];
  let running = false;
  /** Whether the view has been the same for long enough, and whether it was seen to be still the same after that. */
  let waited = false;
  let rested = false;
  let restTimer: number | undefined;
  let troubled = false;
  const asking = { amounts: false, dates: false };

  async function learn(kind: 'amounts' | 'dates', numbers: readonly string[]): Promise<void> {
    const question = { age: known.age(), withDates: kind === 'dates' };
    asking[kind] = true;
    const answer = await put(kind, numbers);
    asking[kind] = false;
    if (signal.aborted) return;
    if (answer.ok) {
      backOff.reset();
      known.learn(numbers, answer.value, question);
    } else {
      // A badge that may be out of date and cannot be checked is worse than none.
      if (kind === 'amounts') known.forget(numbers);
      backOff.failed(pump);
    }
    if (troubled || !answer.ok) onProblem(answer.ok ? null : answer.reason);
    troubled = !answer.ok;
    onChange();
    pump();
  }

  async function put(
    kind: 'amounts' | 'dates',
    numbers: readonly string[],
  ): Promise<Answer<BadgeFactsByNumber>> {
    try {
      return await (kind === 'dates' ? ask.badgeDates(numbers) : ask.badgeFacts(numbers));
    } catch (error) {
      return { ok: false, reason: reasonOf(error) };
    }
  }

  function pump(): void {
    if (signal.aborted || backOff.resting()) return;
    const amounts = near.filter(known.lacks).slice(0, BATCH);
    if (amounts.length > 0 && !asking.amounts) void learn('amounts', amounts);
    const dates = rested && !running ? inView.filter(known.lacksDate).slice(0, DATE_BATCH) : [];
    if (dates.length > 0 && !asking.dates) void learn('dates', dates);
  }

  signal.addEventListener('abort', () => window.clearTimeout(restTimer));
  return {
    of: known.of,
    want(wanted) {
      near = [...new Set(wanted.near)];
      const moved = inView.join('\n') !== wanted.inView.join('\n');
      inView = wanted.inView;
      if (moved) {
        waited = rested = false;
        window.clearTimeout(restTimer);
        restTimer = window.setTimeout(() => {
          waited = true;
          // A busy page may have moved long ago without anybody having had the time to look.
          rested = isViewKnown();
          pump();
        }, REST_MS);
      } else rested = waited;
      pump();
    },
    setRunning(now) {
      running = now;
      pump();
    },
    expire() {
      known.grow();
      pump();
    },
    invalidate() {
      backOff.reset();
      known.grow();
      pump();
    },
  };
}
