import type { Teller } from '../teller';

/** Which bills belong to which order, where that is not one to one or cannot be told. */
export function tellBillsOnOrders(tell: Teller): void {
  // One number of three vendors, of which one has no order.
  tell.bill(70_018, '10045', { vendor: 20001, amount: 5_000_00, issued: 30 });
  tell.order('PO3017', { supplier: 'NORDVIK', bills: ['10045'], total: 5_000_00, ordered: 35 });
  tell.payment({ closes: [[70_018, 5_000_00]], booked: 9 });
  tell.bill(70_019, '10045', { vendor: 20004, amount: 8_800_00, issued: 26 });
  tell.order('PO3018', { supplier: 'BOLGEN', bills: ['10045'], total: 8_800_00, ordered: 31 });
  tell.payment({ closes: [[70_019, 2_200_00]], booked: 3 });
  tell.bill(70_020, '10045', { vendor: 20006, amount: 1_480_00, issued: 24 });
  tell.payment({ closes: [[70_020, 1_480_00]], booked: 10 });

  // One bill for two orders. Two bills for one order: both paid, one of them long ago; one of two paid.
  tell.bill(70_021, 'KR-5512', { vendor: 20007, amount: 3_600_00, issued: 25 });
  tell.order('PO3019', { supplier: 'KONTORHUS', bills: ['KR-5512'], total: 2_400_00, ordered: 28 });
  tell.order('PO3020', { supplier: 'KONTORHUS', bills: ['KR-5512'], total: 1_200_00, ordered: 27 });
  tell.payment({ closes: [[70_021, 3_600_00]], booked: 8 });
  tell.bill(70_022, 'ND-48001', { vendor: 20001, amount: 14_000_00, issued: 70 });
  tell.payment({ closes: [[70_022, 14_000_00]], booked: 52 });
  tell.bill(70_023, 'ND-48244', { vendor: 20001, amount: 2_000_00, issued: 28 });
  tell.payment({ closes: [[70_023, 2_000_00]], booked: 6 });
  tell.order('PO3021', { supplier: 'NORDVIK', bills: ['ND-48001', 'ND-48244'], total: 16_000_00, ordered: 77 }); // prettier-ignore
  tell.bill(70_024, '9001741', { vendor: 20002, amount: 7_000_00, issued: 29 });
  tell.payment({ closes: [[70_024, 7_000_00]], booked: 7 });
  tell.bill(70_025, '9001790', { vendor: 20002, amount: 1_750_00, issued: 15 });
  tell.order('PO3022', {
    supplier: 'SKAGERAK',
    bills: ['9001741', '9001790'],
    vendorInvoiceNumber: '9001741; 9001790',
    total: 8_750_00,
    ordered: 36,
  });

  // A second bill that the books do not hold yet, as people write such lists.
  tell.bill(70_026, '000460', { vendor: 20003, amount: 4_400_00, issued: 23 });
  tell.payment({ closes: [[70_026, 4_400_00]], booked: 5 });
  tell.order('PO3023', {
    supplier: '20003',
    bills: ['000460', '000472'],
    vendorInvoiceNumber: '000460 + 000472',
    total: 9_000_00,
    ordered: 30,
  });

  // Nothing that was ordered in Manage: paid, and still to be paid.
  tell.bill(70_027, '771200341', { vendor: 20006, amount: 6_215_75, issued: 27 });
  tell.payment({ closes: [[70_027, 6_215_75]], booked: 13, voucher: 'CashJournal' });
  tell.bill(70_028, '771200988', { vendor: 20006, amount: 5_980_25, issued: 5 });

  // A vendor that only an alias tells; one that nothing tells; two accounts of one vendor; another firm's number.
  tell.bill(70_029, 'E0400X9Q2L', { vendor: 20005, amount: 31_250_00, issued: 32 });
  tell.order('PO3024', { supplier: 'CLOUDWRIGHT', bills: ['E0400X9Q2L'], total: 31_250_00, ordered: 33 });
  tell.payment({ closes: [[70_029, 31_250_00]], booked: 2 });
  tell.bill(70_030, 'HS-661', { vendor: 20013, amount: 44_000_00, issued: 31 });
  tell.order('PO3025', { supplier: 'HALDENSRV', bills: ['HS-661'], total: 44_000_00, ordered: 41 });
  tell.payment({ closes: [[70_030, 44_000_00]], booked: 10 });
  tell.bill(70_031, 'T-77', { vendor: 20011, amount: 1_900_00, issued: 28 });
  tell.bill(70_032, 'T-77', { vendor: 20012, amount: 1_900_00, issued: 27 });
  tell.order('PO3026', { supplier: 'TIND', bills: ['T-77'], total: 1_900_00, ordered: 35 });
  tell.payment({ closes: [[70_031, 1_900_00]], booked: 6 });
  tell.bill(70_033, '10099', { vendor: 20002, amount: 750_00, issued: 22 });
  tell.order('PO3027', { supplier: 'OSLOPARTS', bills: ['10099'], total: 750_00, ordered: 24 });
  tell.payment({ closes: [[70_033, 750_00]], booked: 4 });

  // Entered twice by mistake: nobody can tell which of the two counts.
  tell.bill(70_039, 'BN20261029', { vendor: 20004, amount: 960_00, issued: 24 });
  tell.bill(70_040, 'BN20261029', { vendor: 20004, amount: 960_00, issued: 23 });
  tell.order('PO3033', { supplier: 'BOLGEN', bills: ['BN20261029'], total: 960_00, ordered: 27 });
  tell.payment({ closes: [[70_039, 960_00]], booked: 8 });

  // No bill yet, and a bill that has not reached the books.
  tell.order('PO3034', { supplier: 'NORDVIK', bills: [], total: 2_875_00, ordered: 3, note: 'Rush' });
  tell.order('PO3035', { supplier: 'SKAGERAK', bills: ['9001833'], total: 6_300_00, ordered: 9 });
}
