import { i18n } from '#i18n';
import { formatMoment } from '@/components/format-moment';
import type { RunSummary } from '@/utils/sync/run-state';

const MODES = { sync: 'sync', preview: 'preview', undo: 'undo' } as const;
const PHASES = {
  running: 'Running',
  paused: 'Paused',
  finished: 'Finished',
  stopped: 'Stopped',
  failed: 'Failed',
} as const;

/** What kind of run it is and how it stands, in a sentence or two. A preview always says that nothing was written. */
export function headline({ mode, phase, resumesAt }: RunSummary, locale?: string): string {
  const words = i18n.t(`state.${MODES[mode]}${PHASES[phase]}`);
  if (resumesAt === null || phase !== 'paused') return words;
  return `${words} ${i18n.t('state.resumesAt', { time: formatMoment(resumesAt, locale) })}`;
}
