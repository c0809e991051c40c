import type { Recognition } from '@/utils/invoice-search/recognition';
import type { Answer } from '@/utils/messaging/protocol';
import type { IsoDate } from '@/utils/payments/iso-date';
import type { Reason } from '@/utils/payments/reason';
import type { StartDate } from '@/utils/payments/start-date';
import type { RunState } from '@/utils/sync/run-state';
import type { PanelView } from './panel-view';

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

/**
 * What the panel needs from outside. A function that rejects means that the worker cannot be reached, as after
 * an update of the extension; a refusal is an answer, not a rejection.
 */
export interface PanelPort {
  readonly readState: () => Promise<Answer<PanelView>>;
  readonly run: (start: StartDate, mode: 'sync' | 'preview') => Promise<Answer<RunState>>;
  readonly stop: () => Promise<Answer<null>>;
  readonly resume: () => Promise<Answer<RunState>>;
  readonly retryFailed: () => Promise<Answer<RunState>>;
  readonly undo: (runId: string) => Promise<Answer<RunState>>;
  /** The table of a run as CSV text. */
  readonly exportRun: (runId: string) => Promise<Answer<string>>;
  /** Gives the user a file. */
  readonly save: (name: string, text: string) => void;
  readonly takeOver: (record: TakeOver) => Promise<Answer<RunState>>;
  readonly openOptions: () => Promise<Answer<null>>;
  /** Calls the listener with every new state of a run until the answer is called. */
  readonly onRunChanged: (listener: (run: RunState) => void) => () => void;
  readonly recognition: RecognitionPort;
  /** Calls the listener with why badges cannot be shown, or with null once they can. */
  readonly onBadgeProblem: (listener: (problem: Reason | null) => void) => () => void;
  /** The calendar day it is for the user. */
  readonly today: () => IsoDate;
  readonly readCollapsed: () => Promise<boolean>;
  readonly writeCollapsed: (collapsed: boolean) => Promise<void>;
}
