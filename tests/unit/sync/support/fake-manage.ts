import type { Change, Shown } from '@/utils/payments/change';
import { isoDate } from '@/utils/payments/iso-date';
import type { ManageInvoice, PaymentRecord } from '@/utils/payments/manage-invoice';
import { money, subtract, sum } from '@/utils/payments/money';
import { Problem } from '@/utils/payments/problem';
import type { ManagePort } from '@/utils/sync/manage-port';
import { held as plainly } from './plans';

export interface HeldInvoice {
  readonly number: string;
  readonly total: number;
  readonly records?: readonly { readonly amount: number; readonly date: string }[];
  readonly more?: Partial<ManageInvoice>;
}

/** What happens to one write: it fails before or after it was carried out, or Manage answers something else. */
export type Mishap = 'lost before' | 'lost after' | 'refused' | 'signed out' | 'answers otherwise';

/** A Manage in memory that keeps one payment record for each invoice, and counts what it is asked. */
export function fakeManage(
  invoices: readonly HeldInvoice[],
  mishaps: Readonly<Record<string, Mishap[]>> = {},
) {
  let nextRecord = 1;
  const held = invoices.map(({ number, total, records = [], more = {} }, at) => ({
    id: at + 1,
    number,
    total: money(total, 'NOK'),
    more,
    records: records.map(({ amount, date }): PaymentRecord => ({
      id: nextRecord++,
      amount: money(amount, 'NOK'),
      date: isoDate(date),
      appliedBy: 'somebody',
    })),
  }));
  const asked = { lookUps: 0, recordReads: 0, writes: [] as Change[] };
  const left = structuredClone(mishaps);

  const invoiceOf = ({ id, number, total, records, more }: (typeof held)[number]): ManageInvoice => {
    const payments = sum(
      records.map(({ amount }) => amount),
      'NOK',
    );
    return plainly(id, number, { total, payments, balance: subtract(total, payments), ...more });
  };

  const apply = (change: Change): Shown => {
    const invoice = held.find(({ id }) => id === change.invoiceId);
    if (invoice === undefined || change.strategy !== 'payment-record') throw new Error('no such invoice');
    const { amount, date } = change.to;
    if (change.action === 'create' && invoice.records.length > 0) throw new Problem('changedMeanwhile');
    invoice.records = amount === null ? [] : [{ id: nextRecord++, amount, date, appliedBy: 'us' }];
    return { strategy: 'payment-record', records: invoice.records };
  };

  const port: ManagePort = {
    findInvoices(numbers) {
      asked.lookUps += 1;
      const found = held.filter(({ number }) =>
        numbers.some((each) => each.toLowerCase() === number.toLowerCase()),
      );
      return Promise.resolve({ invoices: found.map(invoiceOf), unaskable: [], unreadable: [] });
    },
    writeBack: {
      strategy: 'payment-record',
      read(wanted) {
        const rows = wanted.map(({ id, payments }): [number, Shown] => {
          if (payments?.minor !== 0) asked.recordReads += 1;
          const records = payments?.minor === 0 ? [] : (held.find((each) => each.id === id)?.records ?? []);
          return [id, { strategy: 'payment-record', records }];
        });
        return Promise.resolve(new Map(rows));
      },
      write(change) {
        asked.writes.push(change);
        const mishap = left[change.invoiceNumber]?.shift();
        if (mishap === 'refused')
          return Promise.reject(new Problem('manageRefused', { detail: 'no', status: '400' }));
        if (mishap === 'signed out') return Promise.reject(new Problem('manageSignedOut', { host: 'na' }));
        const lost = new Problem('network', { host: 'na' }, { retryable: true });
        if (mishap === 'lost before') return Promise.reject(lost);
        const shown = apply(change);
        if (mishap === 'lost after') return Promise.reject(lost);
        if (mishap === 'answers otherwise')
          return Promise.resolve({ strategy: 'payment-record', records: [] });
        return Promise.resolve(shown);
      },
    },
  };
  /** What Manage shows of each invoice: amount in øre and date, or null. */
  const shows = (): Record<string, string | null> =>
    Object.fromEntries(
      held.map(({ number, records: [record] }) => [
        number,
        record === undefined ? null : `${record.amount.minor} ${record.date}`,
      ]),
    );
  return { port, asked, shows, held };
}
