import { beforeAll, describe, expect, it } from 'vitest';
import { ownSync } from '../../bench/peer/own-sync';
import { usualSync } from '../../bench/peer/usual-sync';
import { virtualCarrier } from '../../bench/peer/virtual-carrier';
import { createVirtualDay, type DayResult, type VirtualDay } from '../../bench/support/virtual-day';

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

describe('the usual client', () => {
  async function sync(day: VirtualDay, atOnce: number): Promise<DayResult> {
    let isDone = false;
    const begin = (): void =>
      void usualSync(day.due, virtualCarrier(day), atOnce)
        .catch(() => undefined)
        .finally(() => (isDone = true));
    return day.measured(begin, () => isDone);
  }

  it('takes three requests for each invoice', async () => {
    const result = await sync(createVirtualDay(100, 'on'), 1);
    expect(result).toMatchObject({ requestsToManage: 300, refused: 0, lost: 0 });
  });

  describe('at ten at once', () => {
    const LIMIT = 1_000;
    const AT_ONCE = 10;
    const day = createVirtualDay(400, 'on');
    let refused: DayResult;
    beforeAll(async () => {
      refused = await sync(day, AT_ONCE);
    });

    it('ends at the first refusal: at most what was under way is refused, and nothing is asked any more', () => {
      expect(refused.refused).toBeGreaterThan(0);
      expect(refused.refused).toBeLessThanOrEqual(AT_ONCE);
      expect(refused.requests).toBe(LIMIT + refused.refused);
    });

    it('has lost whatever it had not written by then', () => {
      const written = day.network.hosts.requests.filter(
        ({ method, status }) => method === 'POST' && status === 201,
      );
      expect(refused.lost).toBe(day.due.size - written.length);
      expect(refused.lost).toBeGreaterThan(0);
    });

    it('is refused all it begins with when it begins again within the minute, and loses nothing more', async () => {
      expect(await sync(day, AT_ONCE)).toMatchObject({
        requests: AT_ONCE,
        refused: AT_ONCE,
        lost: refused.lost,
      });
    });
  });
});
