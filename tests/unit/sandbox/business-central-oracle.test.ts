import { describe, expect, it } from 'vitest';
import { dayBefore } from '../../../sandbox/books/calendar';
import type { BooksSystem } from '../../../sandbox/books/views';
import { expectedInManage } from '../../../sandbox/oracle';
import { createWorld } from '../../../sandbox/world';

const NOW = Date.parse('2026-11-23T09:30:00Z');
const SINCE = '2026-10-23';
const world = createWorld(NOW);
const ago = (days: number): string => dayBefore(NOW, days);
const expected = (system: BooksSystem, since = SINCE) =>
  expectedInManage(world, since, 'payment-record', { system });
const of = (system: BooksSystem, number: string, since?: string) =>
  expected(system, since).held.get(number)?.records[0];

/** Long enough ago that nothing was posted before. */
const LONG_AGO = '2026-09-01';

type Shown = [number, string] | null;

describe('What the same story comes to in three systems', () => {
  it.each<[string, string, Shown, Shown, Shown]>([
    ['the documented example', '12345', [1250, ago(4)], [1250, ago(4)], [1250, ago(4)]],
    ['$50 of $120, matched years later', '10020', [50, '2020-03-01'], [50, '2020-03-01'], [50, '2020-03-01']],
    ['a closing posted back in time', '12310', [7700, ago(11)], [7700, ago(15)], [7700, ago(11)]],
    ['paid in advance', '12323', [6250, ago(56)], [6250, ago(50)], [6250, ago(50)]],
    ['posted onto a payment', '12367', [2500, ago(21)], [2500, ago(10)], [2500, ago(10)]],
    ['partly paid in advance', '12303', [4500, ago(20)], [4500, ago(12)], [4500, ago(12)]],
    ['matched on a day of somebody’s choice', '12302', [3250, ago(18)], [3250, ago(5)], [3250, ago(5)]],
    ['half a krone tolerated', '12339', [10_937, ago(8)], [10_937.5, ago(8)], [10_937.5, ago(8)]],
    ['credited, then paid', '12332', [700, ago(8)], [700, ago(8)], [700, ago(8)]],
    ['the rest written off', '12338', [2000, ago(5)], [2000, ago(5)], [2000, ago(5)]],
    ['cancelled', '12340', null, null, null],
    ['un-matched', '12358', null, null, null],
    ['a number used again', '12341', [7200, ago(5)], [7200, ago(5)], [7200, ago(5)]],
  ])('%s (%s): PowerOffice Go, Business Central, NAV', (_, number, ...shown) => {
    const told = (['poweroffice-go', 'business-central', 'dynamics-nav'] as const).map((system) => {
      const record = of(system, number, LONG_AGO);
      return record === undefined ? null : [record.amount, record.date];
    });
    expect(told).toEqual(shown);
  });

  it('finds a closing that was posted long before the start only where closing moves a time stamp', () => {
    expect(of('poweroffice-go', '12322')).toEqual({ amount: 1562.5, date: ago(44) });
    expect(of('business-central', '12322')).toEqual({ amount: 1562.5, date: ago(44) });
    expect(of('dynamics-nav', '12322')).toBeUndefined();
  });

  it('knows without the ledger neither days nor credits', () => {
    const system = 'business-central-without-ledger';
    const fields = expectedInManage(world, SINCE, 'custom-fields', { system });
    expect(fields.held.get('12345')).toMatchObject({ paidAmount: 1250, datePaid: null });
    expect(fields.held.get('12332')).toMatchObject({ paidAmount: 1000, datePaid: null });
    const records = expectedInManage(world, SINCE, 'payment-record', { system });
    expect(records.outcomes.updated).toEqual([]);
    expect(records.outcomes.skipped).toContain('12345');
    const dated = expectedInManage(world, SINCE, 'payment-record', { system, firstSeenOn: ago(0) });
    expect(dated.held.get('12345')?.records).toEqual([{ amount: 1250, date: ago(0) }]);
  });

  it('is the same of most invoices', () => {
    const [go, central, nav] = (['poweroffice-go', 'business-central', 'dynamics-nav'] as const).map(
      (system) => expected(system).held,
    );
    const differs = (other: typeof go) =>
      [...(go ?? [])].filter(([number, held]) => JSON.stringify(held) !== JSON.stringify(other?.get(number)))
        .length;
    expect(differs(central)).toBeLessThan(12);
    expect(differs(nav)).toBeLessThan(12);
  });
});
