import type { MicrosoftAccount } from '@/utils/microsoft-sign-in/ports';
import type { Ledger } from '@/utils/payments/accounting-invoice';
import type { Health } from '@/utils/payments/health';
import type { InvoiceLinks } from '@/utils/payments/invoice-address';
import type { IsoDate } from '@/utils/payments/iso-date';
import type { Money } from '@/utils/payments/money';
import type { Outcome } from '@/utils/payments/outcome';
import type { Reason } from '@/utils/payments/reason';
import type { OutcomeQuery } from '@/utils/payments/select-outcomes';
import type { StartDate } from '@/utils/payments/start-date';
import type { Connection, Settings } from '@/utils/storage/settings';
import type { ShownPage, ShownPages } from '@/utils/storage/shown-page';
import type { RunState, RunSummary } from '@/utils/sync/run-state';
import type { InvoiceCard, InvoiceCheck } from './invoice-card';

/** What the panel shows of one line, a ledger of a connection to an accounting system, before anything is pressed. */
export interface ConnectionState {
  /** Of the line: by it all messages name it. */
  readonly id: string;
  readonly connectionId: string;
  /** Whether it is about customers' invoices or about vendors' bills. */
  readonly ledger: Ledger;
  /** What people call the connection. */
  readonly name: string;
  readonly system: Connection['system'];
  /** Why it cannot be run yet; null when nothing is missing. */
  readonly missing: Reason | null;
  /** Why a run that was due by itself could not begin, unless another has begun since; null where none was refused. */
  readonly refused: Reason | null;
  /** Epoch ms at which the last run that lost nothing began; null when there was none in this browser. */
  readonly lastRunAt: number | null;
  /** The run under way or paused, or the last one in this browser. */
  readonly run: RunState | null;
  /** How many failed invoices are kept for the next run. */
  readonly parked: number;
  /** Whether the last run wrote something that can be taken back. */
  readonly canUndo: boolean;
  /** The day from which the next sync has to begin at the latest, and why; null where any start will do. */
  readonly startAtLatest: StartAtLatest | null;
}

/** A run of this connection begins on this day or earlier, whatever is asked for. */
export interface StartAtLatest {
  readonly day: IsoDate;
  readonly why: Reason;
}

/** What the panel shows before anything is pressed. */
export interface PanelState {
  /** Why nothing can be run yet, whichever the books; null when at least one connection is set up. */
  readonly missing: Reason | null;
  /** In the order of the settings. Empty while there is something missing for all of them. */
  readonly connections: readonly ConnectionState[];
}

/** How a run of one connection stands. */
export interface RunChange {
  readonly connectionId: string;
  readonly run: RunState;
}

/** How everything stands, for the popup. */
export interface Overview {
  readonly state: PanelState;
  /** What needs a person; null when all is well. */
  readonly health: Health | null;
  /** Match patterns of the hosts that the browser does not let the extension reach. */
  readonly lackingOrigins: readonly string[];
  /** The Manage that is connected; null where there is none. */
  readonly site: string | null;
  /** Epoch ms at which the next runs begin by themselves; null where that is switched off. */
  readonly nextAt: number | null;
}

/** What became of the wish to run one of several connections. */
export interface RunAnswer {
  readonly connectionId: string;
  readonly answer: Answer<RunState>;
}

/** Part of a list of outcomes, so that neither a message nor a page has to hold ten thousand. */
export interface OutcomePage {
  /** How many outcomes the whole list has. */
  readonly total: number;
  readonly outcomes: readonly Outcome[];
  /** Where each of them can be opened, in their order; null where that is not known. Left out where none is. */
  readonly links?: readonly (InvoiceLinks | null)[];
  /** The one reason that all of the list have and nothing besides; null where they differ. */
  readonly shared: Reason | null;
}

/** A run of this browser's history. */
export interface PastRun {
  readonly run: RunState;
  /** Whether it wrote something that can be taken back. */
  readonly canUndo: boolean;
}

/** What a badge says of one invoice, as Manage holds it now. */
export interface BadgeFacts {
  readonly invoiceId: number;
  /** `credited`: nothing remains, and no payment was made. */
  readonly state: 'unpaid' | 'partly-paid' | 'paid' | 'nothing-to-pay' | 'credit-memo' | 'credited';
  readonly paidAmount: Money;
  /** Its total less the credits applied to it in Manage. */
  readonly owed: Money;
  /** Whose invoice it is in Manage; empty where Manage does not say. */
  readonly company: string;
  /** Only for a paid invoice; undefined while it has not been asked for, null where Manage has none. */
  readonly datePaid?: IsoDate | null;
}

/** By what Invoice Search is recognised: words of the settings, and what users have shown of that site. */
export interface InvoiceSearchSettings extends Readonly<Settings['invoiceSearch']> {
  readonly shown: readonly ShownPage[];
}

/** An invoice, or with the ledger named a purchase order, by its number. */
export interface AskedFor {
  readonly number: string;
  readonly ledger?: Ledger | undefined;
}

/** Facts by invoice number; a number Manage does not hold, or holds twice, is absent. */
export type BadgeFactsByNumber = Readonly<Record<string, BadgeFacts>>;

/** Secrets by name (`manage.privateKey`, `<connection>.clientKey` …). An empty text removes the secret. */
export type SecretChanges = Readonly<Record<string, string>>;

/** Whatever a page or a form asks of the worker may be refused; the reason is for people. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Reason };

/**
 * The messages between pages and the worker. Every payload is checked on arrival, and so is the sender: a Manage
 * page may send what stands under "panel" only.
 */
export interface Protocol {
  // Panel
  panelState(): Answer<PanelState>;
  /**
   * Runs connections side by side. Each has its own answer: one that cannot begin holds up no other. One that has no last
   * run to go on from begins with the past month.
   */
  startRun(input: {
    connectionIds: readonly string[];
    start: StartDate;
    mode: 'sync' | 'preview';
  }): Answer<readonly RunAnswer[]>;
  /** Ends the runs of these connections after the writes under way, or their pauses. */
  stopRun(input: { connectionIds: readonly string[] }): Answer<null>;
  /** Goes on with the connection's run that was stopped or failed. */
  resumeRun(input: { connectionId: string }): Answer<RunState>;
  /** Looks at every kept failed invoice of the connection again. */
  retryFailed(input: { connectionId: string }): Answer<RunState>;
  /** Takes back what a run of the connection wrote, as far as nobody changed it since. */
  undoRun(input: { connectionId: string; runId: string }): Answer<RunState>;
  /** Lets the connection change a payment record somebody else made, and syncs that invoice. */
  takeOver(input: { connectionId: string; invoiceNumber: string; recordId: number }): Answer<RunState>;
  /** The runs of the connection that this browser remembers, newest first. */
  runHistory(input: { connectionId: string }): Answer<readonly RunSummary[]>;
  openRun(input: { connectionId: string; runId: string }): Answer<PastRun>;
  /** A page of what became of the invoices of a run, from the given place in the list on. */
  runOutcomes(
    input: { connectionId: string; runId: string; from: number } & OutcomeQuery,
  ): Answer<OutcomePage>;
  badgeFacts(numbers: readonly string[]): Answer<BadgeFactsByNumber>;
  /** The same with the dates of paid invoices, which may take a request each. */
  badgeDates(numbers: readonly string[]): Answer<BadgeFactsByNumber>;
  /** Puts the views of Manage pages into the frame that asks. Which file that is, the sender has no say in. */
  loadPageViews(): Answer<null>;
  /** What Manage holds of one invoice now, and what this browser knows of it from the books. */
  invoiceCard(input: AskedFor): Answer<InvoiceCard>;
  /** Asks the books for one invoice and compares it with Manage. Writes nothing. */
  checkInvoice(input: AskedFor): Answer<InvoiceCheck>;
  /** A run of this one invoice, as the books of the connection have it. */
  syncInvoice(input: { connectionId: string; number: string }): Answer<RunState>;
  /** By what the page of the asking tab is recognised. */
  invoiceSearchSettings(): Answer<InvoiceSearchSettings>;
  /** Keeps where invoice numbers stand on a page of the asking tab's site. */
  keepShownPage(page: ShownPage): Answer<null>;
  /** Forgets all that was shown of the asking tab's site. */
  forgetShownPages(): Answer<null>;
  openOptions(): Answer<null>;
  // Popup
  overview(): Answer<Overview>;
  /** Runs every connection from its last successful run, or from the past month where there was none. */
  runAll(): Answer<readonly RunAnswer[]>;
  /** Shows the tab in which Manage is open, or opens one. */
  openManage(): Answer<null>;
  /** The cards of what somebody named by hand: an invoice, or purchase orders by their number or a bill's. */
  lookUpInvoice(input: { text: string }): Answer<readonly InvoiceCard[]>;
  // Settings page, guided setup
  /** Checks settings, stores them and goes by them from then on. */
  saveSettings(input: { settings: unknown; secrets: SecretChanges }): Answer<null>;
  /** Tries whether the worker itself reaches Manage as somebody who is signed in. */
  tryManage(): Answer<null>;
  /** What users showed of their pages, by site. */
  readShownPages(): Answer<ShownPages>;
  /** Forgets a page of a site, and tells what is left. */
  forgetShownPage(input: { site: string; page: ShownPage }): Answer<ShownPages>;
  /** Opens Microsoft's sign-in for a connection as saved: from a click only. */
  signInToMicrosoft(input: { connectionId: string }): Answer<MicrosoftAccount>;
  openSetup(): Answer<null>;
  // From the worker to every panel
  runChanged(change: RunChange): void;
}
