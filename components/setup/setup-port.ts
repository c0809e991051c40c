import type { OptionsPort } from '@/components/options/options-port';
import type {
  Answer,
  FoundManage,
  OutcomePage,
  PanelState,
  RunAnswer,
  SecretChanges,
  SetupDraft,
  SetupState,
} from '@/utils/messaging/protocol';
import type { Settings } from '@/utils/storage/settings';

/** What the guided setup needs from outside, beside what the settings page needs. */
export interface SetupPort extends OptionsPort {
  readonly discoverManage: (input: { site?: string }) => Promise<Answer<readonly FoundManage[]>>;
  readonly readSetup: () => Promise<Answer<SetupState>>;
  readonly keepSetup: (draft: SetupDraft) => Promise<Answer<null>>;
  readonly saveSetup: (input: {
    settings: Settings;
    secrets: SecretChanges;
    step: string;
  }) => Promise<Answer<null>>;
  readonly panelState: () => Promise<Answer<PanelState>>;
  /** Begins a run of one connection that decides everything and writes nothing. */
  readonly preview: (connectionId: string) => Promise<Answer<readonly RunAnswer[]>>;
  /** The first invoices that a preview would change, and how many there are. */
  readonly readChanges: (connectionId: string, runId: string) => Promise<Answer<OutcomePage>>;
  readonly openSettings: () => void;
  /** Shows the tab in which Manage is open, or opens one. */
  readonly openManage: (site: string) => void;
  /** Tells when the person comes back to this page. Answers how to stop. */
  readonly onReturn: (listener: () => void) => () => void;
  readonly sleep: (ms: number) => Promise<void>;
}
