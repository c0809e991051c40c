import type { Handlers } from '@/utils/messaging/receive';
import { dayIn } from '@/utils/payments/iso-date';
import { parseStartDate } from '@/utils/payments/start-date';
import type { RunDesk } from './run-desk';
import type { WorkerPlatform } from './worker-platform';

type RunMessages =
  | 'startRun'
  | 'stopRun'
  | 'resumeRun'
  | 'retryFailed'
  | 'undoRun'
  | 'takeOver'
  | 'runHistory'
  | 'openRun'
  | 'runOutcomes';

export interface RunHandlersOptions {
  readonly desk: RunDesk;
  readonly platform: Pick<WorkerPlatform, 'now' | 'timeZone'>;
  /** Refuses a Manage page other than the connected one. @throws Problem */
  readonly requireOwnSite: (from: Parameters<Handlers['startRun']>[1]) => Promise<unknown>;
}

/** What a panel may ask of runs. */
export function createRunHandlers({
  desk,
  platform,
  requireOwnSite,
}: RunHandlersOptions): Pick<Handlers, RunMessages> {
  return {
    async startRun({ connectionIds, start, mode }, from) {
      await requireOwnSite(from);
      const today = dayIn(platform.timeZone(), platform.now());
      return desk.start(connectionIds, parseStartDate(start, today), mode);
    },

    async stopRun({ connectionIds }, from) {
      await requireOwnSite(from);
      await Promise.all(connectionIds.map((id) => desk.of(id).stop()));
      return null;
    },

    async resumeRun({ connectionId }, from) {
      await requireOwnSite(from);
      return desk.of(connectionId).resume();
    },

    async retryFailed({ connectionId }, from) {
      await requireOwnSite(from);
      return desk.of(connectionId).retryFailed();
    },

    async undoRun({ connectionId, runId }, from) {
      await requireOwnSite(from);
      return desk.of(connectionId).undo(runId);
    },

    async takeOver({ connectionId, invoiceNumber, recordId }, from) {
      await requireOwnSite(from);
      return desk.of(connectionId).takeOver(invoiceNumber, recordId);
    },

    async runHistory({ connectionId }, from) {
      await requireOwnSite(from);
      return desk.of(connectionId).archive.history();
    },

    async openRun({ connectionId, runId }, from) {
      await requireOwnSite(from);
      return desk.of(connectionId).archive.open(runId);
    },

    async runOutcomes({ connectionId, runId, from: place, ...query }, from) {
      await requireOwnSite(from);
      return desk.of(connectionId).archive.page(runId, query, place);
    },
  };
}
