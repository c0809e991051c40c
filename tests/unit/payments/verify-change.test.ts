import { describe, expect, it } from 'vitest';
import type { Change, Shown, ShownPayment } from '@/utils/payments/change';
import { isoDate } from '@/utils/payments/iso-date';
import { money } from '@/utils/payments/money';
import { answersChange, showsChange } from '@/utils/payments/verify-change';
import { manageInvoice, nok, record } from './support/samples';

const NOTHING: ShownPayment = { amount: null, date: null };
const PAID: ShownPayment = { amount: nok('1250'), date: isoDate('2026-03-01') };
const invoice = { invoiceId: 7, invoiceNumber: '12345' };

const created: Change = { ...invoice, strategy: 'payment-record', action: 'create', from: NOTHING, to: PAID };
const updated: Change = { ...created, action: 'update', recordId: 501, from: { ...PAID, amount: nok('50') } };
const deleted: Change = {
  ...invoice,
  strategy: 'payment-record',
  action: 'delete',
  recordId: 501,
  from: PAID,
  to: NOTHING,
};
const filled: Change = { ...invoice, strategy: 'custom-fields', from: NOTHING, to: PAID };
const cleared: Change = { ...invoice, strategy: 'custom-fields', from: PAID, to: NOTHING };

const records = (...held: ReturnType<typeof record>[]): Shown => ({
  strategy: 'payment-record',
  records: held,
});
const fields = (shown: ShownPayment): Shown => ({ strategy: 'custom-fields', ...shown });

describe('Manage’s answer to a write', () => {
  it.each<[string, Change, Shown, boolean]>([
    ['the record made', created, records(record('1250', '2026-03-01')), true],
    ['the record changed', updated, records(record('1250', '2026-03-01')), true],
    ['the record gone', deleted, records(), true],
    ['the fields filled', filled, fields(PAID), true],
    ['the fields cleared', cleared, fields(NOTHING), true],
    ['the fields cleared to 0', cleared, fields({ amount: nok('0'), date: null }), true],
    ['another amount', created, records(record('1250.01', '2026-03-01')), false],
    [
      'another currency',
      created,
      records({ ...record('1250', '2026-03-01'), amount: money(125000, 'SEK') }),
      false,
    ],
    ['another day', created, records(record('1250', '2026-03-02')), false],
    ['no day', created, records(record('1250', null)), false],
    ['no record', created, records(), false],
    [
      'a second record',
      created,
      records(record('1250', '2026-03-01'), record('1', '2026-03-01', { id: 502 })),
      false,
    ],
    ['the record still there', deleted, records(record('1250', '2026-03-01')), false],
    ['another amount in the field', filled, fields({ ...PAID, amount: nok('1') }), false],
    ['no date in the field', filled, fields({ ...PAID, date: null }), false],
    ['a date left in the field', cleared, fields({ amount: null, date: isoDate('2026-03-01') }), false],
    ['fields for a record', created, fields(PAID), false],
    ['a record for fields', filled, records(record('1250', '2026-03-01')), false],
    ['no record for cleared fields', cleared, records(), false],
  ])('%s', (_, change, shown, answers) => {
    expect(answersChange(change, shown)).toBe(answers);
  });
});

describe('an invoice read in bulk after a write', () => {
  it.each<[string, Change, string | null, boolean]>([
    ['the record made', created, '1250', true],
    ['the record changed', updated, '1250', true],
    ['the record gone', deleted, '0', true],
    ['the record not made', created, '0', false],
    ['the record unchanged', updated, '50', false],
    ['the record still there', deleted, '1250', false],
    ['no sum of payments', created, null, false],
    ['no sum of payments after a deletion', deleted, null, false],
  ])('shows %s', (_, change, payments, shows) => {
    const read = manageInvoice({ payments: payments === null ? null : nok(payments) });
    expect(showsChange(change, read)).toBe(shows);
  });

  it('shows custom fields by what the write-back reads off it', () => {
    expect(showsChange(filled, manageInvoice(), fields(PAID))).toBe(true);
    expect(showsChange(filled, manageInvoice(), fields(NOTHING))).toBe(false);
    expect(showsChange(cleared, manageInvoice(), fields(NOTHING))).toBe(true);
  });

  it('does not show custom fields that nobody read off it', () => {
    expect(showsChange(cleared, manageInvoice())).toBe(false);
  });
});
