import type { Listen } from '@/components/page-views';
import type { Recognition } from '@/utils/invoice-search/recognition';
import type {
  Answer,
  OutcomePage,
  PanelState,
  PastRun,
  RunAnswer,
  RunChange,
} from '@/utils/messaging/protocol';
import type { IsoDate } from '@/utils/payments/iso-date';
import type { Reason } from '@/utils/payments/reason';
import type { OutcomeQuery } from '@/utils/payments/select-outcomes';
import type { StartDate } from '@/utils/payments/start-date';
import type { RunState, RunSummary } from '@/utils/sync/run-state';

/** A payment record that somebody else made, which the user lets the product change from now on. */
export interface TakeOver {
  readonly invoiceNumber: string;
  readonly recordId: number;
}

/** How the page was read, and what a user can do about it. */
export interface RecognitionPort {
  /** Calls the listener with how the page was read, the latest at once, until the answer is called. */
  readonly listen: (listener: (recognition: Recognition) => void) => () => void;
  readonly showMe: () => void;
  readonly forgetShown: () => void;
}

/** A page of what became of the invoices of a run, from the given place in the list on. */
export type ReadOutcomes = (
  connectionId: string,
  runId: string,
  query: OutcomeQuery,
  from: number,
) => Promise<Answer<OutcomePage>>;

/**
 * What the panel needs from outside. A function that rejects means that the worker cannot be reached, as after
 * an update of the extension; a refusal is an answer, not a rejection.
 */
export interface PanelPort {
  readonly readState: () => Promise<Answer<PanelState>>;
  /** Runs connections side by side; each has its own answer. */
  readonly run: (
    connectionIds: readonly string[],
    start: StartDate,
    mode: 'sync' | 'preview',
  ) => Promise<Answer<readonly RunAnswer[]>>;
  readonly stop: (connectionIds: readonly string[]) => Promise<Answer<null>>;
  readonly resume: (connectionId: string) => Promise<Answer<RunState>>;
  readonly retryFailed: (connectionId: string) => Promise<Answer<RunState>>;
  readonly undo: (connectionId: string, runId: string) => Promise<Answer<RunState>>;
  readonly takeOver: (connectionId: string, record: TakeOver) => Promise<Answer<RunState>>;
  /** The runs that this browser remembers, newest first. */
  readonly readHistory: (connectionId: string) => Promise<Answer<readonly RunSummary[]>>;
  readonly openRun: (connectionId: string, runId: string) => Promise<Answer<PastRun>>;
  readonly readOutcomes: ReadOutcomes;
  /** Gives the user a file. */
  readonly save: (name: string, text: string) => void;
  readonly openOptions: () => Promise<Answer<null>>;
  /** Opens the guided setup. */
  readonly openSetup: () => Promise<Answer<null>>;
  /** Loads the page anew. */
  readonly reload: () => void;
  /** Calls the listener with every new state of a run until the answer is called. */
  readonly onRunChanged: Listen<RunChange>;
  readonly recognition: RecognitionPort;
  /** Calls the listener with why badges cannot be shown, or with null once they can. */
  readonly onBadgeProblem: Listen<Reason | null>;
  /** The calendar day it is for the user. */
  readonly today: () => IsoDate;
  readonly readCollapsed: () => Promise<boolean>;
  readonly writeCollapsed: (collapsed: boolean) => Promise<void>;
}
