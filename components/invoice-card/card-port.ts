import type { Listen } from '@/components/page-views';
import type { InvoiceCard, InvoiceCheck } from '@/utils/messaging/invoice-card';
import type { Answer, RunChange } from '@/utils/messaging/protocol';
import type { Outcome } from '@/utils/payments/outcome';
import type { RunState } from '@/utils/sync/run-state';

/**
 * What the card of an invoice needs from outside. A function that rejects means that the worker cannot be reached;
 * a refusal is an answer, not a rejection.
 */
export interface CardPort {
  readonly read: (number: string) => Promise<Answer<InvoiceCard>>;
  readonly check: (number: string) => Promise<Answer<InvoiceCheck>>;
  /** Runs the invoice as the books of this connection have it. */
  readonly sync: (connectionId: string, number: string) => Promise<Answer<RunState>>;
  /** Calls the listener with every new state of a run, where such news comes, until the answer is called. */
  readonly onRunChanged: Listen<RunChange>;
  /** How often a run under way is asked about beside that, in milliseconds. */
  readonly askAgainMs: number;
  /** The connection's run under way, or its last one. */
  readonly readRun: (connectionId: string) => Promise<RunState | null>;
  /** What became of the one invoice that a run was about; null where it became nothing. */
  readonly readOutcome: (connectionId: string, run: RunState) => Promise<Outcome | null>;
}
