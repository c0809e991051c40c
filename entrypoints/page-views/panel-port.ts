import type { PanelLink } from '@/components/page-views';
import type { PanelPort } from '@/components/sync-panel/panel-port';
import type { PanelView } from '@/components/sync-panel/panel-view';
import { browser } from '@/utils/browser';
import { sendMessage } from '@/utils/messaging/messenger';
import type { Answer, PanelState } from '@/utils/messaging/protocol';
import { dayIn } from '@/utils/payments/iso-date';
import type { RunState } from '@/utils/sync/run-state';
import { saveFile } from './save-file';

const COLLAPSED = 'panelCollapsed';

/**
 * Joins the panel to the worker, to the content script and to what the browser remembers. It shows the first
 * connection.
 */
export function createPanelPort({
  onRunChanged,
  onBadgeProblem,
  onRecognition,
  showMe,
  forgetShown,
  onRuns,
}: PanelLink): PanelPort {
  let connectionId = '';
  return {
    async readState() {
      const answer = await sendMessage('panelState', undefined);
      if (!answer.ok) return answer;
      onRuns(answer.value.connections);
      connectionId = answer.value.connections[0]?.id ?? '';
      return { ok: true, value: firstOf(answer.value) };
    },
    async run(start, mode) {
      const answer = await sendMessage('startRun', { connectionIds: [connectionId], start, mode });
      return answer.ok ? onlyOf(answer.value) : answer;
    },
    stop: () => sendMessage('stopRun', { connectionIds: [connectionId] }),
    resume: () => sendMessage('resumeRun', { connectionId }),
    retryFailed: () => sendMessage('retryFailed', { connectionId }),
    undo: (runId) => sendMessage('undoRun', { connectionId, runId }),
    exportRun: (runId) => sendMessage('exportRun', { connectionId, runId }),
    save: saveFile,
    takeOver: (record) => sendMessage('takeOver', { connectionId, ...record }),
    openOptions: () => sendMessage('openOptions', undefined),
    onRunChanged: (listener) =>
      onRunChanged((change) => {
        if (change.connectionId === connectionId) listener(change.run);
      }),
    onBadgeProblem,
    recognition: { listen: onRecognition, showMe, forgetShown },
    today: () => dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, Date.now()),
    readCollapsed: async () => (await browser.storage.local.get(COLLAPSED))[COLLAPSED] === true,
    writeCollapsed: (collapsed) => browser.storage.local.set({ [COLLAPSED]: collapsed }),
  };
}

function firstOf({ missing, connections: [first] }: PanelState): PanelView {
  if (first === undefined) return { missing, lastRunAt: null, run: null, parked: 0, canUndo: false };
  return { ...first, missing: missing ?? first.missing };
}

function onlyOf(answers: readonly { readonly answer: Answer<RunState> }[]): Answer<RunState> {
  const [only] = answers;
  if (only === undefined) throw new Error('nobody answered');
  return only.answer;
}
