import type { Answer, Overview, RunAnswer } from '@/utils/messaging/protocol';
import type { RunState } from '@/utils/sync/run-state';

/** What the popup needs from outside. The worker does all that takes long: a popup closes when it is looked away from. */
export interface PopupPort {
  readonly readOverview: () => Promise<Answer<Overview>>;
  readonly runAll: () => Promise<Answer<readonly RunAnswer[]>>;
  readonly resume: (connectionId: string) => Promise<Answer<RunState>>;
  readonly retryFailed: (connectionId: string) => Promise<Answer<RunState>>;
  readonly signInToMicrosoft: (connectionId: string) => Promise<Answer<unknown>>;
  /** Asks the person for access to hosts. To be called directly in the handler of a click. */
  readonly requestOrigins: (origins: readonly string[]) => Promise<boolean>;
  readonly openManage: () => Promise<Answer<null>>;
  readonly openOptions: () => Promise<Answer<null>>;
  readonly openSetup: () => Promise<Answer<null>>;
  /** Closes the popup, which is in the way once something else was opened. */
  readonly close: () => void;
}
