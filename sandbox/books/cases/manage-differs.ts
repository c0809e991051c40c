import { dayBefore } from '../calendar';
import type { InManage } from '../story';
import type { Teller } from '../teller';
import { issuedAgo } from './issued';

/** Payments that were taken apart again, and everything in which Manage and the books do not agree. */
export function tellDifferences(tell: Teller): void {
  const invoice = (
    no: number,
    customer: number,
    amount: number,
    more: Partial<Parameters<Teller['invoice']>[1]> = {},
  ) => tell.invoice(no, { customer, amount, issued: issuedAgo(no), ...more });
  const ago = (days: number): string => dayBefore(tell.now, days);

  // Un-matched: nothing shown yet; still shown as paid; one of two payments gone; matched with another payment since.
  invoice(12358, 10005, 2_343_75);
  tell.payment({ key: 'misposted-1', closes: [[12358, 2_343_75]], booked: 17 });
  tell.unmatch('misposted-1', 6);
  invoice(12359, 10003, 7_812_50, {
    manage: { record: { minor: 7_812_50, paidOn: ago(21) }, paidAmount: 7_812_50, datePaid: ago(21) },
  });
  tell.payment({ key: 'misposted-2', closes: [[12359, 7_812_50]], booked: 21 });
  tell.unmatch('misposted-2', 4);
  invoice(12360, 10016, 11_250_00, {
    manage: { record: { minor: 4_000_00, paidOn: ago(20) }, paidAmount: 11_250_00, datePaid: ago(15) },
  });
  tell.payment({ closes: [[12360, 4_000_00]], booked: 20 });
  tell.payment({ key: 'misposted-3', closes: [[12360, 7_250_00]], booked: 15 });
  tell.unmatch('misposted-3', 2);
  invoice(12361, 10013, 1_625_00);
  tell.payment({ key: 'misposted-4', closes: [[12361, 1_625_00]], booked: 16 });
  tell.unmatch('misposted-4', 9);
  tell.payment({ closes: [[12361, 1_625_00]], booked: 5, posted: 7 });

  // In the books alone.
  invoice(12362, 10002, 3_312_50, { manage: 'unknown' });
  tell.payment({ closes: [[12362, 3_312_50]], booked: 11 });
  invoice(12363, 10015, 20_000_00, { manage: 'unknown' });
  tell.payment({ closes: [[12363, 8_000_00]], booked: 7, voucher: 'IncomingOcrGiro' });
  invoice(12364, 10025, 860_00, { currency: 'EUR', rate: 11_7100, manage: 'unknown' });
  tell.payment({ closes: [[12364, 860_00]], rate: 11_6900, booked: 3 });
  invoice(12365, 10017, 2_062_50, { manage: 'unknown', issued: 13 });

  // Somebody entered the payment in Manage already: rightly, rightly in part, and in other words than the books.
  invoice(12373, 10001, 5_437_50, { manage: { record: { minor: 5_437_50, paidOn: ago(9) } } });
  tell.payment({ closes: [[12373, 5_437_50]], booked: 8, posted: 9 });
  invoice(12374, 10018, 12_000_00, { manage: { record: { minor: 7_000_00, paidOn: ago(6) } } });
  tell.payment({ closes: [[12374, 7_000_00]], booked: 6 });
  invoice(12375, 10004, 6_687_50, { manage: { record: { minor: 6_500_00, paidOn: ago(5) } } });
  tell.payment({ closes: [[12375, 6_687_50]], booked: 5 });
  invoice(12382, 10009, 2_937_50, { manage: { record: { minor: 2_937_50, paidOn: ago(1) } } });
  tell.payment({ closes: [[12382, 2_937_50]], booked: 3, posted: 4 });

  // Other totals: lower and higher in Manage, and an øre of rounding. Another currency. Closed. Fields right already.
  invoice(12376, 10008, 5_000_00, { manage: { total: 4_800_00 } });
  tell.payment({ closes: [[12376, 5_000_00]], booked: 10 });
  invoice(12377, 10012, 5_000_00, { manage: { total: 5_600_00 } });
  tell.payment({ closes: [[12377, 5_000_00]], booked: 10 });
  invoice(12378, 10007, 1_033_33, { manage: { total: 1_033_32 } });
  tell.payment({ closes: [[12378, 1_033_33]], booked: 6 });
  invoice(12379, 10023, 3_100_00, {
    currency: 'EUR',
    rate: 11_7300,
    manage: { currency: 'NOK', total: 36_363_00 },
  });
  tell.payment({ closes: [[12379, 3_100_00]], booked: 4 });
  invoice(12380, 10006, 8_437_50, { manage: { closed: true } });
  tell.payment({ closes: [[12380, 8_437_50]], booked: 7 });
  invoice(12381, 10014, 1_875_00, {
    manage: { paidAmount: 1_875_00, datePaid: ago(5), note: 'Board portal' },
  });
  tell.payment({ closes: [[12381, 1_875_00]], booked: 5 });

  // In Manage alone: drafts that were never exported, one of them with a number that only looks like another's.
  const draft: Omit<InManage, 'number' | 'customerNo' | 'total'> = {
    type: 'Standard',
    currency: 'NOK',
    issuedOn: ago(2),
    dueOn: ago(-12),
    closed: false,
    reference: 'Draft',
    record: null,
    memos: [],
    fields: { paidAmount: null, datePaid: null, note: null },
  };
  tell.onlyInManage({ ...draft, number: '12392', customerNo: 10011, total: 7_125_00 });
  tell.onlyInManage({ ...draft, number: '12393', customerNo: 10003, total: 1_500_00 });
  tell.onlyInManage({ ...draft, number: '0012345', customerNo: 10018, total: 1_250_00 });
  tell.onlyInManage({ ...draft, number: 'AGR-2207', customerNo: 10006, total: 31_250_00, type: 'Agreement' });
}
