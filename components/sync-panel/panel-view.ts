import type { ConnectionState } from '@/utils/messaging/protocol';

/** What the panel shows before anything is pressed. */
export type PanelView = Pick<ConnectionState, 'missing' | 'lastRunAt' | 'run' | 'parked' | 'canUndo'>;
