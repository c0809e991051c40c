import { beforeEach, describe, expect, it } from 'vitest';
import { creditNow, payNow, reverseNow, unmatch, writeOffNow } from '../../../sandbox/books/happenings';
import { parseTimestamp, ticks } from '../../../sandbox/books/ticks';
import { expectedInManage } from '../../../sandbox/oracle';
import { createWorld, type LivingWorld } from '../../../sandbox/world';
import { createClock, NOW } from './poweroffice-client';

const SINCE = '2026-10-23';
let clock: ReturnType<typeof createClock>;
let world: LivingWorld;

beforeEach(() => {
  clock = createClock();
  world = createWorld(NOW, clock);
  clock.advance(60_000);
});

function invoice(no: number) {
  const found = world.powerOffice.invoices.find((row) => row.InvoiceNo === no);
  if (found === undefined) throw new Error(`no invoice ${no}`);
  return found;
}
const changedNow = (no: number): boolean =>
  (parseTimestamp(invoice(no).BalanceLastChangedDateTimeOffset ?? '') ?? 0n) >= ticks(clock.now());
const expectedRecord = (no: number) =>
  expectedInManage(world, SINCE, 'payment-record').held.get(String(no))?.records;

describe('As the day goes on', () => {
  it('a payment lowers the balance, moves the time stamp and changes no other invoice', () => {
    const others = JSON.stringify(world.powerOffice.invoices.filter(({ InvoiceNo }) => InvoiceNo !== 12301));
    payNow(world, 12301, 750.5, '2026-11-22');
    expect(invoice(12301)).toMatchObject({ TotalPostedAmount: 18_750, Balance: 17_999.5 });
    expect(changedNow(12301)).toBe(true);
    expect(expectedRecord(12301)).toEqual([{ amount: 750.5, date: '2026-11-22' }]);
    expect(JSON.stringify(world.powerOffice.invoices.filter(({ InvoiceNo }) => InvoiceNo !== 12301))).toBe(
      others,
    );
  });

  it('another $50 on the invoice with the documented payment makes it $100', () => {
    payNow(world, 10020, 50, '2026-11-23');
    expect(expectedRecord(10020)).toEqual([{ amount: 100, date: '2026-11-23' }]);
    const paid = world.powerOffice.entries.filter(
      ({ MatchId, Amount }) => MatchId === invoice(10020).MatchId && Amount < 0,
    );
    expect(paid.map(({ CurrencyAmount }) => CurrencyAmount)).toEqual([-50, -50]);
  });

  it('what is paid too much stays on account', () => {
    payNow(world, 12386, 1_000, '2026-11-23');
    expect(invoice(12386).Balance).toBe(0);
    expect(world.powerOffice.entries.at(-1)).toMatchObject({ Amount: -1000, Balance: -20 });
  });

  it('un-matching takes a paid invoice back to unpaid, and the others of the same payment too', () => {
    unmatch(world, 12312);
    for (const no of [12311, 12312, 12313]) {
      expect(invoice(no)).toMatchObject({ Balance: invoice(no).TotalPostedAmount, MatchId: null });
      expect(changedNow(no)).toBe(true);
      expect(expectedRecord(no)).toEqual([]);
    }
  });

  it('un-matching a payment in euro takes its currency difference with it', () => {
    unmatch(world, 12350);
    expect(invoice(12350)).toMatchObject({ Balance: 74_886.4, MatchId: null });
    expect(
      world.powerOffice.entries.filter(
        ({ CurrencyAmount, Amount }) => CurrencyAmount === 0 && Amount === -455.4,
      ),
    ).toEqual([]);
  });

  it('an invoice matched again is in a new group', () => {
    const before = invoice(12345).MatchId;
    unmatch(world, 12345);
    payNow(world, 12345, 1250, '2026-11-23');
    expect(invoice(12345).MatchId).not.toBe(before);
    expect(expectedRecord(12345)).toEqual([{ amount: 1250, date: '2026-11-23' }]);
  });

  it('a credit note and a write-off close an invoice without any money', () => {
    creditNow(world, 12301, 18_000, 12400);
    expect(invoice(12400)).toMatchObject({
      VoucherType: 'OutgoingCreditNote',
      TotalAmount: -18_000,
      Balance: 0,
      RelatedInvoiceNo: 12301,
    });
    writeOffNow(world, 12301);
    expect(invoice(12301).Balance).toBe(0);
    expect(expectedRecord(12301)).toEqual([]);
  });

  it('a reversed invoice is nullified, and its payment lies on account again', () => {
    reverseNow(world, 12345);
    expect(invoice(12345)).toMatchObject({ IsReversed: true, Balance: 0 });
    expect(expectedRecord(12345)).toEqual([]);
  });

  it('two things in the same millisecond have different time stamps', () => {
    payNow(world, 12301, 1, '2026-11-23');
    payNow(world, 12384, 1, '2026-11-23');
    expect(invoice(12301).BalanceLastChangedDateTimeOffset).not.toBe(
      invoice(12384).BalanceLastChangedDateTimeOffset,
    );
  });

  it('nothing can be paid that is not there', () => {
    expect(() => payNow(world, 99_999, 1, '2026-11-23')).toThrow('there is not one live invoice 99999');
  });
});
