import { dayBefore } from '../calendar';
import { seeded } from '../seeded';
import { createTeller, type Teller } from '../teller';
import { tellBillsOnOrders } from './bills-on-orders';

/** What vendors billed Nord IT, and the orders in Manage that the bills are for. */
export function tellBills(now: number) {
  const tell = createTeller(now, seeded(20_001));
  tellPaidBills(tell);
  tellBillsTakenBack(tell);
  tellForeignBills(tell);
  tellBillsOnOrders(tell);
  return tell.bills();
}

/** One bill for each order, paid in every way. */
function tellPaidBills(tell: Teller): void {
  // In full; in part; in two parts, the later entered first, under a number with zeros before it; not at all.
  tell.bill(70_001, 'ND-48210', { vendor: 20001, amount: 18_400_00, issued: 34 });
  tell.order('PO3001', { supplier: 'NORDVIK', bills: ['ND-48210'], total: 18_400_00, ordered: 40 });
  tell.payment({ closes: [[70_001, 18_400_00]], booked: 4, posted: 5 });
  tell.bill(70_002, '9001734', { vendor: 20002, amount: 62_000_00, issued: 30 });
  tell.order('PO3002', { supplier: 'SKAGERAK', bills: ['9001734'], total: 62_000_00, ordered: 37 });
  tell.payment({ closes: [[70_002, 20_000_00]], booked: 9 });
  tell.bill(70_003, '000451', { vendor: 20003, amount: 7_312_50, issued: 28 });
  tell.order('PO3003', { supplier: '20003', bills: ['000451'], total: 7_312_50, ordered: 29 });
  tell.payment({ closes: [[70_003, 4_000_00]], booked: 12 });
  tell.payment({ closes: [[70_003, 3_312_50]], booked: 8, posted: 14, voucher: 'ManualJournal' });
  tell.bill(70_004, 'BN20261104', { vendor: 20004, amount: 3_990_00, issued: 6 });
  tell.order('PO3004', { supplier: 'BOLGEN', bills: ['BN20261104'], total: 3_990_00, ordered: 16 });

  // One payment over two bills; too much; paid before the bill came; a krone of rounding; a tolerance.
  tell.bill(70_005, 'ND-48255', { vendor: 20001, amount: 2_450_00, issued: 27 });
  tell.bill(70_006, 'ND-48261', { vendor: 20001, amount: 5_150_00, issued: 26 });
  tell.order('PO3005', { supplier: 'NORDVIK', bills: ['ND-48255'], total: 2_450_00, ordered: 33 });
  tell.order('PO3006', { supplier: 'NORDVIK', bills: ['ND-48261'], total: 5_150_00, ordered: 33 });
  tell.payment({ closes: [[70_005, 2_450_00], [70_006, 3_000_00]], booked: 7, voucher: 'OutgoingPayments' }); // prettier-ignore
  tell.bill(70_036, '9001802', { vendor: 20002, amount: 1_000_00, issued: 20 });
  tell.order('PO3030', { supplier: 'SKAGERAK', bills: ['9001802'], total: 1_000_00, ordered: 25 });
  tell.payment({ closes: [[70_036, 1_000_00]], amount: 1_100_00, booked: 6 });
  tell.payment({ key: 'sent-ahead', customer: 20004, closes: [], amount: 12_500_00, booked: 23 });
  tell.bill(70_034, 'BN20261031', { vendor: 20004, amount: 12_500_00, issued: 22 });
  tell.order('PO3028', { supplier: 'BOLGEN', bills: ['BN20261031'], total: 12_500_00, ordered: 25 });
  tell.match('sent-ahead', [[70_034, 12_500_00]], 10);
  // A letter of the number is small, which Business Central and NAV keep as a capital.
  tell.bill(70_035, 'Kr-5488', { vendor: 20007, amount: 841_00, issued: 25 });
  tell.order('PO3029', { supplier: 'KONTORHUS', bills: ['Kr-5488'], total: 841_00, ordered: 26 });
  tell.payment({ closes: [[70_035, 840_00]], booked: 11 });
  tell.writeOff({ of: 70_035, amount: 1_00, booked: 5 });
  tell.bill(70_041, 'KR-5530', { vendor: 20007, amount: 2_000_50, issued: 24 });
  tell.order('PO3036', { supplier: 'KONTORHUS', bills: ['KR-5530'], total: 2_000_50, ordered: 25 });
  tell.payment({ key: 'half-a-krone-kept', closes: [[70_041, 2_000_00]], booked: 8, posted: 9 });
  tell.writeOff({ of: 70_041, amount: 50, booked: 7, posted: 9, toleratedIn: 'half-a-krone-kept' });

  // Right in Manage already; on an order that is closed; by a voucher that the API has no name for.
  const paidOn = dayBefore(tell.now, 6);
  tell.bill(70_037, 'ND-48307', { vendor: 20001, amount: 9_800_00, issued: 21 });
  tell.order('PO3031', {
    supplier: 'NORDVIK',
    bills: ['ND-48307'],
    total: 9_800_00,
    ordered: 28,
    paidAmount: 9_800_00,
    datePaid: paidOn,
    note: 'Rack B',
  });
  tell.payment({ closes: [[70_037, 9_800_00]], booked: 6 });
  tell.bill(70_038, '9001755', { vendor: 20002, amount: 4_375_00, issued: 29 });
  tell.order('PO3032', { supplier: 'SKAGERAK', bills: ['9001755'], total: 4_375_00, ordered: 36, closed: true }); // prettier-ignore
  tell.payment({ closes: [[70_038, 4_375_00]], booked: 3, voucher: 'Unknown' });
}

/** Bills that were credited or nullified, and payments that were taken back or apart. */
function tellBillsTakenBack(tell: Teller): void {
  tell.bill(70_007, 'ND-48199', { vendor: 20001, amount: 3_125_00, issued: 44 });
  tell.order('PO3007', { supplier: 'NORDVIK', bills: ['ND-48199'], total: 3_125_00, ordered: 50 });
  tell.creditNote(70_507, { theirNumber: 'ND-K-907', of: 70_007, amount: 3_125_00, booked: 15 });
  tell.bill(70_008, '000439', { vendor: 20003, amount: 11_000_00, issued: 40 });
  tell.order('PO3008', { supplier: '20003', bills: ['000439'], total: 11_000_00, ordered: 45 });
  tell.creditNote(70_508, { theirNumber: '000439-K', of: 70_008, amount: 1_000_00, booked: 20 });
  tell.payment({ closes: [[70_008, 10_000_00]], booked: 8 });

  // Nullified; nullified and entered anew under the number the vendor gave it.
  tell.bill(70_009, 'BN20260918', { vendor: 20004, amount: 2_187_50, issued: 60 });
  tell.order('PO3009', { supplier: 'BOLGEN', bills: ['BN20260918'], total: 2_187_50, ordered: 66 });
  tell.reverse(70_009, { booked: 12 });
  tell.bill(70_010, '9001699', { vendor: 20002, amount: 8_100_00, issued: 38 });
  tell.reverse(70_010, { booked: 13 });
  tell.bill(70_011, '9001699', { vendor: 20002, amount: 8_010_00, issued: 12 });
  tell.order('PO3010', { supplier: 'SKAGERAK', bills: ['9001699'], total: 8_010_00, ordered: 43 });
  tell.payment({ closes: [[70_011, 8_010_00]], booked: 5 });

  // The bank sent it back, and it was paid again. Taken apart, though Manage shows it as paid.
  tell.bill(70_012, 'KR-5401', { vendor: 20007, amount: 1_562_50, issued: 42 });
  tell.order('PO3011', { supplier: 'KONTORHUS', bills: ['KR-5401'], total: 1_562_50, ordered: 43 });
  tell.payment({ key: 'sent-back', closes: [[70_012, 1_562_50]], booked: 18 });
  tell.bounce('sent-back', { booked: 16 });
  tell.payment({ closes: [[70_012, 1_562_50]], booked: 7 });
  tell.bill(70_013, 'ND-48150', { vendor: 20001, amount: 6_640_00, issued: 48 });
  const datePaid = dayBefore(tell.now, 20);
  tell.order('PO3012', {
    supplier: 'NORDVIK',
    bills: ['ND-48150'],
    total: 6_640_00,
    ordered: 55,
    paidAmount: 6_640_00,
    datePaid,
  });
  tell.payment({ key: 'other-vendors', closes: [[70_013, 6_640_00]], booked: 20 });
  tell.unmatch('other-vendors', 4);
}

/** Bills in other currencies than the firm's own, paid at rates of their own. */
function tellForeignBills(tell: Teller): void {
  tell.bill(70_014, 'INV-2209', { vendor: 20009, amount: 4_250_00, currency: 'USD', rate: 10_2210, issued: 33 }); // prettier-ignore
  tell.order('PO3013', { supplier: 'BAYSIDE', bills: ['INV-2209'], currency: 'USD', total: 4_250_00, ordered: 39 }); // prettier-ignore
  tell.payment({ closes: [[70_014, 4_250_00]], rate: 10_4105, booked: 6 });
  tell.bill(70_015, 'RM/2026/118', { vendor: 20010, amount: 1_900_00, currency: 'EUR', rate: 11_6900, issued: 31 }); // prettier-ignore
  tell.order('PO3014', { supplier: 'RHEINKABEL', bills: ['RM/2026/118'], currency: 'EUR', total: 1_900_00, ordered: 39 }); // prettier-ignore
  tell.payment({ closes: [[70_015, 700_00]], rate: 11_8305, booked: 9 });
  tell.bill(70_016, '31187', { vendor: 20008, amount: 24_800_00, currency: 'SEK', rate: 1_0214, issued: 30 }); // prettier-ignore
  tell.order('PO3015', { supplier: 'VASTKUST', bills: ['31187'], currency: 'SEK', total: 24_800_00, ordered: 34 }); // prettier-ignore
  tell.payment({ closes: [[70_016, 24_800_00]], rate: 1_0187, booked: 11 });

  // The order was entered in another currency than the bill came in.
  tell.bill(70_017, 'RM/2026/121', { vendor: 20010, amount: 500_00, currency: 'EUR', rate: 11_7000, issued: 19 }); // prettier-ignore
  tell.order('PO3016', { supplier: 'RHEINKABEL', bills: ['RM/2026/121'], total: 5_850_00, ordered: 22 });
  tell.payment({ closes: [[70_017, 500_00]], booked: 4 });
}
