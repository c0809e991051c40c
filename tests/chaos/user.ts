import { between } from '../../sandbox/books/seeded';
import type { Answer, OutcomePage } from '@/utils/messaging/protocol';
import type { Outcome, OutcomeKind } from '@/utils/payments/outcome';
import type { RunState } from '@/utils/sync/run-state';
import { CONNECTION_ID as connectionId, type Browser } from './browser';

/** The lists behind the counts of a run that people look into. */
const LOOKED_INTO = ['updated', 'not-found', 'skipped', 'failed'] as const satisfies readonly OutcomeKind[];

/** Told what a list of a run that has ended shows first. */
export type OnListed = (run: RunState, kind: OutcomeKind, page: OutcomePage) => void;

/** Somebody at a browser, who knows what the panel showed last and presses its buttons. */
export function createUser(
  browser: Browser,
  random: () => number,
  invoiceNumbers: readonly string[],
  today: () => string,
  onListed: OnListed,
) {
  const oneOf = <T>(items: readonly T[]): T | undefined => items[between(random, 0, items.length - 1)];
  /** Runs from early enough, and whether one of them came to its end, so that there is a last run to rely on. */
  let whole = new Set<string>();
  let isReliable = false;
  const synced: string[] = [];
  let skipped: readonly Outcome[] = [];

  const begun = (answer: Answer<unknown>): void => {
    if (answer.ok && (answer.value as RunState).mode === 'sync') synced.push((answer.value as RunState).id);
  };
  const start = (mode: 'sync' | 'preview'): void => {
    const choices = ['last-run', 'last-run', 'past-month', 'past-week', 'past-two-weeks', 'custom'];
    const choice = isReliable ? oneOf(choices) : 'past-month';
    const chosen = choice === 'custom' ? { choice, date: today() } : { choice };
    browser.send('startRun', { connectionIds: [connectionId], start: chosen, mode }, (answer) => {
      begun(answer);
      if (answer.ok && mode === 'sync' && choice === 'past-month') whole.add((answer.value as RunState).id);
    });
  };

  const read = (run: RunState, kind: OutcomeKind): void => {
    const query = {
      connectionId,
      runId: run.id,
      kind,
      search: '',
      order: 'number',
      descending: false,
      from: 0,
    };
    browser.send('runOutcomes', query, (answer) => {
      if (!answer.ok) return;
      const page = answer.value as OutcomePage;
      if (kind === 'skipped') skipped = page.outcomes;
      onListed(run, kind, page);
    });
  };

  return {
    /** Runs whose beginning was told. */
    synced: synced as readonly string[],
    saw(state: RunState): void {
      if (state.phase !== 'running' && state.phase !== 'paused')
        for (const kind of LOOKED_INTO) read(state, kind);
      const isKept = !state.notes.some(({ code }) => code.startsWith('lastRun'));
      if (state.phase === 'finished' && whole.has(state.id) && isKept) isReliable = true;
    },
    /** The storage is cleared: it begins anew. */
    forgets(): void {
      whole = new Set();
      isReliable = false;
    },
    sync: () => start('sync'),
    preview: () => start('preview'),
    stop: (onAnswer: (answer: Answer<unknown>) => void) =>
      browser.send('stopRun', { connectionIds: [connectionId] }, onAnswer),
    resume: () => browser.send('resumeRun', { connectionId }, begun),
    retry: () => browser.send('retryFailed', { connectionId }, begun),
    undo(): void {
      const runId = random() < 0.7 ? synced.at(-1) : oneOf(synced);
      if (runId !== undefined) browser.send('undoRun', { connectionId, runId });
    },
    takeOver(): void {
      const foreign = oneOf(skipped.filter(({ takeOver }) => takeOver !== undefined));
      if (foreign === undefined) return;
      const { invoiceNumber, takeOver: recordId } = foreign;
      browser.send('takeOver', { connectionId, invoiceNumber, recordId }, begun);
    },
    look(): void {
      browser.send('panelState');
      browser.send(random() < 0.5 ? 'badgeFacts' : 'badgeDates', invoiceNumbers);
    },
  };
}

export type User = ReturnType<typeof createUser>;
