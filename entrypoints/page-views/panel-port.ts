import type { PanelLink } from '@/components/page-views';
import type { PanelPort } from '@/components/sync-panel/panel-port';
import { browser } from '@/utils/browser';
import { sendMessage } from '@/utils/messaging/messenger';
import { dayIn } from '@/utils/payments/iso-date';
import { saveFile } from './save-file';

const COLLAPSED = 'panelCollapsed';

/** Joins the panel to the worker, to the content script and to what the browser remembers. */
export function createPanelPort({
  onRunChanged,
  onBadgeProblem,
  onRecognition,
  showMe,
  forgetShown,
  onRuns,
}: PanelLink): PanelPort {
  return {
    async readState() {
      const answer = await sendMessage('panelState', undefined);
      if (answer.ok) onRuns(answer.value.connections);
      return answer;
    },
    run: (connectionIds, start, mode) => sendMessage('startRun', { connectionIds, start, mode }),
    stop: (connectionIds) => sendMessage('stopRun', { connectionIds }),
    resume: (connectionId) => sendMessage('resumeRun', { connectionId }),
    retryFailed: (connectionId) => sendMessage('retryFailed', { connectionId }),
    undo: (connectionId, runId) => sendMessage('undoRun', { connectionId, runId }),
    takeOver: (connectionId, record) => sendMessage('takeOver', { connectionId, ...record }),
    readHistory: (connectionId) => sendMessage('runHistory', { connectionId }),
    openRun: (connectionId, runId) => sendMessage('openRun', { connectionId, runId }),
    readOutcomes: (connectionId, runId, query, from) =>
      sendMessage('runOutcomes', { connectionId, runId, from, ...query }),
    save: saveFile,
    openOptions: () => sendMessage('openOptions', undefined),
    openSetup: () => sendMessage('openSetup', undefined),
    reload: () => location.reload(),
    onRunChanged,
    onBadgeProblem,
    recognition: { listen: onRecognition, showMe, forgetShown },
    today: () => dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, Date.now()),
    readCollapsed: async () => (await browser.storage.local.get(COLLAPSED))[COLLAPSED] === true,
    writeCollapsed: (collapsed) => browser.storage.local.set({ [COLLAPSED]: collapsed }),
  };
}
