import { vi } from 'vitest';
import type { CardPort } from '@/components/invoice-card/card-port';
import type {
  InvoiceCard,
  InvoiceCheck,
  InvoiceInBooks,
  InvoiceInManage,
} from '@/utils/messaging/invoice-card';
import type { Settlement, SettlementKind } from '@/utils/payments/accounting-invoice';
import type { BooksView } from '@/utils/payments/books-view';
import type { Change } from '@/utils/payments/change';
import { isoDate } from '@/utils/payments/iso-date';
import { money } from '@/utils/payments/money';
import { yes } from './options';
import { aRun, LAST_RUN_AT } from './runs';

const usd = (minor: number) => money(minor, 'USD');

/** Invoice 12345 over 1,250 dollars in Manage, of which 50 were paid on 1 March 2020. */
export const PARTLY_PAID: InvoiceInManage = {
  id: 1,
  state: 'partly-paid',
  total: usd(1_250_00),
  credits: usd(0),
  owed: usd(1_250_00),
  paidAmount: usd(50_00),
  remaining: usd(1_200_00),
  datePaid: null,
  payments: [{ amount: usd(50_00), date: isoDate('2020-03-01'), appliedBy: 'Kari' }],
};

export const PAID: InvoiceInManage = {
  ...PARTLY_PAID,
  state: 'paid',
  paidAmount: usd(1_250_00),
  remaining: usd(0),
  datePaid: isoDate('2020-03-05'),
  payments: [],
};

export function settlement(
  kind: SettlementKind,
  minor: number,
  change: Partial<Settlement> = {},
): Settlement {
  return { kind, amount: usd(minor), date: isoDate('2020-03-01'), reference: '20412', ...change };
}

/** What the books said of it at noon on 22 November 2026. */
export function said(change: Partial<BooksView> = {}): InvoiceInBooks {
  const books: BooksView = {
    kind: 'invoice',
    state: 'posted',
    currency: 'USD',
    total: usd(1_250_00),
    settlements: [settlement('payment', 50_00)],
    remaining: usd(1_200_00),
    closedOn: null,
    notes: [],
    ...change,
  };
  return {
    connectionId: 'books',
    name: 'Nord IT',
    books: { said: books, at: LAST_RUN_AT },
    written: null,
    address: null,
  };
}

/** Nothing shown before, 50 dollars after. */
export const CHANGE: Change = {
  invoiceId: 1,
  invoiceNumber: '12345',
  strategy: 'payment-record',
  action: 'create',
  from: { amount: null, date: null },
  to: { amount: usd(50_00), date: isoDate('2020-03-01') },
};

export function aCard(change: Partial<InvoiceCard> = {}): InvoiceCard {
  return {
    number: '12345',
    ledger: 'receivable',
    manage: PARTLY_PAID,
    address: null,
    problem: null,
    known: [said()],
    ...change,
  };
}

export function aCheck(change: Partial<InvoiceCheck> = {}): InvoiceCheck {
  const outcome = { invoiceNumber: '12345', kind: 'unchanged', reasons: [] } as const;
  return { card: aCard(), connectionId: 'books', outcome, ...change };
}

/** What the books say differs from what Manage shows. */
export const DIFFERS = aCheck({
  outcome: { invoiceNumber: '12345', kind: 'updated', change: CHANGE, reasons: [] },
});

/** The run of the invoice, and how it ended. */
export const BEGUN = aRun({ id: 'one', phase: 'running', finishedAt: null });
export const WRITTEN = aRun({ id: 'one' });

/** A worker that knows the invoice, agrees when it is checked, and writes it when told to. */
export function aCardPort(change: Partial<CardPort> = {}): CardPort {
  return {
    read: vi.fn(() => yes(aCard())),
    check: vi.fn(() => yes(aCheck())),
    sync: vi.fn(() => yes(BEGUN)),
    onRunChanged: () => () => undefined,
    askAgainMs: 20,
    readRun: vi.fn(() => Promise.resolve(WRITTEN)),
    readOutcome: () =>
      Promise.resolve({ invoiceNumber: '12345', kind: 'updated', change: CHANGE, reasons: [] }),
    ...change,
  };
}
