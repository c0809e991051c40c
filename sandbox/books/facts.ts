import type { Day, Key, Part, Story } from './story';
import type { Ticks } from './ticks';

/** What closed part of an invoice. Money of a voucher without a name counts as money. */
interface Closing {
  readonly by: Key;
  readonly isMoney: boolean;
  /** What fell short of a payment and was accepted along with it. */
  readonly tolerated: boolean;
  /** The day of what settles. */
  readonly postedOn: Day;
  /** The day the matching counts from: never before either side, and another where somebody chose it. */
  readonly appliedOn: Day;
  readonly minor: number;
}

/** What is true of one invoice or credit note. */
export interface Facts {
  readonly key: Key;
  readonly number: string;
  /** On a vendor's account: what the vendor printed on it, and whose account it is. */
  readonly theirNumber: string | null;
  readonly accountNo: number;
  readonly currency: string;
  readonly total: number;
  readonly isInvoice: boolean;
  /** In the order they were entered. */
  closings: Closing[];
  reversed: boolean;
  /** When anything changed its balance last. */
  changedAt: Ticks;
  /** When it was issued, or went from open to closed or back, last. */
  turnedAt: Ticks;
  /** Every day that anything on it counts or once counted from. */
  readonly days: Set<Day>;
}

/** Goes through what happened and notes for each invoice and credit note what closed it and when that changed last. */
export function factsOf({ events }: Pick<Story, 'events'>): Facts[] {
  const facts = new Map<Key, Facts>();
  const posted = new Map<Key, Day>();
  const money = new Set<Key>();

  const change = (each: Facts, at: Ticks, closings: Closing[]): void => {
    const wasOpen = isOpen(each);
    each.closings = closings;
    each.changedAt = at;
    if (isOpen(each) !== wasOpen) each.turnedAt = at;
  };
  const close = (
    by: Key,
    parts: readonly Part[],
    at: Ticks,
    more: { chosenOn?: Day; toleratedIn?: Key } = {},
  ): void => {
    const days = [by, ...parts.map(({ of }) => of)].flatMap((key) => posted.get(key) ?? []);
    const latest = days.sort().at(-1) ?? '';
    for (const { of, minor } of parts) {
      const closed = facts.get(of);
      if (closed === undefined) continue;
      const { toleratedIn, chosenOn = latest } = more;
      const paid = closed.closings.find((closing) => closing.by === toleratedIn);
      const appliedOn = paid?.appliedOn ?? chosenOn;
      const postedOn = posted.get(by) ?? '';
      closed.days.add(appliedOn);
      const closing = {
        by,
        isMoney: money.has(by),
        tolerated: paid !== undefined,
        postedOn,
        appliedOn,
        minor,
      };
      change(closed, at, [...closed.closings, closing]);
    }
  };
  const open = (by: Key, at: Ticks): void => {
    for (const each of facts.values()) {
      const left = each.closings.filter((closing) => closing.by !== by);
      if (left.length < each.closings.length) change(each, at, left);
    }
  };

  for (const event of events) {
    const at = event.bookedAt;
    if ('postedOn' in event) posted.set(event.key, event.postedOn);
    switch (event.what) {
      case 'invoice-issued':
      case 'credit-note-issued':
        facts.set(event.key, {
          key: event.key,
          number: String(event.invoiceNo),
          theirNumber: event.theirNumber ?? null,
          accountNo: event.customerNo,
          currency: event.amount.currency,
          total: event.amount.minor,
          isInvoice: event.what === 'invoice-issued',
          closings: [],
          reversed: false,
          changedAt: at,
          turnedAt: at,
          days: new Set([event.postedOn]),
        });
        if (event.what === 'credit-note-issued') close(event.key, event.closes, at);
        break;
      case 'payment-received':
        money.add(event.key);
        close(event.key, event.closes, at);
        break;
      case 'written-off':
        close(event.key, event.closes, at, event);
        break;
      case 'matched':
        close(event.settling, event.closes, at, event);
        break;
      case 'unmatched':
        open(event.settling, at);
        break;
      case 'payment-reversed':
        open(event.payment, at);
        break;
      case 'invoice-reversed': {
        const reversed = facts.get(event.invoice);
        reversed?.days.add(event.postedOn);
        if (reversed !== undefined) Object.assign(reversed, { reversed: true, changedAt: at, turnedAt: at });
        break;
      }
      case 'fee-charged':
        break;
    }
  }
  return [...facts.values()];
}

/** Whether the customer still owes anything by it. */
export function isOpen({
  total,
  closings,
  reversed,
}: Pick<Facts, 'total' | 'closings' | 'reversed'>): boolean {
  return !reversed && leftOf({ total, closings }) !== 0;
}

/** Minor units not closed by anything. */
export function leftOf({ total, closings }: Pick<Facts, 'total' | 'closings'>): number {
  return closings.reduce((left, { minor }) => left - minor, total);
}
