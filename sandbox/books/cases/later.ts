import type { Teller } from '../teller';

/** Payments that came before they were matched: PowerOffice Go tells their own day, other systems another. */
export function tellLaterMatches(tell: Teller): void {
  // Lay on account until somebody noticed, and the matching was made to count from that day.
  tell.payment({ key: 'unnoticed', customer: 10003, closes: [], amount: 3_250_00, booked: 18 });
  tell.invoice(12302, { customer: 10003, amount: 3_250_00, issued: 22 });
  tell.match('unnoticed', [[12302, 3_250_00]], 5, { chosen: 5 });

  // Half of it paid in advance, with the invoice posted onto that; the rest is still owed.
  tell.payment({ key: 'in-advance', customer: 10014, closes: [], amount: 4_500_00, booked: 20 });
  tell.invoice(12303, { customer: 10014, amount: 9_000_00, issued: 12 });
  tell.match('in-advance', [[12303, 4_500_00]], 11, { from: 'invoice' });

  // Paid in advance in full.
  tell.payment({ key: 'all-in-advance', customer: 10015, closes: [], amount: 2_500_00, booked: 21 });
  tell.invoice(12367, { customer: 10015, amount: 2_500_00, issued: 10 });
  tell.match('all-in-advance', [[12367, 2_500_00]], 9, { from: 'invoice' });
}
