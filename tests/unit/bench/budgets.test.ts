import { beforeAll, describe, expect, it } from 'vitest';
import { ownSync } from '../../bench/peer/own-sync';
import { usualSync } from '../../bench/peer/usual-sync';
import { virtualCarrier } from '../../bench/peer/virtual-carrier';
import { createVirtualDay, type DayResult } from '../../bench/support/virtual-day';

const INVOICES = 300;

/** Numbers that one look-up or one report asks for. */
const BATCH = 50;

/** Sent and received for one invoice that is written: its row in the books, its payment there, the look-up, the write. */
const BYTES_EACH = 4_400;

/** The same of one that is right already. */
const BYTES_EACH_AGAIN = 3_700;

describe('a firm’s sync by the whole worker, over the network', () => {
  let first: DayResult;
  let fromLast: DayResult;
  let ofMonth: DayResult;
  beforeAll(async () => {
    const press = await ownSync(createVirtualDay(INVOICES, 'on'));
    first = await press('past-month');
    fromLast = await press('last-run');
    ofMonth = await press('past-month');
  });

  it('takes one write for each invoice and two look-ups for fifty, and loses none', () => {
    expect(first).toMatchObject({ refused: 0, lost: 0 });
    expect(first.requestsToManage).toBeLessThanOrEqual(INVOICES + 2 * (INVOICES / BATCH) + 3);
    expect(first.bytes).toBeLessThanOrEqual(INVOICES * BYTES_EACH);
  });

  it('takes a handful of requests where nothing has changed since', () => {
    expect(fromLast.requests).toBeLessThanOrEqual(9);
    expect(fromLast.bytes).toBeLessThanOrEqual(10_000);
  });

  it('takes one look-up and one report for fifty where all is right already', () => {
    expect(ofMonth.requestsToManage).toBeLessThanOrEqual(2 * (INVOICES / BATCH) + 3);
    expect(ofMonth.bytes).toBeLessThanOrEqual(INVOICES * BYTES_EACH_AGAIN);
  });
});

it('The usual client takes three requests for each invoice, and at ten at once ends at the first refusal', async () => {
  const sync = async (atOnce: number, invoices: number): Promise<DayResult> => {
    const day = createVirtualDay(invoices, 'on');
    let isDone = false;
    const begin = (): void =>
      void usualSync(day.due, virtualCarrier(day), atOnce)
        .catch(() => undefined)
        .finally(() => (isDone = true));
    return day.measured(begin, () => isDone);
  };
  expect(await sync(1, 100)).toMatchObject({ requestsToManage: 300, refused: 0, lost: 0 });
  const refused = await sync(10, 400);
  expect(refused.refused).toBeGreaterThan(0);
  expect(refused.lost).toBeGreaterThan(0);
});
