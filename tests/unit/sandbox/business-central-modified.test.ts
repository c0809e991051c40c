import { beforeEach, describe, expect, it } from 'vitest';
import { creditNow, editHeaderNow, payNow, reverseNow, unmatch } from '../../../sandbox/books/happenings';
import type { LivingWorld } from '../../../sandbox/world';
import { openBusinessCentral } from './business-central-client';

let desk: ReturnType<typeof openBusinessCentral>;
beforeEach(() => {
  desk = openBusinessCentral();
});

interface Looks {
  readonly status: string;
  readonly remainingAmount: number;
  readonly lastModifiedDateTime: string;
}

async function look(number: number): Promise<Looks> {
  const { rows } = await desk.invoices(`?$filter=number eq '${number}'`);
  expect(rows).toHaveLength(1);
  return rows[0] as unknown as Looks;
}

describe('The time stamp of a sales invoice', () => {
  it.each<[string, number, (world: LivingWorld) => void, boolean, string, number]>([
    ['a payment of a part', 12301, (w) => payNow(w, 12301, 750.5, '2026-11-22'), false, 'Open', 17_999.5],
    ['a part payment undone', 12304, (w) => unmatch(w, 12304), false, 'Open', 10_000],
    ['a credit memo over a part', 12301, (w) => creditNow(w, 12301, 750, 12_400), false, 'Open', 18_000],
    ['the payment that closes it', 12301, (w) => payNow(w, 12301, 18_750, '2026-11-22'), true, 'Paid', 0],
    ['a credit memo that closes it', 12301, (w) => creditNow(w, 12301, 18_750, 12_400), true, 'Paid', 0],
    ['its payment undone', 12345, (w) => unmatch(w, 12345), true, 'Open', 1_250],
    ['its cancellation', 12301, (w) => reverseNow(w, 12301), true, 'Canceled', 0],
    ['an edit of its header', 12301, (w) => editHeaderNow(w, 12301), true, 'Open', 18_750],
  ])('after %s (%i)', async (_, number, happen, moves, status, remainingAmount) => {
    const before = await look(number);
    desk.advance(90_000);
    happen(desk.world);
    const after = await look(number);
    expect(after).toMatchObject({ status, remainingAmount });
    expect(Date.parse(after.lastModifiedDateTime)).toBe(
      moves ? desk.world.now() : Date.parse(before.lastModifiedDateTime),
    );
  });

  it('has as many fractional digits as it takes', async () => {
    const { rows } = await desk.invoices('?$select=lastModifiedDateTime');
    const digits = rows.map((row) => /\.(\d+)Z$/.exec(String(row['lastModifiedDateTime']))?.[1]?.length ?? 0);
    expect(new Set(digits).size).toBeGreaterThan(1);
  });

  it('finds closed invoices by a filter, and none that was paid in part', async () => {
    const since = '2026-11-18T00:00:00Z';
    const { rows } = await desk.invoices(`?$filter=lastModifiedDateTime gt ${since}&$select=number,status`);
    const numbers = rows.map((row) => row['number']);
    expect(numbers).toContain('12345');
    expect(numbers).not.toContain('12304');
  });
});
