import { describe, expect, it } from 'vitest';
import type { Change, Shown, ShownPayment } from '@/utils/payments/change';
import { isoDate } from '@/utils/payments/iso-date';
import { reversed } from '@/utils/payments/reversed-change';
import { nok, record } from './support/samples';

const NOTHING: ShownPayment = { amount: null, date: null };
const PART: ShownPayment = { amount: nok('50'), date: isoDate('2026-02-01') };
const PAID: ShownPayment = { amount: nok('1250'), date: isoDate('2026-03-01') };
const invoice = { invoiceId: 7, invoiceNumber: '12345' };

const shows = (...records: ReturnType<typeof record>[]): Shown => ({ strategy: 'payment-record', records });
const shown = shows(record('1250', '2026-03-01', { id: 502 }));

describe('taken back', () => {
  it.each<[string, Change, Shown, Change]>([
    [
      'a record that was made goes',
      { ...invoice, strategy: 'payment-record', action: 'create', from: NOTHING, to: PAID },
      shown,
      { ...invoice, strategy: 'payment-record', action: 'delete', recordId: 502, from: PAID, to: NOTHING },
    ],
    [
      'a record that was changed gets its old amount and date',
      { ...invoice, strategy: 'payment-record', action: 'update', recordId: 501, from: PART, to: PAID },
      shown,
      { ...invoice, strategy: 'payment-record', action: 'update', recordId: 502, from: PAID, to: PART },
    ],
    [
      'a record that was removed is made again',
      { ...invoice, strategy: 'payment-record', action: 'delete', recordId: 501, from: PAID, to: NOTHING },
      shows(),
      { ...invoice, strategy: 'payment-record', action: 'create', from: NOTHING, to: PAID },
    ],
    [
      'fields show what they showed before',
      { ...invoice, strategy: 'custom-fields', from: PART, to: PAID },
      { strategy: 'custom-fields', ...PAID },
      { ...invoice, strategy: 'custom-fields', from: PAID, to: PART },
    ],
  ])('%s', (_, change, now, expected) => {
    expect(reversed(change, now)).toEqual(expected);
  });
});
