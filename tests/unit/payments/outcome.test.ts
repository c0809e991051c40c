import { expect, it } from 'vitest';
import { decide } from '@/utils/payments/decide';
import type { Outcome } from '@/utils/payments/outcome';
import { books, manageInvoice, record, settlement } from './support/samples';

it('an outcome, with its change or its offer to take over, survives JSON', () => {
  const invoice = books([settlement('payment', '1250', '2026-03-01')], { notes: ['dateIsUpperBound'] });
  const shownWith = (...records: ReturnType<typeof record>[]) =>
    decide({
      books: invoice,
      manage: manageInvoice(),
      shown: { strategy: 'payment-record', records },
      ownRecordIds: new Set(),
    });
  const written = shownWith();
  const skipped = shownWith(record('7', '1999-01-01'));
  if (written.do !== 'write' || skipped.do !== 'skip' || skipped.takeOver === undefined)
    throw new Error('unexpected');
  const outcomes: Outcome[] = [
    { invoiceNumber: '12345', kind: 'updated', change: written.change, reasons: written.notes },
    { invoiceNumber: '12345', kind: 'skipped', reasons: [skipped.reason], takeOver: skipped.takeOver },
  ];
  expect(JSON.parse(JSON.stringify(outcomes))).toStrictEqual(outcomes);
});
