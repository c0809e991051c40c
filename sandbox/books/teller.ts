import { dayAfter, dayBefore, officeHours } from './calendar';
import { CUSTOMERS } from './customers';
import type {
  Amount,
  BooksEvent,
  Day,
  InManage,
  Key,
  Part,
  PaymentVoucher,
  PurchaseOrder,
  Story,
} from './story';
import { toEpochMs } from './ticks';
import { SUPPLIERS, VENDORS } from './vendors';

/** 1 to 1 in the scale of {@link Amount.rate}. */
const PAR = 1_0000;

/** What an invoice is like in Manage where it differs from the books. */
export type ManageSide = Partial<Omit<InManage, 'number' | 'customerNo' | 'fields'>> &
  Partial<InManage['fields']>;

interface InvoiceTold {
  readonly customer: number;
  /** Minor units of the invoice's currency. */
  readonly amount: number;
  readonly currency?: string;
  /** NOK per unit, times 10,000. */
  readonly rate?: number;
  readonly issued: number | Day;
  /** Names this invoice where its number is used twice. */
  readonly key?: Key;
  readonly manage?: ManageSide | 'unknown';
  readonly theirNumber?: string;
}

interface BillTold extends Omit<InvoiceTold, 'customer' | 'key' | 'manage' | 'theirNumber'> {
  readonly vendor: number;
}

/** An order, where it differs from one in NOK that is still open and that nobody filled in any field of. */
type OrderTold = Pick<PurchaseOrder, 'supplier' | 'bills' | 'total'> &
  Partial<Pick<PurchaseOrder, 'vendorInvoiceNumber' | 'currency' | 'closed'>> &
  Partial<PurchaseOrder['fields']> & { readonly ordered: number };

/** When something was entered, in days before now; `posted` differs where it counts from another day. */
interface When {
  readonly booked: number;
  readonly posted?: number | Day;
}

interface PaymentTold extends When {
  readonly key?: Key;
  readonly closes: readonly (readonly [Key | number, number])[];
  /** The whole amount paid, where it is more than what was closed, or lies on account. Minor units. */
  readonly amount?: number;
  readonly customer?: number;
  /** Where it was not paid in the invoice's currency at the invoice's rate. */
  readonly currency?: string;
  readonly rate?: number;
  readonly voucher?: PaymentVoucher;
}

interface CreditTold extends When {
  readonly key?: Key;
  readonly of: Key | number;
  readonly amount: number;
  readonly theirNumber?: string;
}

interface WriteOffTold extends Omit<CreditTold, 'theirNumber'> {
  readonly toleratedIn?: Key;
}

/** How something was matched later, where it was not the ordinary way. */
interface MatchTold {
  readonly chosen?: number;
  readonly from?: 'invoice';
}

/** Tells a story event by event, with days counted back from `now`. */
export function createTeller(now: number, random: () => number) {
  const events: BooksEvent[] = [];
  const inManage: InManage[] = [];
  const orders: PurchaseOrder[] = [];
  const charges = new Map<Key, { customerNo: number; amount: Amount }>();
  let told = 0;

  const day = (when: number | Day): Day => (typeof when === 'number' ? dayBefore(now, when) : when);
  const posted = ({ booked, posted: on = booked }: When): Day => day(on);
  const enteredAt = (daysAgo: number) => ({ bookedAt: officeHours(now, daysAgo, random) });
  const parts = (closes: PaymentTold['closes']): Part[] =>
    closes.map(([of, minor]) => ({ of: String(of), minor }));
  const keyOf = (kind: string): Key => `${kind}-${(told += 1)}`;

  function charge(key: Key | number): { customerNo: number; amount: Amount } {
    const found = charges.get(String(key));
    if (found === undefined) throw new Error(`the story has no invoice ${key} yet`);
    return found;
  }

  const tell = {
    now,

    /** Issues an invoice and, unless Manage does not know it, puts it there too. */
    invoice(
      invoiceNo: number,
      { customer, amount, currency = 'NOK', rate = PAR, ...more }: InvoiceTold,
    ): void {
      const { issued, key = String(invoiceNo), manage = {}, theirNumber } = more;
      const issuedOn = day(issued);
      const dueOn = dayAfter(issuedOn, 14);
      const full = { minor: amount, currency, rate };
      charges.set(key, { customerNo: customer, amount: full });
      const daysAgo = Math.round((Date.parse(dayBefore(now, 0)) - Date.parse(issuedOn)) / 86_400_000);
      events.push({
        what: 'invoice-issued',
        key,
        invoiceNo,
        ...(theirNumber !== undefined && { theirNumber }),
        customerNo: customer,
        amount: full,
        postedOn: issuedOn,
        dueOn,
        ...enteredAt(daysAgo),
      });
      if (manage === 'unknown') return;
      const { paidAmount = null, datePaid = null, note = null, ...rest } = manage;
      inManage.push({
        number: String(invoiceNo),
        type: 'Standard',
        customerNo: customer,
        currency,
        total: amount,
        issuedOn,
        dueOn,
        closed: false,
        reference: '',
        record: null,
        memos: [],
        ...rest,
        fields: { paidAmount, datePaid, note },
      });
    },

    /** A vendor's bill, filed under a number of the firm's own. */
    bill(filedNo: number, theirNumber: string, { vendor, ...more }: BillTold): void {
      tell.invoice(filedNo, { customer: vendor, theirNumber, manage: 'unknown', ...more });
    },

    /** An order that Manage holds, with the vendor's numbers of the bills that came for it. */
    order(poNumber: string, { bills, ordered, ...more }: OrderTold): void {
      const { paidAmount = null, datePaid = null, note = null, ...rest } = more;
      orders.push({
        poNumber,
        bills,
        vendorInvoiceNumber: bills.join(', '),
        currency: 'NOK',
        orderedOn: day(ordered),
        closed: false,
        ...rest,
        fields: { paidAmount, datePaid, note },
      });
    },

    /** An invoice or memo that only Manage has. */
    onlyInManage(invoice: InManage): void {
      inManage.push(invoice);
    },

    fee(key: Key, of: Key | number, minor: number, when: When): void {
      const { customerNo } = charge(of);
      const amount = { minor, currency: 'NOK', rate: PAR };
      charges.set(key, { customerNo, amount });
      events.push({
        what: 'fee-charged',
        key,
        customerNo,
        amount,
        postedOn: posted(when),
        ...enteredAt(when.booked),
      });
    },

    payment(paid: PaymentTold): void {
      const [[first] = [null]] = paid.closes;
      const invoiced = first === null ? null : charge(first);
      const customerNo = paid.customer ?? invoiced?.customerNo;
      if (customerNo === undefined) throw new Error('nobody made this payment');
      events.push({
        what: 'payment-received',
        key: paid.key ?? keyOf('payment'),
        voucher: paid.voucher ?? 'BankJournal',
        customerNo,
        amount: {
          minor: paid.amount ?? paid.closes.reduce((sum, [, minor]) => sum + minor, 0),
          currency: paid.currency ?? invoiced?.amount.currency ?? 'NOK',
          rate: paid.rate ?? (paid.currency === undefined ? invoiced?.amount.rate : undefined) ?? PAR,
        },
        closes: parts(paid.closes),
        postedOn: posted(paid),
        ...enteredAt(paid.booked),
      });
    },

    creditNote(invoiceNo: number, told: CreditTold): void {
      const { key = String(invoiceNo), of, amount, theirNumber, ...when } = told;
      const { customerNo, amount: invoiced } = charge(of);
      events.push({
        what: 'credit-note-issued',
        key,
        invoiceNo,
        ...(theirNumber !== undefined && { theirNumber }),
        customerNo,
        amount: { ...invoiced, minor: amount },
        closes: parts([[of, amount]]),
        postedOn: posted(when),
        ...enteredAt(when.booked),
      });
    },

    writeOff({ key = keyOf('write-off'), of, amount, toleratedIn, ...when }: WriteOffTold): void {
      const { customerNo, amount: invoiced } = charge(of);
      events.push({
        what: 'written-off',
        key,
        customerNo,
        amount: { ...invoiced, minor: amount },
        closes: parts([[of, amount]]),
        ...(toleratedIn !== undefined && { toleratedIn }),
        postedOn: posted(when),
        ...enteredAt(when.booked),
      });
    },

    reverse(invoice: Key | number, when: When): void {
      const key = `reversal-of-${invoice}`;
      const bookedAt = enteredAt(when.booked);
      events.push({
        what: 'invoice-reversed',
        key,
        invoice: String(invoice),
        postedOn: posted(when),
        ...bookedAt,
      });
    },

    bounce(payment: Key, when: When): void {
      const key = `reversal-of-${payment}`;
      events.push({
        what: 'payment-reversed',
        key,
        payment,
        postedOn: posted(when),
        ...enteredAt(when.booked),
      });
    },

    match(
      settling: Key,
      closes: PaymentTold['closes'],
      booked: number,
      { chosen, from }: MatchTold = {},
    ): void {
      events.push({
        what: 'matched',
        settling,
        closes: parts(closes),
        ...(chosen !== undefined && { chosenOn: day(chosen) }),
        ...(from !== undefined && { from }),
        ...enteredAt(booked),
      });
    },

    unmatch(settling: Key, booked: number): void {
      events.push({ what: 'unmatched', settling, ...enteredAt(booked) });
    },

    /**
     * The story in the order in which things were entered, up to now.
     * @param bills what another teller told of vendors' bills and of orders
     */
    done(bills?: Bills): Story {
      return {
        now,
        customers: CUSTOMERS,
        events: inOrder(),
        inManage,
        vendors: VENDORS,
        bills: bills?.events ?? [],
        suppliers: SUPPLIERS,
        orders: bills?.orders ?? [],
      };
    },

    /** What was told of vendors' bills, to be part of a story. */
    bills: (): Bills => ({ events: inOrder(), orders }),
  };
  return tell;

  function inOrder(): BooksEvent[] {
    const late = events.find(({ bookedAt }) => toEpochMs(bookedAt) >= now);
    if (late !== undefined) throw new Error(`${late.what} was not entered yet`);
    return events.sort((a, b) => (a.bookedAt < b.bookedAt ? -1 : 1));
  }
}

/** What happened on vendors' accounts, and the orders that it is about. */
interface Bills {
  readonly events: BooksEvent[];
  readonly orders: readonly PurchaseOrder[];
}

export type Teller = ReturnType<typeof createTeller>;
