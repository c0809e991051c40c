import { expect, it } from 'vitest';
import type { Change, Shown } from '@/utils/payments/change';
import { isoDate } from '@/utils/payments/iso-date';
import { money } from '@/utils/payments/money';
import { hasPassed } from '@/utils/sync/has-passed';
import { created, NOTHING, PAID, record, shows } from './support/plans';

const invoice = { invoiceId: 7, invoiceNumber: '1' } as const;
const made = created(7, '1');
const changed: Change = {
  ...invoice,
  strategy: 'payment-record',
  action: 'update',
  recordId: 20,
  from: NOTHING,
  to: PAID,
};
const removed: Change = {
  ...invoice,
  strategy: 'payment-record',
  action: 'delete',
  recordId: 20,
  from: PAID,
  to: NOTHING,
};
const filled: Change = { ...invoice, strategy: 'custom-fields', from: NOTHING, to: PAID };
const fields = (shown: typeof PAID): Shown => ({ strategy: 'custom-fields', ...shown });
const otherAmount = record(20, { amount: money(99, 'NOK') });
const otherDay = record(20, { date: isoDate('2026-11-18') });

it.each<[string, Change, Shown, false | number | null]>([
  ['a record that was to be made, and is there', made, shows(record(20)), 20],
  ['the newest of two that say it', made, shows(record(21), record(20)), 21],
  ['none that says it', made, shows(otherAmount, otherDay), false],
  ['no record at all', made, shows(), false],
  ['a record that was to be changed, and was', changed, shows(record(20)), 20],
  ['another record that says the same', changed, shows(record(21)), false],
  ['a record that still says the old', changed, shows(otherAmount), false],
  ['a record that was to go, and is gone', removed, shows(record(21)), null],
  ['a record that was to go, and is the only one gone', removed, shows(), null],
  ['a record that was to go, and stands', removed, shows(record(21), record(20)), false],
  ['fields that were filled', filled, fields(PAID), null],
  ['fields that were not', filled, fields(NOTHING), false],
  ['records in place of fields', filled, shows(record(20)), false],
  ['fields in place of records', made, fields(PAID), false],
])('%s', (_, change, shown, passed) => {
  expect(hasPassed(change, shown)).toEqual(
    passed === false ? { passed: false, recordId: null } : { passed: true, recordId: passed },
  );
});
