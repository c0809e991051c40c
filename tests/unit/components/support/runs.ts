import type { ConnectionState, PanelState } from '@/utils/messaging/protocol';
import { isoDate, type IsoDate } from '@/utils/payments/iso-date';
import { money } from '@/utils/payments/money';
import type { Outcome } from '@/utils/payments/outcome';
import { reason } from '@/utils/payments/reason';
import { NO_COUNTS, type RunState } from '@/utils/sync/run-state';

export const TODAY: IsoDate = isoDate('2026-11-22');
/** 22 November 2026, 12:00 UTC. */
export const LAST_RUN_AT = Date.UTC(2026, 10, 22, 12);

export function aRun(change: Partial<RunState> = {}): RunState {
  return {
    id: 'run-1',
    mode: 'sync',
    phase: 'finished',
    startedAt: LAST_RUN_AT,
    finishedAt: LAST_RUN_AT + 1000,
    found: 0,
    done: 0,
    counts: NO_COUNTS,
    failure: null,
    resumesAt: null,
    notes: [],
    timeLeft: null,
    ...change,
  };
}

/** A connection that ran with success, and rests. */
export function aConnection(change: Partial<ConnectionState> = {}): ConnectionState {
  return {
    id: 'books',
    connectionId: change.id ?? 'books',
    ledger: 'receivable',
    name: 'Nord IT AS',
    system: 'poweroffice-go',
    missing: null,
    lastRunAt: LAST_RUN_AT,
    refused: null,
    run: null,
    parked: 0,
    canUndo: false,
    startAtLatest: null,
    ...change,
  };
}

/** What the panel shows of one connection alone. */
export function aState(change: Partial<ConnectionState> = {}): PanelState {
  return { missing: null, connections: [aConnection(change)] };
}

/** Invoice 12345: nothing shown before, 1250 dollars paid in full on 1 March 2020 after. */
const UPDATED: Outcome = {
  invoiceNumber: '12345',
  kind: 'updated',
  company: 'Fjord Bygg AS',
  manageId: 1,
  total: money(125_000, 'USD'),
  reasons: [],
  change: {
    invoiceId: 1,
    invoiceNumber: '12345',
    strategy: 'payment-record',
    action: 'create',
    from: { amount: null, date: null },
    to: { amount: money(125_000, 'USD'), date: isoDate('2020-03-01') },
  },
};

const SKIPPED: Outcome = {
  invoiceNumber: '800',
  kind: 'skipped',
  reasons: [reason('severalPaymentRecords', { count: '2' })],
  takeOver: 4711,
};

export function notFound(invoiceNumber: string): Outcome {
  return { invoiceNumber, kind: 'not-found', reasons: [reason('notFoundInManage')] };
}

/** A run that ended with one invoice updated, one not found, one skipped, and 208 that needed nothing. */
export const FINISHED = aRun({
  found: 211,
  done: 211,
  counts: { updated: 1, unchanged: 208, 'not-found': 1, skipped: 1, failed: 0 },
});

/** What became of its invoices, as far as there is something to say. */
export const OUTCOMES: readonly Outcome[] = [
  UPDATED,
  notFound('777'),
  SKIPPED,
  ...Array.from({ length: 208 }, (_, at): Outcome => ({
    invoiceNumber: `9${at}`,
    kind: 'unchanged',
    reasons: [],
  })),
];
