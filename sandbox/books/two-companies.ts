import { seeded } from './seeded';
import type { Story } from './story';
import { createTeller } from './teller';

/** The stories of two companies that keep books of their own and share one Manage, which holds the invoices of both. */
export interface TwoStories {
  readonly nord: Story;
  readonly sor: Story;
}

const OLD = { customer: 10_004, issued: 45 };

/**
 * Nord IT AS and Sør IT AS. Each has invoices of its own from 41001 and from 51001. From 61001 on both have issued
 * invoices with the same numbers, of which Manage holds one each: nobody can say whose.
 */
export function tellTwoCompanies(now: number): TwoStories {
  const nord = createTeller(now, seeded(7));
  nord.invoice(41_001, { ...OLD, amount: 1_000_00 });
  nord.payment({ closes: [[41_001, 1_000_00]], booked: 12 });
  nord.invoice(41_002, { ...OLD, amount: 900_00 });
  nord.payment({ closes: [[41_002, 300_00]], booked: 9 });
  nord.invoice(41_003, { ...OLD, amount: 800_00, manage: 'unknown' });
  nord.payment({ closes: [[41_003, 800_00]], booked: 8 });
  nord.invoice(41_004, { ...OLD, amount: 700_00 });
  // Paid in both books.
  nord.invoice(61_001, { ...OLD, amount: 600_00 });
  nord.payment({ closes: [[61_001, 600_00]], booked: 7 });
  // Paid here, and reversed in the other books: that one has given its number free.
  nord.invoice(61_002, { ...OLD, amount: 500_00 });
  nord.payment({ closes: [[61_002, 500_00]], booked: 6 });
  // Not paid here, but in the other books.
  nord.invoice(61_003, { ...OLD, amount: 400_00, issued: 20 });
  // Credited here and paid in the other books.
  nord.invoice(61_004, { ...OLD, amount: 300_00 });
  nord.creditNote(41_504, { of: 61_004, amount: 300_00, booked: 5 });

  const sor = createTeller(now, seeded(8));
  const shared = { ...OLD, customer: 10_010, manage: 'unknown' } as const;
  sor.invoice(51_001, { ...OLD, customer: 10_011, amount: 2_000_00 });
  sor.payment({ closes: [[51_001, 2_000_00]], booked: 11 });
  sor.invoice(51_002, { ...OLD, customer: 10_012, amount: 1_800_00 });
  sor.payment({ closes: [[51_002, 200_00]], booked: 10 });
  sor.invoice(51_003, { ...OLD, customer: 10_013, amount: 1_600_00, manage: 'unknown' });
  sor.payment({ closes: [[51_003, 1_600_00]], booked: 4 });
  sor.invoice(61_001, { ...shared, amount: 600_00 });
  sor.payment({ closes: [[61_001, 150_00]], booked: 3 });
  sor.invoice(61_002, { ...shared, amount: 500_00 });
  sor.reverse(61_002, { booked: 13 });
  sor.invoice(61_003, { ...shared, amount: 400_00 });
  sor.payment({ closes: [[61_003, 400_00]], booked: 3 });
  sor.invoice(61_004, { ...shared, amount: 300_00 });
  sor.payment({ closes: [[61_004, 300_00]], booked: 2 });

  const told = { nord: nord.done(), sor: sor.done() };
  const inManage = [...told.nord.inManage, ...told.sor.inManage];
  return { nord: { ...told.nord, inManage }, sor: { ...told.sor, inManage } };
}
