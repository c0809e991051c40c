import { reasonText } from '@/components/reason-text';
import { headline } from '@/components/sync-panel/headline';
import { progressText } from '@/components/sync-panel/progress-text';
import type { RunState } from '@/utils/sync/run-state';

/** How a run stands or ended, and why. What is no preview is told by its name: nobody has asked for it here. */
export function trialText(run: RunState): string {
  const isRunning = run.phase === 'running';
  return [
    ...(isRunning && run.mode === 'preview' ? [] : [headline(run)]),
    ...(isRunning ? [progressText(run)] : []),
    ...(run.failure ? [reasonText(run.failure)] : []),
  ].join(' ');
}
