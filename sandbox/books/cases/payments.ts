import type { Teller } from '../teller';
import { issuedAgo } from './issued';

/** Money that came in, or did not, on invoices in NOK. */
export function tellPayments(tell: Teller): void {
  const invoice = (
    no: number,
    customer: number,
    amount: number,
    more: Partial<Parameters<Teller['invoice']>[1]> = {},
  ) => tell.invoice(no, { customer, amount, issued: issuedAgo(no), ...more });

  // Unpaid: one overdue, and new ones, which the books list among the changed.
  invoice(12301, 10004, 18_750_00);
  invoice(12384, 10009, 6_420_00, { issued: 8 });
  invoice(12385, 10016, 2_187_50, { issued: 4 });
  invoice(12386, 10002, 980_00, { issued: 2 });

  // Partly paid.
  invoice(12304, 10003, 10_000_00);
  tell.payment({ closes: [[12304, 4_000_00]], booked: 5 });
  invoice(12305, 10008, 8_750_50);
  tell.payment({ closes: [[12305, 1_000_25]], booked: 12, posted: 13 });
  invoice(12306, 10011, 23_437_50);
  tell.payment({ closes: [[12306, 11_718_75]], booked: 9, voucher: 'IncomingOcrGiro' });

  // Several payments. The last one of 12310 was entered late: it is posted before the one that went in first.
  invoice(12307, 10005, 30_000_00);
  tell.payment({ closes: [[12307, 10_000_00]], booked: 35 });
  tell.payment({ closes: [[12307, 10_000_00]], booked: 20 });
  tell.payment({ closes: [[12307, 10_000_00]], booked: 3 });
  invoice(12308, 10012, 5_312_50);
  tell.payment({ closes: [[12308, 5_000_00]], booked: 7, posted: 8 });
  tell.payment({ closes: [[12308, 312_50]], booked: 6, posted: 8 });
  invoice(12309, 10017, 14_000_00, { manage: { record: { minor: 6_000_00, paidOn: dayOf(tell, 24) } } });
  tell.payment({ closes: [[12309, 6_000_00]], booked: 24 });
  tell.payment({ closes: [[12309, 3_500_00]], booked: 10, voucher: 'IncomingOcrGiro' });
  invoice(12310, 10013, 7_700_00);
  tell.payment({ closes: [[12310, 5_000_00]], booked: 11 });
  tell.payment({ closes: [[12310, 2_700_00]], booked: 8, posted: 15, voucher: 'ManualJournal' });

  // One payment over several invoices: all in full; the second in part; with another payment before it.
  invoice(12311, 10010, 1_875_00);
  invoice(12312, 10010, 3_125_00);
  invoice(12313, 10010, 625_00);
  tell.payment({ closes: [[12311, 1_875_00], [12312, 3_125_00], [12313, 625_00]], booked: 6 }); // prettier-ignore
  invoice(12314, 10015, 4_375_00);
  invoice(12315, 10015, 9_000_00);
  tell.payment({ closes: [[12314, 4_375_00], [12315, 2_625_00]], booked: 13 }); // prettier-ignore
  invoice(12316, 10007, 12_500_00);
  invoice(12317, 10007, 2_500_00);
  tell.payment({ closes: [[12316, 5_000_00]], booked: 22 });
  tell.payment({ closes: [[12316, 7_500_00], [12317, 2_500_00]], booked: 4 }); // prettier-ignore

  // Paid in full, by every kind of voucher, on days before, after and long before they were entered.
  invoice(12318, 10001, 15_625_00);
  tell.payment({ closes: [[12318, 15_625_00]], booked: 2, voucher: 'IncomingOcrGiro' });
  invoice(12319, 10014, 437_50);
  tell.payment({ closes: [[12319, 437_50]], booked: 14, voucher: 'CashJournal' });
  invoice(12320, 10006, 31_250_00, { manage: { type: 'Agreement' } });
  tell.payment({ closes: [[12320, 31_250_00]], booked: 16, voucher: 'ManualJournal' });
  invoice(12321, 10019, 2_812_50);
  tell.payment({ closes: [[12321, 2_812_50]], booked: 21, posted: 23, voucher: 'IncomingPayments' });
  invoice(12322, 10004, 1_562_50);
  tell.payment({ closes: [[12322, 1_562_50]], booked: 4, posted: 44 });
  tell.payment({ key: 'prepaid', customer: 10008, closes: [], amount: 6_250_00, booked: 56 });
  invoice(12323, 10008, 6_250_00);
  tell.match('prepaid', [[12323, 6_250_00]], 15);
  invoice(12324, 10018, 3_750_00);
  tell.payment({ closes: [[12324, 3_750_00]], booked: 1, posted: -1, voucher: 'IncomingOcrGiro' });

  // Overpaid: the rest stays on account, or is used for another invoice later.
  invoice(12325, 10009, 1_000_00);
  tell.payment({ closes: [[12325, 1_000_00]], amount: 1_200_00, booked: 5 });
  invoice(12326, 10011, 8_125_00);
  tell.payment({ key: 'too-much', closes: [[12326, 8_125_00]], amount: 10_000_00, booked: 17 });
  invoice(12327, 10011, 1_875_00);
  tell.match('too-much', [[12327, 1_875_00]], 7);
  invoice(12387, 10001, 4_062_50, { issued: 19 });
  tell.payment({ closes: [[12387, 4_062_50]], amount: 4_062_55, booked: 10 });
}

function dayOf(tell: Teller, daysAgo: number): string {
  return new Date(tell.now - daysAgo * 86_400_000).toISOString().slice(0, 10);
}
