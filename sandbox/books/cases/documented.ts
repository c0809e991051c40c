import type { Teller } from '../teller';
import { issuedAgo } from './issued';

/** The two documented examples. */
export function tellDocumentedExamples(tell: Teller): void {
  // Invoice 12345 to customer 10018 over 1250, closed by one bank journal line.
  tell.invoice(12345, { customer: 10018, amount: 1_250_00, issued: issuedAgo(12345) });
  tell.payment({ closes: [[12345, 1_250_00]], booked: 3, posted: 4 });

  // A payment of $50 on 1 March 2020 lay on account for years and was matched with invoice 10020 the other day:
  // synced twice in a day it stays $50. The invoice is over $120, so that nothing but care keeps it from $100.
  tell.invoice(10020, {
    customer: 10021,
    amount: 120_00,
    currency: 'USD',
    rate: 9_2592,
    issued: '2020-02-03',
    manage: { note: 'Firewall renewal' },
  });
  tell.payment({
    key: 'fifty-dollars',
    customer: 10021,
    closes: [],
    amount: 50_00,
    currency: 'USD',
    rate: 9_4123,
    booked: daysSince(tell.now, '2020-03-02'),
    posted: '2020-03-01',
  });
  tell.match('fifty-dollars', [[10020, 50_00]], 2);
}

function daysSince(now: number, day: string): number {
  return Math.floor((now - Date.parse(`${day}T00:00:00Z`)) / 86_400_000);
}
