import { describe, expect, it } from 'vitest';
import { dayBefore } from '../../../sandbox/books/calendar';
import { expectedInManage, heldInManage, type Held, type Strategy } from '../../../sandbox/oracle';
import { createWorld, sizedWorld } from '../../../sandbox/world';

const NOW = Date.parse('2026-11-23T09:30:00Z');
const SINCE = '2026-10-23';
const world = createWorld(NOW);
const records = expectedInManage(world, SINCE, 'payment-record');
const fields = expectedInManage(world, SINCE, 'custom-fields');
const ago = (days: number): string => dayBefore(NOW, days);

/** Written out by hand from what happened: record (amount, date), then the two fields. */
const BY_HAND: [string, string, [number, string] | null, [number | null, string | null]][] = [
  ['the documented example', '12345', [1250, ago(4)], [1250, ago(4)]],
  ['$50 of $120 on 1 March 2020', '10020', [50, '2020-03-01'], [50, null]],
  ['one payment over three invoices', '12312', [3125, ago(6)], [3125, ago(6)]],
  ['the rest of one payment', '12315', [2625, ago(13)], [2625, null]],
  ['two payments, the second for another invoice too', '12316', [12_500, ago(4)], [12_500, ago(4)]],
  ['a payment entered after a later one', '12310', [7700, ago(11)], [7700, ago(11)]],
  ['paid too much', '12325', [1000, ago(5)], [1000, ago(5)]],
  ['paid before it was issued', '12323', [6250, ago(56)], [6250, ago(56)]],
  ['posted tomorrow', '12324', [3750, ago(-1)], [3750, ago(-1)]],
  ['credited in full', '12328', null, [null, null]],
  ['partly credited, then paid', '12332', [700, ago(8)], [700, ago(8)]],
  ['paid, then closed by a credit note', '12334', [8750, ago(6)], [8750, ago(6)]],
  ['paid in full, credited in Manage alone', '12336', [4750, ago(9)], [5000, ago(9)]],
  ['written off in full', '12337', null, [null, null]],
  ['paid, the rest written off', '12338', [2000, ago(5)], [2000, ago(5)]],
  ['reversed', '12340', null, [null, null]],
  ['number used again long ago', '12341', [7200, ago(5)], [7200, ago(5)]],
  ['number used again lately', '12342', [1000, ago(3)], [1000, null]],
  ['payment bounced', '12343', null, [null, null]],
  ['payment bounced and came again', '12344', [5937.5, ago(4)], [5937.5, ago(4)]],
  ['dollars paid in NOK', '12351', [47.93, ago(6)], [47.93, null]],
  ['euro in two payments at two rates', '12350', [6400, ago(5)], [6400, ago(5)]],
  ['no amount', '12366', null, [null, null]],
  ['paid together with a reminder fee', '12368', [3437.5, ago(6)], [3437.5, ago(6)]],
  ['partly paid after a reminder fee', '12370', [5860, ago(2)], [5860, null]],
  ['closed by an unknown voucher', '12371', [4250, ago(8)], [4250, ago(8)]],
  ['un-matched', '12358', null, [null, null]],
  ['un-matched, still shown as paid', '12359', [7812.5, ago(21)], [null, null]],
  ['one of two payments un-matched', '12360', [4000, ago(20)], [4000, null]],
  ['un-matched and matched with another', '12361', [1625, ago(7)], [1625, ago(7)]],
  ['record entered rightly by hand', '12373', [5437.5, ago(9)], [5437.5, ago(9)]],
  ['record of the first payment, by hand', '12309', [9500, ago(10)], [9500, null]],
  ['record of another amount', '12375', [6500, ago(5)], [6687.5, ago(5)]],
  ['total lower in Manage', '12376', [4800, ago(10)], [5000, ago(10)]],
  ['total higher in Manage', '12377', [5000, ago(10)], [5000, ago(10)]],
  ['another currency in Manage', '12379', null, [null, null]],
  ['closed in Manage', '12380', [8437.5, ago(7)], [null, null]],
];

describe('The oracle', () => {
  it.each(BY_HAND)(
    'expects of an invoice that is %s (%s) what was written out by hand',
    (_, number, record, [amount, date]) => {
      expect(records.held.get(number)?.records).toEqual(
        record === null ? [] : [{ amount: record[0], date: record[1] }],
      );
      expect(fields.held.get(number)).toMatchObject({ paidAmount: amount, datePaid: date });
    },
  );

  it('lists what is not in Manage only where money came in', () => {
    expect(records.outcomes.notFound).toEqual(['12362', '12363', '12364']);
  });

  it('lists what must be left alone, and as failed what Manage will not take', () => {
    expect(records.outcomes.skipped).toEqual(['12359', '12375', '12379', '12382']);
    expect(records.outcomes.failed).toEqual([]);
    expect(fields.outcomes.skipped).toEqual(['12379']);
    expect(fields.outcomes.failed).toEqual(['12380']);
  });

  it.each<Strategy>(['payment-record', 'custom-fields'])(
    'changes with %s nothing but what it calls updated',
    (strategy) => {
      const { held, outcomes } = strategy === 'payment-record' ? records : fields;
      const before = heldInManage(world.manage);
      const differs = ([number, after]: [string, Held]) =>
        JSON.stringify(after) !== JSON.stringify(before.get(number));
      expect(
        [...held]
          .filter(differs)
          .map(([number]) => number)
          .sort(),
      ).toEqual(outcomes.updated);
      expect(held.size).toBe(world.manage.invoices.length);
    },
  );

  it('leaves alone what changed before the day asked for, paid and not shown in Manage though it be', () => {
    const old = world.powerOffice.invoices.filter((row) => {
      const changed = row.BalanceLastChangedDateTimeOffset?.slice(0, 10) ?? '';
      return changed < SINCE && row.Balance === 0 && row.TotalAmount > 0;
    });
    const unshown = old.filter(({ InvoiceNo }) => records.held.get(String(InvoiceNo))?.records.length === 0);
    expect(unshown.length).toBeGreaterThan(10);
  });

  it('expects every invoice of a sized world to be written', () => {
    expect(expectedInManage(sizedWorld(NOW, 40), SINCE, 'payment-record').outcomes.updated).toHaveLength(40);
  });
});
