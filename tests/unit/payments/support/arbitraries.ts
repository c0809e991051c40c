import fc from 'fast-check';
import type { AccountingInvoice, Settlement, SettlementKind } from '@/utils/payments/accounting-invoice';
import { addDays, isoDate, type IsoDate } from '@/utils/payments/iso-date';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import { money, type Money } from '@/utils/payments/money';
import { books, manageInvoice } from './samples';

export const currencies = fc.constantFrom('NOK', 'USD', 'JPY', 'KWD', 'CLF');

/** Any day of the years 0001 to 9998, so that there is room on both sides. */
export const days: fc.Arbitrary<IsoDate> = fc
  .integer({ min: 0, max: 3_651_000 })
  .map((days) => addDays(isoDate('0001-01-01'), days));

const FIRST_DAY = isoDate('2026-01-01');

/**
 * The settlements of an invoice in the order in which they were booked, dates never going back, never more in all
 * than the total. Some payments are taken back again. The last one often closes the invoice.
 */
function settlementsOf(total: number): fc.Arbitrary<Settlement[]> {
  const step = fc.record({
    kind: fc.constantFrom<SettlementKind>(
      'payment',
      'payment',
      'credit',
      'write-off',
      'discount',
      'unclassified',
    ),
    share: fc.constantFrom(0.1, 0.3, 0.5, 1),
    daysLater: fc.integer({ min: 0, max: 20 }),
    takenBack: fc.boolean(),
  });
  return fc.array(step, { maxLength: 6 }).map((steps) => {
    let date = FIRST_DAY;
    let open = total;
    const settlements: Settlement[] = [];
    for (const { kind, share, daysLater, takenBack } of steps) {
      date = addDays(date, daysLater);
      const last = settlements.at(-1);
      const takes = takenBack && last !== undefined && last.kind === kind && last.amount.minor > 0;
      const minor = takes ? -last.amount.minor : Math.ceil(open * share);
      if (minor === 0) continue;
      open -= minor;
      settlements.push({ kind, date, amount: money(minor, 'NOK'), reference: '' });
    }
    return settlements;
  });
}

/** Posted invoices whose figures agree: total less settlements is what remains. */
export const consistentInvoices: fc.Arbitrary<AccountingInvoice> = fc
  .integer({ min: 1, max: 5_000_000 })
  .chain((total) =>
    settlementsOf(total).map((settlements) => books(settlements, { total: money(total, 'NOK') })),
  );

/** How Manage holds the same invoice: mostly alike, sometimes off by rounding or more, with credits of its own. */
export function manageInvoicesFor({ total }: AccountingInvoice): fc.Arbitrary<ManageInvoice> {
  const nok = (minor: number): Money => money(minor, 'NOK');
  return fc
    .record({
      off: fc.constantFrom(0, 0, 0, 1, -1, 2, -2, 5000, -5000),
      credited: fc.constantFrom(0, 0, 0, 0.25, 1, 1.5),
    })
    .map(({ off, credited }) => {
      const there = Math.max(0, total.minor + off);
      return manageInvoice({ total: nok(there), credits: nok(Math.round(there * credited)) });
    });
}
