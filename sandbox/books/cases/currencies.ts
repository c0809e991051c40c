import type { Teller } from '../teller';
import { issuedAgo } from './issued';

/** Invoices in other currencies than the firm's own, paid at rates of their own. */
export function tellCurrencies(tell: Teller): void {
  const invoice = (no: number, customer: number, amount: number, currency: string, rate: number, more = {}) =>
    tell.invoice(no, { customer, amount, currency, rate, issued: issuedAgo(no), ...more });

  // Paid in full: at the invoice's rate, with a gain, with a loss, and in another currency's minor units.
  invoice(12346, 10023, 4_800_00, 'EUR', 11_7425);
  tell.payment({ closes: [[12346, 4_800_00]], booked: 15 });
  invoice(12347, 10021, 2_350_75, 'USD', 10_1180);
  tell.payment({ closes: [[12347, 2_350_75]], rate: 10_4021, booked: 7, posted: 8 });
  invoice(12348, 10021, 990_00, 'USD', 10_4500);
  tell.payment({ closes: [[12348, 990_00]], rate: 10_0937, booked: 3 });
  invoice(12355, 10024, 36_500_00, 'SEK', 1_0214);
  tell.payment({ closes: [[12355, 36_500_00]], rate: 1_0187, booked: 11 });

  // Partly paid at a rate of its own: what is open in NOK does not tell what is open in the invoice's currency.
  invoice(12349, 10025, 3_000_00, 'EUR', 11_6900);
  tell.payment({ closes: [[12349, 1_250_00]], rate: 11_8305, booked: 9 });
  invoice(12350, 10023, 6_400_00, 'EUR', 11_7010);
  tell.payment({ closes: [[12350, 2_000_00]], rate: 11_8000, booked: 19 });
  tell.payment({ closes: [[12350, 4_400_00]], rate: 11_5525, booked: 5 });

  // A customer abroad who pays in NOK: 500 NOK on an invoice at 10.4321 close $47.93 of it; another pays it all.
  invoice(12351, 10021, 125_00, 'USD', 10_4321);
  tell.payment({ closes: [[12351, 47_93]], amount: 500_00, currency: 'NOK', booked: 6 });
  invoice(12352, 10022, 640_00, 'EUR', 11_7500);
  tell.payment({ closes: [[12352, 640_00]], amount: 7_500_00, currency: 'NOK', booked: 4 });

  // One payment over two invoices issued at different rates; too much; a credit note before the payment.
  invoice(12353, 10021, 1_100_00, 'USD', 10_2040);
  invoice(12354, 10021, 415_50, 'USD', 10_3333);
  tell.payment({ closes: [[12353, 1_100_00], [12354, 415_50]], rate: 10_4075, booked: 10 }); // prettier-ignore
  invoice(12356, 10025, 720_00, 'EUR', 11_6444);
  tell.payment({ closes: [[12356, 720_00]], amount: 750_00, rate: 11_7000, booked: 8 });
  invoice(12357, 10022, 2_000_00, 'GBP', 13_5512);
  tell.creditNote(12383, { of: 12357, amount: 400_00, booked: 16 });
  tell.payment({ closes: [[12357, 1_600_00]], rate: 13_6120, booked: 2 });

  // Unpaid.
  invoice(12391, 10023, 5_150_00, 'EUR', 11_7777, { issued: 6 });
}
