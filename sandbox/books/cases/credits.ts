import { dayBefore } from '../calendar';
import type { Teller } from '../teller';
import { issuedAgo } from './issued';

/** Invoices that were closed, or partly closed, by something else than money, and those taken back. */
export function tellCredits(tell: Teller): void {
  const invoice = (
    no: number,
    customer: number,
    amount: number,
    more: Partial<Parameters<Teller['invoice']>[1]> = {},
  ) => tell.invoice(no, { customer, amount, issued: issuedAgo(no), ...more });
  const ago = (days: number): string => dayBefore(tell.now, days);
  const memo = (number: string, customerNo: number, minor: number, daysAgo: number): void =>
    tell.onlyInManage({
      number,
      type: 'CreditMemo',
      customerNo,
      currency: 'NOK',
      total: -minor,
      issuedOn: ago(daysAgo),
      dueOn: ago(daysAgo),
      closed: false,
      reference: '',
      record: null,
      memos: [],
      fields: { paidAmount: null, datePaid: null, note: null },
    });

  // Credited in full. Manage applied a memo of the credit note's own number to the second.
  invoice(12328, 10005, 2_500_00);
  tell.creditNote(12329, { of: 12328, amount: 2_500_00, booked: 18 });
  invoice(12330, 10012, 6_875_00, {
    manage: { memos: [{ number: '12331', minor: 6_875_00, appliedOn: ago(11) }] },
  });
  tell.creditNote(12331, { of: 12330, amount: 6_875_00, booked: 11 });
  memo('12331', 10012, 6_875_00, 11);

  // Partly credited, then paid; paid, then credited (which closes it); credited in Manage alone and paid in full.
  invoice(12332, 10003, 1_000_00, {
    manage: { memos: [{ number: 'CM-0041', minor: 300_00, appliedOn: ago(19) }] },
  });
  tell.creditNote(12333, { of: 12332, amount: 300_00, booked: 19 });
  tell.payment({ closes: [[12332, 700_00]], booked: 8 });
  memo('CM-0041', 10003, 300_00, 19);
  invoice(12334, 10017, 9_375_00);
  tell.payment({ closes: [[12334, 8_750_00]], booked: 13 });
  tell.creditNote(12335, { of: 12334, amount: 625_00, booked: 6 });
  invoice(12336, 10002, 5_000_00, {
    manage: { memos: [{ number: 'CM-0042', minor: 250_00, appliedOn: ago(26) }] },
  });
  tell.payment({ closes: [[12336, 5_000_00]], booked: 9 });
  memo('CM-0042', 10002, 250_00, 26);
  invoice(12388, 10016, 3_000_00, { issued: 30 });
  tell.creditNote(12389, { of: 12388, amount: 1_000_00, booked: 12 });

  // Written off: the whole, the rest after a payment, and the rest on the day of the payment.
  invoice(12337, 10013, 1_187_50);
  tell.writeOff({ of: 12337, amount: 1_187_50, booked: 10 });
  invoice(12338, 10014, 2_006_25);
  tell.payment({ closes: [[12338, 2_000_00]], booked: 16 });
  tell.writeOff({ of: 12338, amount: 6_25, booked: 5 });
  invoice(12339, 10015, 10_937_50);
  tell.payment({ key: 'half-a-krone-short', closes: [[12339, 10_937_00]], booked: 7, posted: 8 });
  tell.writeOff({ of: 12339, amount: 50, booked: 6, posted: 8, toleratedIn: 'half-a-krone-short' });

  // Reversed; reversed and its number used again, long ago and lately; a payment that bounced, and came again.
  invoice(12340, 10019, 4_687_50);
  tell.reverse(12340, { booked: 12 });
  invoice(12341, 10001, 8_000_00, { issued: 58, key: '12341-first', manage: 'unknown' });
  tell.reverse('12341-first', { booked: 40 });
  invoice(12341, 10001, 7_200_00, { issued: 38 });
  tell.payment({ closes: [[12341, 7_200_00]], booked: 5 });
  invoice(12342, 10006, 2_250_00, { issued: 33, key: '12342-first', manage: 'unknown' });
  tell.reverse('12342-first', { booked: 10 });
  invoice(12342, 10006, 2_650_00, { issued: 9 });
  tell.payment({ closes: [[12342, 1_000_00]], booked: 3 });
  invoice(12343, 10009, 3_000_00);
  tell.payment({ key: 'bounced', closes: [[12343, 3_000_00]], booked: 14 });
  tell.bounce('bounced', { booked: 11 });
  invoice(12344, 10010, 5_937_50);
  tell.payment({ key: 'bounced-once', closes: [[12344, 5_937_50]], booked: 18 });
  tell.bounce('bounced-once', { booked: 15 });
  tell.payment({ closes: [[12344, 5_937_50]], booked: 4 });

  // Nothing to pay.
  invoice(12366, 10014, 0);
  invoice(12390, 10006, 0, { issued: 5 });

  // Reminder fees: paid together with the invoice, left open, and paid before the rest of the invoice.
  invoice(12368, 10004, 3_437_50);
  tell.fee('fee-12368', 12368, 70_00, { booked: 14 });
  tell.payment({ closes: [[12368, 3_437_50], ['fee-12368', 70_00]], booked: 6 }); // prettier-ignore
  invoice(12369, 10012, 1_312_50);
  tell.fee('fee-12369', 12369, 70_00, { booked: 10 });
  tell.payment({ closes: [[12369, 1_312_50]], booked: 3 });
  invoice(12370, 10019, 16_250_00);
  tell.fee('fee-12370', 12370, 140_00, { booked: 9 });
  tell.payment({ closes: [['fee-12370', 140_00], [12370, 5_860_00]], booked: 2 }); // prettier-ignore

  // Vouchers of a type the API has no name for.
  invoice(12371, 10007, 4_250_00);
  tell.payment({ closes: [[12371, 4_250_00]], booked: 8, voucher: 'Unknown' });
  invoice(12372, 10008, 9_500_00);
  tell.payment({ closes: [[12372, 2_000_00]], booked: 12, voucher: 'Unknown' });
  tell.payment({ closes: [[12372, 3_000_00]], booked: 5 });
}
