import type { RunState } from '@/utils/sync/run-state';
import type { StepProps } from './step-props';

/** For so long, what a dry run saw in the books is taken to be so still. */
const RECENT_MS = 10 * 60_000;

/** Which dry run was begun, and by which settings, across reloads of the page. */
export interface TrialMemory {
  readonly keep: (run: RunState) => void;
  /** Whether a run that has ended is the one that was begun here, a moment ago and by the settings as they are. */
  readonly isStillTrue: (run: RunState) => boolean;
}

export function trialMemory({
  port,
  stored,
  fields,
}: Pick<StepProps, 'port' | 'stored' | 'fields'>): TrialMemory {
  const settings = JSON.stringify(stored.settings);
  return {
    keep({ id }) {
      const begun = { step: 'trial', fields: { run: id, settings }, secrets: {} };
      void port.keepSetup(begun).catch(() => undefined);
    },
    isStillTrue: ({ id, finishedAt }) =>
      id === fields.run && settings === fields.settings && port.now() - (finishedAt ?? 0) < RECENT_MS,
  };
}
