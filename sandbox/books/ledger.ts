import type { Amount, BooksEvent, Day, Key, Part, PostedEvent } from './story';
import type { Ticks } from './ticks';

/** One posting on a customer's account. What a customer owes is positive, what closes it negative. */
export interface Posting {
  readonly key: Key;
  /** The event it came from, counted from 1, and its place within that event's voucher. */
  readonly voucher: number;
  readonly line: number;
  readonly event: PostedEvent;
  readonly customerNo: number;
  readonly postedOn: Day;
  /** Whole øre. */
  readonly nok: number;
  /** Whole minor units of `currency`. */
  readonly minor: number;
  readonly currency: string;
  readonly rate: number;
  readonly bookedAt: Ticks;
  /** When it was entered, matched or un-matched last. */
  changedAt: Ticks;
  reversed: boolean;
}

/** So much of a charge was closed by so much of a settling posting: the same number of øre on both. */
export interface Match {
  readonly charge: Posting;
  readonly settling: Posting;
  readonly nok: number;
  /** In the charge's currency. */
  readonly minor: number;
  /** The event that matched them. */
  readonly by: number;
}

export interface Ledger {
  readonly postings: readonly Posting[];
  readonly matches: readonly Match[];
}

/** Foreign minor units in øre, half an øre rounded up. */
function inNok(minor: number, rate: number): number {
  return Math.floor((minor * rate + 5_000) / 10_000);
}

/** Keeps the customers' accounts: goes through what happened in the order it was entered. */
export function keepLedger(events: readonly BooksEvent[]): Ledger {
  const postings = new Map<Key, Posting>();
  const matches = new Set<Match>();
  /** The same by what they matched. */
  const matchesOf = new Map<Posting, readonly Match[]>();

  events.forEach((event, index) => {
    const voucher = index + 1;
    switch (event.what) {
      case 'invoice-issued':
      case 'fee-charged':
        post(event, voucher, event.amount);
        break;
      case 'payment-received':
      case 'credit-note-issued':
      case 'written-off':
        post(event, voucher, negative(event.amount));
        close(event.key, event.closes, voucher);
        break;
      case 'matched':
        close(event.settling, event.closes, voucher);
        break;
      case 'unmatched':
        takeApart(event.settling, event.bookedAt);
        break;
      case 'invoice-reversed': {
        const invoice = the(event.invoice);
        if (matchesWith(invoice).some(({ charge }) => charge === invoice))
          throw new Error(`${event.invoice} is matched`);
        invoice.reversed = true;
        matchWhole(invoice, post(event, voucher, negative(amountOf(invoice))), voucher);
        break;
      }
      case 'payment-reversed': {
        const payment = the(event.payment);
        takeApart(event.payment, event.bookedAt);
        matchWhole(post(event, voucher, negative(amountOf(payment))), payment, voucher);
        break;
      }
    }
  });
  return { postings: [...postings.values()], matches: [...matches] };

  function the(key: Key): Posting {
    const found = postings.get(key);
    if (found === undefined) throw new Error(`nothing was posted as ${key}`);
    return found;
  }

  function post(event: PostedEvent, voucher: number, amount: Amount): Posting {
    if (postings.has(event.key)) throw new Error(`${event.key} is posted twice`);
    const posting: Posting = {
      key: event.key,
      voucher,
      line: 0,
      event,
      customerNo: 'customerNo' in event ? event.customerNo : the(of(event)).customerNo,
      postedOn: event.postedOn,
      nok: Math.sign(amount.minor) * inNok(Math.abs(amount.minor), amount.rate),
      bookedAt: event.bookedAt,
      changedAt: event.bookedAt,
      reversed: false,
      ...amount,
    };
    postings.set(event.key, posting);
    return posting;
  }

  function close(settlingKey: Key, parts: readonly Part[], by: number): void {
    for (const part of parts) closePart(the(settlingKey), the(part.of), part.minor, by);
  }

  /**
   * Matches part of a charge with a settling posting. The currency difference that shows once the charge is
   * closed in its own currency is a line of the settling voucher: øre without a foreign amount.
   */
  function closePart(settling: Posting, charge: Posting, minor: number, by: number): void {
    const open = charge.nok - nokMatched(charge);
    const left = charge.minor - minorMatched(charge);
    const onAccount = -settling.nok - nokMatched(settling);
    const wholly =
      settling.currency !== charge.currency || minor === -settling.minor - minorMatched(settling);
    const paid = wholly ? onAccount : inNok(minor, settling.rate);
    if (minor > left || paid > onAccount || (minor < left && paid >= open)) {
      throw new Error(`${settling.key} cannot close ${minor} of ${charge.key}`);
    }
    const difference = minor === left ? paid - open : 0;
    match(charge, settling, difference > 0 ? open : paid, minor, by);
    if (difference === 0) return;
    const line = matchesWith(settling).filter((each) => each.settling === settling).length;
    const key = `${settling.key}/${charge.key}`;
    const posting: Posting = { ...settling, key, line, nok: difference, minor: 0, reversed: false };
    postings.set(key, posting);
    if (difference > 0) match(posting, settling, difference, 0, by);
    else match(charge, posting, -difference, 0, by);
  }

  function matchWhole(charge: Posting, settling: Posting, by: number): void {
    match(charge, settling, charge.nok, charge.minor, by);
  }

  function match(charge: Posting, settling: Posting, nok: number, minor: number, by: number): void {
    const at = events[by - 1]?.bookedAt ?? settling.bookedAt;
    charge.changedAt = at;
    settling.changedAt = at;
    const made = { charge, settling, nok, minor, by };
    matches.add(made);
    for (const posting of [charge, settling]) matchesOf.set(posting, [...matchesWith(posting), made]);
  }

  /** Currency differences go with the matches they came from. */
  function takeApart(settlingKey: Key, at: Ticks): void {
    const settling = the(settlingKey);
    const lines = new Set([
      settling,
      ...[...postings.values()].filter(({ key }) => key.startsWith(`${settlingKey}/`)),
    ]);
    for (const match of new Set([...lines].flatMap(matchesWith))) {
      matches.delete(match);
      for (const posting of [match.charge, match.settling]) {
        posting.changedAt = at;
        matchesOf.set(
          posting,
          matchesWith(posting).filter((each) => each !== match),
        );
      }
    }
    for (const { key } of lines) if (key !== settlingKey) postings.delete(key);
  }

  function nokMatched(posting: Posting): number {
    return matchesWith(posting).reduce((sum, { nok }) => sum + nok, 0);
  }

  function minorMatched(posting: Posting): number {
    return matchesWith(posting).reduce((sum, { minor }) => sum + minor, 0);
  }

  function matchesWith(posting: Posting): readonly Match[] {
    return matchesOf.get(posting) ?? [];
  }
}

function of(event: Exclude<PostedEvent, { customerNo: number }>): Key {
  return event.what === 'invoice-reversed' ? event.invoice : event.payment;
}

function amountOf({ minor, currency, rate }: Posting): Amount {
  return { minor, currency, rate };
}

function negative({ minor, ...rest }: Amount): Amount {
  return { minor: -minor, ...rest };
}
