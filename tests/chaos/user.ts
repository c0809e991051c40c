import { between } from '../../sandbox/books/seeded';
import type { Answer, OutcomePage, RunChange } from '@/utils/messaging/protocol';
import type { Outcome, OutcomeKind } from '@/utils/payments/outcome';
import type { RunState } from '@/utils/sync/run-state';
import type { Browser } from './browser';
import { CONNECTION_ID } from './played-lines';

/** The lists behind the counts of a run that people look into. */
const LOOKED_INTO = ['updated', 'not-found', 'skipped', 'failed'] as const satisfies readonly OutcomeKind[];

/** Told what a list of a run that has ended shows first. */
export type OnListed = (change: RunChange, kind: OutcomeKind, page: OutcomePage) => void;

/** Somebody at a browser, who knows what the panel showed last and presses its buttons. */
export function createUser(
  browser: Browser,
  lines: readonly string[],
  random: () => number,
  invoiceNumbers: readonly string[],
  today: () => string,
  onListed: OnListed,
) {
  const oneOf = <T>(items: readonly T[]): T | undefined => items[between(random, 0, items.length - 1)];
  /** Chance decides where there is a choice. */
  const oneLine = (): string => (lines.length === 1 ? undefined : oneOf(lines)) ?? lines[0] ?? '';
  /** Runs from early enough, and lines of which one came to its end, so that there is a last run to rely on. */
  let whole = new Set<string>();
  const reliable = new Set<string>();
  const synced: { readonly runId: string; readonly connectionId: string }[] = [];
  let skipped: readonly Outcome[] = [];

  const begun = (answer: Answer<unknown>, connectionId: string): void => {
    if (!answer.ok) return;
    const { id: runId, mode } = answer.value as RunState;
    if (mode === 'sync') synced.push({ runId, connectionId });
  };
  const start = (mode: 'sync' | 'preview'): void => {
    const choices = ['last-run', 'last-run', 'past-month', 'past-week', 'past-two-weeks', 'custom'];
    const connectionIds = lines.length > 1 && random() < 0.6 ? lines : [oneLine()];
    const choice = connectionIds.every((line) => reliable.has(line)) ? oneOf(choices) : 'past-month';
    const chosen = choice === 'custom' ? { choice, date: today() } : { choice };
    browser.send('startRun', { connectionIds, start: chosen, mode }, (answer, line) => {
      begun(answer, line);
      if (answer.ok && mode === 'sync' && choice === 'past-month') whole.add((answer.value as RunState).id);
    });
  };

  const read = (change: RunChange, kind: OutcomeKind): void => {
    const query = {
      connectionId: change.connectionId,
      runId: change.run.id,
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
      onListed(change, kind, page);
    });
  };

  return {
    /** Runs whose beginning was told. */
    synced: (): readonly string[] => synced.map(({ runId }) => runId),
    saw(change: RunChange): void {
      const { id, phase, notes } = change.run;
      if (phase !== 'running' && phase !== 'paused') for (const kind of LOOKED_INTO) read(change, kind);
      const isKept = !notes.some(({ code }) => code.startsWith('lastRun'));
      if (phase === 'finished' && whole.has(id) && isKept) reliable.add(change.connectionId);
    },
    /** The storage is cleared: it begins anew. */
    forgets(): void {
      whole = new Set();
      reliable.clear();
    },
    sync: () => start('sync'),
    preview: () => start('preview'),
    /** Ends whatever is under way. */
    stop: (onAnswer: (answer: Answer<unknown>) => void) =>
      browser.send('stopRun', { connectionIds: lines }, onAnswer),
    /** Answers of which line. */
    resume(): string {
      const connectionId = oneLine();
      browser.send('resumeRun', { connectionId }, (answer) => begun(answer, connectionId));
      return connectionId;
    },
    retry(): void {
      const connectionId = oneLine();
      browser.send('retryFailed', { connectionId }, (answer) => begun(answer, connectionId));
    },
    undo(): void {
      const run = random() < 0.7 ? synced.at(-1) : oneOf(synced);
      if (run !== undefined) browser.send('undoRun', run);
    },
    takeOver(): void {
      const foreign = oneOf(skipped.filter(({ takeOver }) => takeOver !== undefined));
      if (foreign === undefined) return;
      const { invoiceNumber, takeOver: recordId } = foreign;
      browser.send('takeOver', { connectionId: CONNECTION_ID, invoiceNumber, recordId }, (answer) =>
        begun(answer, CONNECTION_ID),
      );
    },
    look(): void {
      browser.send('panelState');
      browser.send(random() < 0.5 ? 'badgeFacts' : 'badgeDates', invoiceNumbers);
    },
  };
}

export type User = ReturnType<typeof createUser>;
