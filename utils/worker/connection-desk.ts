import type { LimitFunction } from 'p-limit';
import { readMember } from '@/utils/manage/member';
import type { ConnectionState } from '@/utils/messaging/protocol';
import { dayIn } from '@/utils/payments/iso-date';
import { Problem } from '@/utils/payments/problem';
import type { StartDate } from '@/utils/payments/start-date';
import { booksOf } from '@/utils/storage/books-of';
import { lineOf } from '@/utils/storage/lines';
import { readBy, type ReadBy } from '@/utils/storage/read-by';
import { scopeOf, type RunRecord, type Scope } from '@/utils/storage/database';
import { newestRun, runStateOf, summaryOf, unfinishedRuns } from '@/utils/storage/run-history';
import type { RunController } from '@/utils/sync/run-controller';
import type { RunMode, RunState, RunSummary } from '@/utils/sync/run-state';
import type { RunTask } from '@/utils/sync/run-task';
import { changesSince } from './changes-since';
import type { ManageSession } from '@/utils/services/manage-session';
import type { OutcomePages } from './outcome-pages';
import { linksTo } from './invoice-links';
import { prepareRun } from './prepare-run';
import { createRunArchive } from './run-archive';
import type { Services } from '@/utils/services/services';
import type { WorkerPlatform } from './worker-platform';
import { startAtLatest } from './start-at-latest';
import { takeUp } from './take-up';

const DAY_MS = 86_400_000;

export interface ConnectionDeskOptions {
  readonly connectionId: string;
  readonly platform: WorkerPlatform;
  readonly services: () => Promise<Services>;
  readonly openSession: (signal: AbortSignal) => Promise<ManageSession>;
  readonly runs: RunController;
  readonly pages: OutcomePages;
  /** Called before a run is stored: nothing else wakes the worker should it die right after. */
  readonly keepWaking: () => void;
  /** Lets a write to Manage wait while too many are under way, of whatever connections. */
  readonly limitWrites: LimitFunction;
}

/** What the panel knows of the connection's runs. */
export type DeskState = Pick<ConnectionState, 'lastRunAt' | 'run' | 'parked' | 'canUndo' | 'startAtLatest'>;

/** Begins, ends, takes up again and takes back runs of one connection, of which one is under way at a time. */
export function createConnectionDesk(options: ConnectionDeskOptions) {
  const { connectionId, platform, services, openSession, runs, pages, keepWaking, limitWrites } = options;
  /** The run of this life of the worker that began last. */
  let latest: Pick<RunRecord, 'id' | 'scope'> | null = null;

  /** Whose runs these are, without asking Manage. @throws Problem that tells what is not connected */
  async function place(): Promise<{ readonly scope: Scope; readonly readBy: ReadBy }> {
    const { manage, connections } = await (await services()).settings.read();
    if (manage === null) throw new Problem('manageNotConnected');
    const line = lineOf(connections, connectionId);
    if (line === undefined) throw new Problem('accountingNotConnected');
    const member = await readMember(manage, (name) => platform.cookie(manage.site, name));
    const scope = scopeOf(manage.site, manage.companyId, member, booksOf(line.connection, line.ledger));
    return { scope, readBy: readBy(line, manage) };
  }

  async function begin(
    mode: RunMode,
    taskOf: (scope: Scope, by: ReadBy) => Promise<RunTask>,
  ): Promise<RunState> {
    const { scope, readBy: by } = await place();
    const task = await taskOf(scope, by);
    return goOn({
      id: platform.newId(),
      mode,
      startedAt: await nextStart(scope),
      scope,
      task,
      resumed: 0,
      readBy: by,
    });
  }

  /** Now, and later than the run before even where the clock was set back: the newest run is told by its start. */
  async function nextStart(scope: Scope): Promise<number> {
    const now = platform.now();
    const newest = await newestRun((await services()).database, scope);
    const isAhead = newest !== null && newest.startedAt >= now && newest.startedAt < now + DAY_MS;
    return isAhead ? newest.startedAt + 1 : now;
  }

  async function goOn(
    run: Pick<RunRecord, 'id' | 'mode' | 'startedAt' | 'scope' | 'task' | 'resumed' | 'readBy'>,
    before?: RunSummary,
  ): Promise<RunState> {
    const { id, mode, startedAt, scope, task, resumed, readBy: by } = run;
    const shared = await services();
    keepWaking();
    const place = { scope, connectionId, task, resumed, ...(by && { readBy: by }) };
    const begun = await runs.start({
      id,
      mode,
      startedAt,
      ...(before && { before }),
      prepare: (signal) =>
        prepareRun({ services: shared, platform, openSession, limitWrites, runId: id, ...place }, signal),
    });
    latest = run;
    return begun;
  }

  async function taskSince(start: StartDate, scope: Scope, by: ReadBy): Promise<RunTask> {
    const last = await (await services()).database.get('lastRuns', scope);
    return changesSince(start, { last, readBy: by, timeZone: platform.timeZone(), now: platform.now() });
  }

  const parkedIn = async (scope: Scope): Promise<readonly string[]> => {
    const keys = await (await services()).database.getAllKeysFromIndex('parked', 'scope', scope);
    return keys.map(([, number]) => number);
  };

  /** The run that people see: the one of this life of the worker, or the newest that is remembered. */
  async function shown(scope: Scope): Promise<RunState | null> {
    const current = runs.current();
    // Settings may lead to another Manage since.
    if (current !== null && current.id === latest?.id && latest.scope === scope) return current;
    const { database } = await services();
    const newest = await newestRun(database, scope);
    return newest && runStateOf(newest);
  }

  const archive = createRunArchive({
    services,
    scope: async () => (await place()).scope,
    pages,
    async linker() {
      const { manage, connections } = await (await services()).settings.read();
      const connection = connections.find(({ id }) => id === connectionId);
      return ({ invoiceNumber: number, manageId: id }) =>
        connection ? linksTo(manage, connection, { number, id }) : null;
    },
  });

  return {
    archive,

    start: (start: StartDate, mode: 'sync' | 'preview'): Promise<RunState> =>
      begin(mode, (scope, by) => taskSince(start, scope, by)),

    /**
     * Lets the product change a payment record that somebody else made, and syncs its invoice. Only what the last
     * run offered can be taken over: whoever asks does not choose the record.
     */
    takeOver: (number: string, recordId: number): Promise<RunState> =>
      begin('sync', async (scope) => {
        if (runs.isActive()) throw new Problem('runAlreadyActive');
        const { database } = await services();
        const last = await shown(scope);
        const offered = last && (await database.get('outcomes', [last.id, number]));
        if (offered?.takeOver !== recordId) throw new Problem('takeOverNotOffered', { number });
        await database.put('ownRecords', { scope, recordId });
        return { kind: 'numbers', numbers: [number] };
      }),

    /** Syncs one invoice, whatever happened to it when. */
    syncInvoice: (number: string): Promise<RunState> =>
      begin('sync', () => Promise.resolve({ kind: 'numbers', numbers: [number] })),

    /** Looks at every kept failed invoice again. */
    retryFailed: (): Promise<RunState> =>
      begin('sync', async (scope) => ({ kind: 'numbers', numbers: await parkedIn(scope) })),

    /** Takes back what a run wrote, as far as nobody changed it since. */
    undo: (runId: string): Promise<RunState> =>
      begin('undo', async (scope) => {
        const run = await (await services()).database.get('runs', runId);
        // What was written to another Manage must not be "restored" in this one.
        if (run?.scope !== scope || run.mode !== 'sync') throw new Problem('runNotThere');
        return { kind: 'undo', runId };
      }),

    /** Goes on with the newest run where it was stopped or failed. */
    async resume(): Promise<RunState> {
      const run = await newestRun((await services()).database, (await place()).scope);
      if (run === null || run.phase === 'finished' || run.mode === 'preview')
        throw new Problem('runNotThere');
      return goOn({ ...run, resumed: 0 }, summaryOf(run));
    },

    /** Ends the run under way, or one that waits for a worker that has died since. */
    async stop(why?: Problem): Promise<void> {
      runs.stop(why);
      await runs.idle();
      const { database } = await services();
      for (const run of await unfinishedRuns(database, connectionId)) {
        await database.put('runs', { ...run, phase: 'stopped', finishedAt: platform.now(), resumesAt: null });
      }
    },

    /**
     * Takes up what the worker's death cut off, and a paused run whose time has come.
     * @returns whether there may be more to take up, now or later
     * @throws Problem when the storage does not tell
     */
    takeUp: (): Promise<boolean> => takeUp({ connectionId, platform, services, runs, goOn }),

    /** Whether a run is under way and does not wait. */
    isRunning: (): boolean => runs.current()?.phase === 'running',

    async state(): Promise<DeskState> {
      const { scope, readBy: by } = await place();
      const { database } = await services();
      const last = await database.get('lastRuns', scope);
      const newest = await newestRun(database, scope);
      const parked = (await parkedIn(scope)).length;
      return {
        lastRunAt: last?.startedAt ?? null,
        run: await shown(scope),
        parked,
        canUndo: newest !== null && (await archive.canUndo(newest)),
        startAtLatest: startAtLatest(last, by, dayIn(platform.timeZone(), platform.now())),
      };
    },
  };
}
