import type { PanelLink } from '@/components/page-views';
import type { PanelPort } from '@/components/sync-panel/panel-port';
import { browser } from '@/utils/browser';
import { sendMessage } from '@/utils/messaging/messenger';
import { dayIn } from '@/utils/payments/iso-date';
import { saveFile } from './save-file';

const COLLAPSED = 'panelCollapsed';

/** Joins the panel to the worker, to the content script and to what the browser remembers. */
export function createPanelPort({ onRunChanged, onBadgeProblem, onRun }: PanelLink): PanelPort {
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
    onRunChanged,
    onBadgeProblem,
    today: () => dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, Date.now()),
    readCollapsed: async () => (await browser.storage.local.get(COLLAPSED))[COLLAPSED] === true,
    writeCollapsed: (collapsed) => browser.storage.local.set({ [COLLAPSED]: collapsed }),
  };
}
