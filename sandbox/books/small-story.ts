import { dayBefore } from './calendar';
import { between, seeded, shuffled } from './seeded';
import { tellSmallBills } from './small-bills';
import type { Story } from './story';
import { createTeller, type Teller } from './teller';

/** No more invoices than fit on one look-up, so that a thousand stories are soon told. */
const MOST_INVOICES = 20;

interface Telling {
  readonly tell: Teller;
  readonly random: () => number;
  /** Minor units, with odd øre. */
  readonly total: number;
}

/** One kind of situation: what it tells, and how many invoices it takes, numbered from `no`. */
interface Situation {
  readonly invoices: number;
  readonly told: (no: number, telling: Telling) => void;
}

const situation = (told: Situation['told'], invoices = 1): Situation => ({ invoices, told });

const SITUATIONS: readonly Situation[] = [
  situation((no, { tell, total }) => tell.invoice(no, { ...NEW, amount: total })),
  // Paid in part; in two parts, of which the later was posted before the first; in full; too much.
  situation((no, { tell, total }) => {
    tell.invoice(no, { ...OLD, amount: total });
    tell.payment({ closes: [[no, 100_25]], booked: 6 });
  }),
  situation((no, { tell, total }) => {
    tell.invoice(no, { ...OLD, amount: total });
    tell.payment({ closes: [[no, 70_00]], booked: 11 });
    tell.payment({ closes: [[no, total - 70_00]], booked: 8, posted: 15, voucher: 'ManualJournal' });
  }),
  situation((no, { tell, total }) => {
    tell.invoice(no, { ...OLD, amount: total });
    tell.payment({ closes: [[no, total]], booked: 2, voucher: 'IncomingOcrGiro' });
  }),
  situation((no, { tell, total }) => {
    tell.invoice(no, { ...OLD, amount: total });
    tell.payment({ closes: [[no, total]], amount: total + 200_00, booked: 5 });
  }),
  // One payment over two invoices; one that lay on account before.
  situation((no, { tell, total }) => {
    tell.invoice(no, { ...OLD, amount: total });
    tell.invoice(no + 1, { ...OLD, amount: total + 50_00 });
    tell.payment({ closes: [[no, total], [no + 1, 60_00]], booked: 9 }); // prettier-ignore
  }, 2),
  situation((no, { tell, total }) => {
    const key = `prepaid-${no}`;
    tell.payment({ key, customer: OLD.customer, closes: [], amount: total, booked: 56 });
    tell.invoice(no, { ...OLD, amount: total });
    tell.match(key, [[no, total]], 7);
  }),
  // Credited in full; credited in part, in Manage too, and paid; the rest written off.
  situation((no, { tell, total }) => {
    tell.invoice(no, { ...OLD, amount: total });
    tell.creditNote(no + 500, { of: no, amount: total, booked: 12 });
  }),
  situation((no, { tell, total }) => {
    const number = `CM-${no}`;
    const memos = [{ number, minor: 30_00, appliedOn: dayBefore(tell.now, 19) }];
    tell.invoice(no, { ...OLD, amount: total, manage: { memos } });
    tell.creditNote(no + 500, { of: no, amount: 30_00, booked: 19 });
    tell.payment({ closes: [[no, total - 30_00]], booked: 8 });
    tell.onlyInManage({ ...draft(tell), number, type: 'CreditMemo', total: -30_00 });
  }),
  situation((no, { tell, total }) => {
    tell.invoice(no, { ...OLD, amount: total });
    tell.payment({ closes: [[no, total - 6_25]], booked: 16 });
    tell.writeOff({ of: no, amount: 6_25, booked: 5 });
  }),
  // Reversed; reversed and its number used again; a payment that bounced and came again.
  situation((no, { tell, total }) => {
    tell.invoice(no, { ...OLD, amount: total });
    tell.reverse(no, { booked: 12 });
  }),
  situation((no, { tell, total }) => {
    tell.invoice(no, { ...OLD, amount: total, key: `${no}-first`, manage: 'unknown' });
    tell.reverse(`${no}-first`, { booked: 10 });
    tell.invoice(no, { ...NEW, amount: total + 10_00 });
    tell.payment({ closes: [[no, 90_00]], booked: 3 });
  }),
  situation((no, { tell, total }) => {
    const key = `bounced-${no}`;
    tell.invoice(no, { ...OLD, amount: total });
    tell.payment({ key, closes: [[no, total]], booked: 18 });
    tell.bounce(key, { booked: 15 });
    tell.payment({ closes: [[no, total]], booked: 4 });
  }),
  // Manage shows what has been un-matched since; the first of two payments; both; something else than the books.
  situation((no, { tell, total }) => {
    const key = `misposted-${no}`;
    tell.invoice(no, {
      ...OLD,
      amount: total,
      manage: { record: { minor: total, paidOn: dayBefore(tell.now, 21) } },
    });
    tell.payment({ key, closes: [[no, total]], booked: 21 });
    tell.unmatch(key, 4);
  }),
  situation((no, { tell, total }) => {
    tell.invoice(no, {
      ...OLD,
      amount: total,
      manage: { record: { minor: 60_00, paidOn: dayBefore(tell.now, 24) } },
    });
    tell.payment({ closes: [[no, 60_00]], booked: 24 });
    tell.payment({ closes: [[no, 35_00]], booked: 10 });
  }),
  situation((no, { tell, total }) => {
    const fields = { paidAmount: total, datePaid: dayBefore(tell.now, 9), note: 'PO 4711' };
    tell.invoice(no, {
      ...OLD,
      amount: total,
      manage: { record: { minor: total, paidOn: fields.datePaid }, ...fields },
    });
    tell.payment({ closes: [[no, total]], booked: 8, posted: 9 });
  }),
  situation((no, { tell, total }) => {
    tell.invoice(no, {
      ...OLD,
      amount: total,
      manage: { record: { minor: total - 5_00, paidOn: dayBefore(tell.now, 5) } },
    });
    tell.payment({ closes: [[no, total]], booked: 5 });
  }),
  // Only in the books; only in Manage, with a number that looks like another's.
  situation((no, { tell, total }) => {
    tell.invoice(no, { ...OLD, amount: total, manage: 'unknown' });
    tell.payment({ closes: [[no, total]], booked: 11 });
  }),
  situation((no, { tell, total }) => tell.onlyInManage({ ...draft(tell), number: `00${no}`, total })),
  // Another currency in Manage; a part payment in a foreign currency; a lower total; closed; nothing to pay.
  situation((no, { tell, total }) => {
    const currency = { currency: 'EUR', rate: 11_7300 };
    tell.invoice(no, { ...OLD, ...currency, amount: total, manage: { currency: 'NOK', total: total * 11 } });
    tell.payment({ closes: [[no, total]], booked: 4 });
  }),
  situation((no, { tell, total }) => {
    tell.invoice(no, { ...OLD, amount: total, currency: 'USD', rate: 10_4321 });
    tell.payment({ closes: [[no, 40_00]], rate: 10_5000, booked: 9 });
  }),
  situation((no, { tell, total }) => {
    tell.invoice(no, { ...OLD, amount: total, manage: { total: total - 20_00 } });
    tell.payment({ closes: [[no, total]], booked: 10 });
  }),
  situation((no, { tell, total }) => {
    tell.invoice(no, { ...OLD, amount: total, manage: { closed: true } });
    tell.payment({ closes: [[no, total]], booked: 7 });
  }),
  situation((no, { tell }) => tell.invoice(no, { ...NEW, amount: 0 })),
];

const OLD = { customer: 10_004, issued: 45 };
const NEW = { customer: 10_009, issued: 5 };

/** A few invoices, at most twenty, of situations that the seed picks. The same seed tells the same story. */
export function tellSmall(now: number, seed: number): Story {
  const random = seeded(seed);
  const tell = createTeller(now, random);
  const picked = shuffled(SITUATIONS, random).slice(0, between(random, 5, 15));
  let no = 30_001;
  for (const { invoices, told } of picked) {
    if (no - 30_001 + invoices > MOST_INVOICES) break;
    told(no, { tell, random, total: between(random, 200_00, 9_999_99) });
    no += invoices;
  }
  return tell.done(tellSmallBills(now, seed));
}

function draft({ now }: Teller) {
  return {
    type: 'Standard',
    customerNo: OLD.customer,
    currency: 'NOK',
    issuedOn: dayBefore(now, 19),
    dueOn: dayBefore(now, 5),
    closed: false,
    reference: '',
    record: null,
    memos: [],
    fields: { paidAmount: null, datePaid: null, note: null },
  } as const;
}
