import type { OptionsPort } from '@/components/options/options-port';
import type { Answer, OutcomePage, PanelState, RunAnswer } from '@/utils/messaging/protocol';
import type { SettingsDesk } from '@/utils/settings-desk/settings-desk';

type FromDesk = 'discoverManage' | 'readSetup' | 'reachStep' | 'keepSetup' | 'saveSetup';

/** What the guided setup needs from outside, beside what the settings page needs. */
export interface SetupPort extends OptionsPort, Readonly<Pick<SettingsDesk, FromDesk>> {
  readonly panelState: () => Promise<Answer<PanelState>>;
  /** Begins a run of one connection that decides everything and writes nothing. */
  readonly preview: (connectionId: string) => Promise<Answer<readonly RunAnswer[]>>;
  /** Ends the run of one connection after the writes under way, or its pause. */
  readonly stopRun: (connectionId: string) => Promise<Answer<null>>;
  /** The first invoices that a preview would change, and how many there are. */
  readonly readChanges: (connectionId: string, runId: string) => Promise<Answer<OutcomePage>>;
  readonly openSettings: () => void;
  /** Shows the tab in which Manage is open, or opens one. */
  readonly openManage: (site: string) => void;
  /** Tells when the person comes back to this page. Answers how to stop. */
  readonly onReturn: (listener: () => void) => () => void;
  readonly sleep: (ms: number) => Promise<void>;
}
