import type { Change, Shown, ShownPayment } from '@/utils/payments/change';
import { isoDate } from '@/utils/payments/iso-date';
import type { ManageInvoice, PaymentRecord } from '@/utils/payments/manage-invoice';
import { money } from '@/utils/payments/money';
import { Problem } from '@/utils/payments/problem';
import type { ManagePort } from '@/utils/sync/manage-port';

export const NOTHING: ShownPayment = { amount: null, date: null };
export const PAID: ShownPayment = { amount: money(100, 'NOK'), date: isoDate('2026-11-19') };

/** An invoice of Manage over 100 øre. */
export function held(id: number, number: string, more: Partial<ManageInvoice> = {}): ManageInvoice {
  return {
    id,
    number,
    type: 'Standard',
    companyName: 'Fjord Bygg AS',
    currency: 'NOK',
    total: money(100, 'NOK'),
    payments: money(0, 'NOK'),
    credits: money(0, 'NOK'),
    balance: null,
    lastUpdated: '',
    customFields: [],
    ...more,
  };
}

export function record(id: number, more: Partial<PaymentRecord> = {}): PaymentRecord {
  return { id, amount: money(100, 'NOK'), date: isoDate('2026-11-19'), appliedBy: 'somebody', ...more };
}

export const shows = (...records: PaymentRecord[]): Shown => ({ strategy: 'payment-record', records });

export function created(invoiceId: number, invoiceNumber: string): Change {
  return { invoiceId, invoiceNumber, strategy: 'payment-record', action: 'create', from: NOTHING, to: PAID };
}

export interface Told {
  readonly invoices?: readonly ManageInvoice[];
  readonly unaskable?: readonly string[];
  readonly unreadable?: Awaited<ReturnType<ManagePort['findInvoices']>>['unreadable'];
  readonly shown?: ReadonlyMap<number, Shown | Problem>;
  /** What a glance tells, where there is one. */
  readonly glanced?: ReadonlyMap<number, Shown>;
  readonly strategy?: 'payment-record' | 'custom-fields';
  readonly write?: (change: Change) => Promise<Shown>;
}

/** A Manage that answers as told, and keeps what it was asked for. */
export function telling({
  invoices = [],
  unaskable = [],
  unreadable = [],
  shown = new Map(),
  glanced,
  ...more
}: Told) {
  const asked = { numbers: [] as (readonly string[])[], read: [] as ManageInvoice[], writes: [] as Change[] };
  const port: ManagePort = {
    findInvoices(numbers) {
      asked.numbers.push(numbers);
      return Promise.resolve({ invoices, unaskable, unreadable });
    },
    writeBack: {
      strategy: more.strategy ?? 'payment-record',
      ...(glanced && { glance: (wanted) => Promise.resolve(ofThem(glanced, wanted)) }),
      read(wanted) {
        asked.read.push(...wanted);
        return Promise.resolve(ofThem(shown, wanted));
      },
      write(change) {
        asked.writes.push(change);
        return more.write?.(change) ?? Promise.reject(new Problem('unexpected'));
      },
    },
  };
  return { port, asked };
}

function ofThem<T>(told: ReadonlyMap<number, T>, wanted: readonly ManageInvoice[]): ReadonlyMap<number, T> {
  return new Map([...told].filter(([id]) => wanted.some((each) => each.id === id)));
}
