import { dayBefore } from './calendar';
import { between } from './seeded';
import type { ManageSide, Teller } from './teller';

const FIRST = 12181;
const LAST = 12300;
/** Days ago on which the first and the last of them were issued. */
const FROM = 240;
const TO = 63;
/** Nothing was entered around a month ago, so that no way of counting the days of a month makes a difference. */
const QUIET = { from: 26, to: 33 };

/** Eight months of daily business: most customers pay in time, some late, in parts or not at all. */
export function tellOrdinaryMonths(tell: Teller, random: () => number): void {
  for (let no = FIRST; no <= LAST; no += 1) {
    const issued = Math.round(FROM - ((FROM - TO) * (no - FIRST)) / (LAST - FIRST));
    const amount = between(random, 4, 200) * 187_50;
    const customer = between(random, 10001, 10020);
    const habit = random();
    const paidAgo = outsideQuiet(
      Math.max(2, issued - (habit < 0.8 ? between(random, 8, 24) : between(random, 40, 220))),
    );
    const inParts = habit > 0.9 && habit < 0.96;
    const paid = habit < 0.96;
    const first = inParts ? Math.floor(amount / 300) * 100 : amount;
    tell.invoice(no, { customer, amount, issued, manage: inManage(paid && !inParts) });
    if (!paid) continue;
    tell.payment({
      closes: [[no, first]],
      booked: paidAgo,
      voucher: random() < 0.4 ? 'IncomingOcrGiro' : 'BankJournal',
    });

    function inManage(inFull: boolean): ManageSide {
      // Until now payments were entered in Manage by hand, when somebody found the time.
      const byHand = inFull && paidAgo > QUIET.to && random() < 0.75;
      return {
        ...(byHand ? { record: { minor: amount, paidOn: dayBefore(tell.now, paidAgo) } } : {}),
        ...(random() < 0.3 ? { note: `PO ${between(random, 4000, 9999)}` } : {}),
        reference: random() < 0.2 ? `REQ${between(random, 10000, 99999)}` : '',
      };
    }
  }
}

function outsideQuiet(daysAgo: number): number {
  return daysAgo >= QUIET.from && daysAgo <= QUIET.to ? QUIET.from - 1 - (daysAgo % 3) : daysAgo;
}
