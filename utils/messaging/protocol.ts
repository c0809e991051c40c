import type { RunState } from '@/utils/sync/run-state';
import type { Settings } from '@/utils/storage/settings';
import type { StartDate } from '@/utils/payments/start-date';
import type { IsoDate } from '@/utils/payments/iso-date';
import type { Money } from '@/utils/payments/money';
import type { Reason } from '@/utils/payments/reason';

/** What the panel shows before anything is pressed. */
export interface PanelState {
  readonly connected: boolean;
  /** Epoch ms at which the last run that lost nothing began; null when there was none in this browser. */
  readonly lastRunAt: number | null;
  readonly run: RunState | null;
}

/** What a badge says of one invoice, as Manage holds it now. */
export interface BadgeFacts {
  readonly state: 'unpaid' | 'partly-paid' | 'paid' | 'nothing-to-pay' | 'credit-memo' | 'credited';
  readonly paidAmount: Money;
  readonly datePaid: IsoDate | null;
}

/** Whatever a page or a form asks of the worker may be refused; the reason is for people. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Reason };

/** The messages between pages and the worker. Every payload is checked on arrival. */
export interface Protocol {
  panelState(): Answer<PanelState>;
  startRun(start: StartDate): Answer<RunState>;
  stopRun(): Answer<null>;
  badgeFacts(numbers: readonly string[]): Answer<Readonly<Record<string, BadgeFacts>>>;
  readSettings(): Answer<{ settings: Settings; secretsSet: readonly string[] }>;
  saveSettings(input: {
    settings: Settings;
    secrets: Readonly<Record<string, string>>;
  }): Answer<null>;
  /** From the worker to every panel. */
  runChanged(state: RunState): void;
}
