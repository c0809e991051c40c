import { i18n } from '#i18n';
import type { RunSummary } from '@/utils/sync/run-state';

const WORDS = {
  sync: {
    running: 'state.syncRunning',
    finished: 'state.syncFinished',
    stopped: 'state.syncStopped',
    failed: 'state.syncFailed',
  },
  preview: {
    running: 'state.previewRunning',
    finished: 'state.previewFinished',
    stopped: 'state.previewStopped',
    failed: 'state.previewFailed',
  },
} as const;

/** What kind of run it is and how it stands, in one sentence. A preview always says that nothing was written. */
export function headline({ mode, phase }: Pick<RunSummary, 'mode' | 'phase'>): string {
  return i18n.t(WORDS[mode][phase]);
}
