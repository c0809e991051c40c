import type { PanelPort } from '@/components/sync-panel/panel-port';
import { browser } from '@/utils/browser';
import { sendMessage } from '@/utils/messaging/messenger';
import { dayIn } from '@/utils/payments/iso-date';
import type { Reason } from '@/utils/payments/reason';
import type { RunState } from '@/utils/sync/run-state';
import { saveFile } from './save-file';
import type { Topic } from './topic';

const COLLAPSED = 'panelCollapsed';

interface PanelPortOptions {
  readonly runs: Topic<RunState>;
  readonly badgeProblems: Topic<Reason | null>;
  /** Told of the run that goes on when the panel appears. */
  readonly onRun: (run: RunState | null) => void;
}

/** Joins the panel to the worker and to what the browser remembers. */
export function createPanelPort({ runs, badgeProblems, onRun }: PanelPortOptions): PanelPort {
  return {
    async readState() {
      const answer = await sendMessage('panelState', undefined);
      if (answer.ok) onRun(answer.value.run);
      return answer;
    },
    run: (start, mode) => sendMessage('startRun', { start, mode }),
    stop: () => sendMessage('stopRun', undefined),
    resume: () => sendMessage('resumeRun', undefined),
    retryFailed: () => sendMessage('retryFailed', undefined),
    undo: (runId) => sendMessage('undoRun', { runId }),
    exportRun: (runId) => sendMessage('exportRun', { runId }),
    save: saveFile,
    takeOver: (record) => sendMessage('takeOver', record),
    openOptions: () => sendMessage('openOptions', undefined),
    onRunChanged: runs.listen,
    onBadgeProblem: badgeProblems.listen,
    today: () => dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, Date.now()),
    readCollapsed: async () => (await browser.storage.local.get(COLLAPSED))[COLLAPSED] === true,
    writeCollapsed: (collapsed) => browser.storage.local.set({ [COLLAPSED]: collapsed }),
  };
}
