import type { BooksEvent, Day, Key, Part, PaymentVoucher } from '../story';
import type { Ticks } from '../ticks';
import { createJournal, type Application } from './journal';
import type { CustomerEntry, DocumentType, EntryBooks, SalesDocument } from './rows';

/**
 * Keeps the customers' accounts of the story as Business Central and NAV do. Two things are done otherwise than in
 * PowerOffice Go: a sales invoice is never nullified but cancelled by a credit memo of its own, so that a number which
 * was used again can only have been booked through a journal; and what was written off is a journal line of type
 * Credit Memo, or a payment tolerance where the payment was accepted as it was.
 */
export function keepEntries(events: readonly BooksEvent[]): EntryBooks {
  const journal = createJournal();
  const entries = new Map<Key, CustomerEntry>();
  const documents = new Map<CustomerEntry, SalesDocument>();
  const applications: Application[] = [];
  const tolerances = new Map<Key, Application>();

  events.forEach((event, index) => {
    const at = event.bookedAt;
    const serial = String(index + 1).padStart(5, '0');
    journal.at(at);
    switch (event.what) {
      case 'invoice-issued': {
        const number = String(event.invoiceNo);
        const entry = post(event, 'Invoice', number, event.amount.minor, event.dueOn);
        if (event.key === number) document(entry, 'invoice', null, at);
        break;
      }
      case 'fee-charged':
        post(event, 'Reminder', `R${serial}`, event.amount.minor, event.postedOn);
        break;
      case 'payment-received':
        post(event, typeOf(event.voucher), `B${serial}`, -event.amount.minor);
        apply(event.key, event.closes, at);
        break;
      case 'credit-note-issued': {
        const entry = post(event, 'Credit Memo', String(event.invoiceNo), -event.amount.minor);
        document(entry, 'credit-memo', event.closes[0]?.of ?? null, at);
        apply(event.key, event.closes, at);
        break;
      }
      case 'written-off':
        if (event.toleratedIn === undefined) {
          post(event, 'Credit Memo', `W${serial}`, -event.amount.minor);
          apply(event.key, event.closes, at);
        } else {
          const paid = inForce(event.toleratedIn, event.closes[0]?.of);
          tolerances.set(event.key, redo(paid, paid.minor + event.amount.minor, event.amount.minor, at));
        }
        break;
      case 'matched':
        apply(event.settling, event.closes, at, { later: true, ...event });
        break;
      case 'unmatched': {
        const tolerance = tolerances.get(event.settling);
        if (tolerance === undefined) unapply(event.settling, at);
        else if (tolerance.inForce) redo(tolerance, tolerance.minor - tolerance.tolerated, 0, at);
        break;
      }
      case 'invoice-reversed': {
        const invoice = the(event.invoice);
        const cancelled = documents.get(invoice);
        if (cancelled === undefined) journal.reverse(invoice, event.key);
        else cancel(cancelled, event, serial);
        break;
      }
      case 'payment-reversed':
        unapply(event.payment, at);
        journal.reverse(the(event.payment), event.key);
        break;
    }
  });
  return { entries: journal.entries, details: journal.details, documents: [...documents.values()] };

  function the(key: Key): CustomerEntry {
    const found = entries.get(key);
    if (found === undefined) throw new Error(`nothing was posted as ${key}`);
    return found;
  }

  function post(
    { key, customerNo, amount, postedOn }: Extract<BooksEvent, { amount: unknown }>,
    documentType: DocumentType,
    documentNo: string,
    minor: number,
    dueOn?: Day,
  ): CustomerEntry {
    const draft = { key, documentType, documentNo, customerNo, postedOn, amount: { ...amount, minor } };
    const entry = journal.post(dueOn === undefined ? draft : { ...draft, dueOn });
    entries.set(key, entry);
    return entry;
  }

  function document(
    entry: CustomerEntry,
    kind: SalesDocument['kind'],
    appliesTo: string | null,
    modifiedAt: Ticks,
    corrective = false,
  ): void {
    const status = corrective ? 'Corrective' : entry.open ? 'Open' : 'Paid';
    const number = entry.documentNo;
    documents.set(entry, {
      kind,
      number,
      entry,
      appliesTo,
      corrective,
      cancelled: false,
      status,
      modifiedAt,
    });
  }

  /** The document's status follows the entry; where it stays the same, nothing is written. */
  function follow(entry: CustomerEntry, at: Ticks): void {
    const found = documents.get(entry);
    if (found === undefined) return;
    const status = found.cancelled
      ? 'Canceled'
      : found.corrective
        ? 'Corrective'
        : entry.open
          ? 'Open'
          : 'Paid';
    if (status === found.status) return;
    found.status = status;
    found.modifiedAt = at;
  }

  function apply(
    settlingKey: Key,
    closes: readonly Part[],
    at: Ticks,
    more: { readonly later?: boolean; readonly from?: 'invoice'; readonly chosenOn?: Day } = {},
  ): void {
    const settling = the(settlingKey);
    const charges = closes.map(({ of, minor }) => ({ charge: the(of), minor }));
    const days = [settling.postedOn, ...charges.map(({ charge }) => charge.postedOn)];
    const on = more.chosenOn ?? days.sort().at(-1) ?? settling.postedOn;
    for (const { charge, minor } of charges) {
      const applied =
        more.from === 'invoice'
          ? journal.apply({ charge, settling, minor, on, applying: charge })
          : journal.apply({ charge, settling, minor, on, later: more.later ?? false });
      applications.push(applied);
      follow(charge, at);
      follow(settling, at);
    }
  }

  function unapply(settlingKey: Key, at: Ticks): void {
    for (const each of applications
      .filter((one) => one.inForce && one.settling === the(settlingKey))
      .toReversed()) {
      journal.unapply(each);
      follow(each.charge, at);
      follow(each.settling, at);
    }
  }

  function inForce(settling: Key, charge: Key | undefined): Application {
    const found = applications.find(
      (one) => one.inForce && one.settling.key === settling && one.charge.key === charge,
    );
    if (found === undefined) throw new Error(`${settling} was not applied to ${charge}`);
    return found;
  }

  /** Un-applied and applied anew, with or without the tolerance. */
  function redo(application: Application, minor: number, tolerated: number, at: Ticks): Application {
    journal.unapply(application);
    const { charge, settling, on } = application;
    const again = journal.apply({ charge, settling, minor, tolerated, on, later: true });
    applications.push(again);
    follow(charge, at);
    follow(settling, at);
    return again;
  }

  function cancel(
    invoice: SalesDocument,
    { key, postedOn, bookedAt }: Extract<BooksEvent, { what: 'invoice-reversed' }>,
    serial: string,
  ): void {
    const { customerNo, original, currency, rate } = invoice.entry;
    const amount = { minor: -original.minor, currency, rate };
    const memo = journal.post({
      key,
      documentType: 'Credit Memo',
      documentNo: `C${serial}`,
      customerNo,
      postedOn,
      amount,
    });
    entries.set(key, memo);
    document(memo, 'credit-memo', invoice.number, bookedAt, true);
    invoice.cancelled = true;
    apply(key, [{ of: invoice.entry.key, minor: original.minor }], bookedAt);
    follow(invoice.entry, bookedAt);
  }
}

/** A line of a general journal has no type unless somebody chose one. */
function typeOf(voucher: PaymentVoucher): DocumentType {
  return voucher === 'ManualJournal' || voucher === 'Unknown' ? '' : 'Payment';
}
