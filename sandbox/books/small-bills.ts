import { dayBefore } from './calendar';
import { between, seeded, shuffled } from './seeded';
import { createTeller, type Teller } from './teller';

/** No more bills than a look-up of one batch takes in. */
const MOST_BILLS = 12;

interface Telling {
  readonly tell: Teller;
  /** The number that the first bill is filed under; the vendor calls it `B` or `b` and that. */
  readonly no: number;
  /** Minor units, with odd øre. */
  readonly total: number;
}

/** One kind of situation, and how many bills it takes. */
interface Situation {
  readonly bills: number;
  readonly told: (telling: Telling) => void;
}

const situation = (told: Situation['told'], bills = 1): Situation => ({ bills, told });

const OLD = { vendor: 20_001, issued: 45 };
const NEW = { vendor: 20_002, issued: 5 };
const FROM_OLD = { supplier: 'NORDVIK', ordered: 50 };

const SITUATIONS: readonly Situation[] = [
  // Not paid; in part; in full; in two parts, of which the later was posted before the first.
  situation(({ tell, no, total }) => {
    tell.bill(no, `B${no}`, { ...NEW, amount: total });
    tell.order(`PO${no}`, { supplier: 'SKAGERAK', ordered: 8, bills: [`B${no}`], total });
  }),
  situation(({ tell, no, total }) => {
    tell.bill(no, `b${no}`, { ...OLD, amount: total });
    tell.order(`PO${no}`, { ...FROM_OLD, bills: [`b${no}`], total });
    tell.payment({ closes: [[no, 100_25]], booked: 6 });
  }),
  situation((telling) => {
    tellOrdered(telling);
    telling.tell.payment({ closes: [[telling.no, telling.total]], booked: 2, voucher: 'OutgoingPayments' });
  }),
  situation((telling) => {
    const { tell, no, total } = telling;
    tellOrdered(telling);
    tell.payment({ closes: [[no, 70_00]], booked: 11 });
    tell.payment({ closes: [[no, total - 70_00]], booked: 8, posted: 15, voucher: 'ManualJournal' });
  }),
  // Credited in full; nullified; taken apart although Manage shows it; right in Manage already.
  situation((telling) => {
    const { tell, no, total } = telling;
    tellOrdered(telling);
    tell.creditNote(no + 500, { theirNumber: `K${no}`, of: no, amount: total, booked: 12 });
  }),
  situation((telling) => {
    tellOrdered(telling);
    telling.tell.reverse(telling.no, { booked: 12 });
  }),
  situation((telling) => {
    const { tell, no, total } = telling;
    const key = `misposted-${no}`;
    tellOrdered(telling, { paidAmount: total, datePaid: dayBefore(tell.now, 21) });
    tell.payment({ key, closes: [[no, total]], booked: 21 });
    tell.unmatch(key, 4);
  }),
  situation((telling) => {
    const { tell, no, total } = telling;
    tellOrdered(telling, { paidAmount: total, datePaid: dayBefore(tell.now, 9), note: 'Rack B' });
    tell.payment({ closes: [[no, total]], booked: 8, posted: 9 });
  }),
  // One number of two vendors; one bill over two orders; two bills on one order, one of them paid.
  situation(({ tell, no, total }) => {
    tell.bill(no, `B${no}`, { ...OLD, amount: total });
    tell.bill(no + 1, `B${no}`, { ...OLD, vendor: 20_004, amount: total + 50_00 });
    tell.order(`PO${no}`, { ...FROM_OLD, bills: [`B${no}`], total });
    tell.order(`PO${no + 1}`, { supplier: 'BOLGEN', ordered: 50, bills: [`B${no}`], total: total + 50_00 });
    tell.payment({ closes: [[no, total]], booked: 9 });
    tell.payment({ closes: [[no + 1, 60_00]], booked: 7 });
  }, 2),
  situation((telling) => {
    const { tell, no, total } = telling;
    tellOrdered(telling);
    tell.order(`PO${no}-2`, { ...FROM_OLD, bills: [`B${no}`], total: 10_00 });
    tell.payment({ closes: [[no, total]], booked: 10 });
  }),
  situation(({ tell, no, total }) => {
    tell.bill(no, `B${no}`, { ...OLD, amount: total });
    tell.bill(no + 1, `B${no + 1}`, { ...OLD, amount: 90_00 });
    tell.order(`PO${no}`, { ...FROM_OLD, bills: [`B${no}`, `B${no + 1}`], total: total + 90_00 });
    tell.payment({ closes: [[no, total]], booked: 6 });
  }, 2),
  // Nothing that was ordered; from a vendor that nothing tells; in another currency than the order.
  situation(({ tell, no, total }) => {
    tell.bill(no, `B${no}`, { ...OLD, vendor: 20_006, amount: total });
    tell.payment({ closes: [[no, total]], booked: 11 });
  }),
  situation(({ tell, no, total }) => {
    tell.bill(no, `B${no}`, { ...OLD, vendor: 20_013, amount: total });
    tell.order(`PO${no}`, { supplier: 'HALDENSRV', ordered: 50, bills: [`B${no}`], total });
    tell.payment({ closes: [[no, total]], booked: 3 });
  }),
  situation(({ tell, no, total }) => {
    tell.bill(no, `B${no}`, { ...OLD, vendor: 20_010, currency: 'EUR', rate: 11_7300, amount: total });
    tell.order(`PO${no}`, { supplier: 'RHEINKABEL', ordered: 50, bills: [`B${no}`], total: total * 11 });
    tell.payment({ closes: [[no, total]], booked: 4 });
  }),
];

/** A few bills, at most twelve, of situations that the seed picks. The same seed tells the same. */
export function tellSmallBills(now: number, seed: number) {
  const random = seeded(seed + 7_919);
  const tell = createTeller(now, random);
  let no = 80_001;
  for (const { bills, told } of shuffled(SITUATIONS, random).slice(0, between(random, 3, 9))) {
    if (no - 80_001 + bills > MOST_BILLS) break;
    told({ tell, no, total: between(random, 200_00, 9_999_99) });
    no += bills;
  }
  return tell.bills();
}

/** A bill, and an order for it. */
function tellOrdered(
  { tell, no, total }: Telling,
  shown: { paidAmount?: number; datePaid?: string; note?: string } = {},
): void {
  tell.bill(no, `B${no}`, { ...OLD, amount: total });
  tell.order(`PO${no}`, { ...FROM_OLD, bills: [`B${no}`], total, ...shown });
}
