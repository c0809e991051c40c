import type { Day, Key, Part, Story } from './story';
import type { Ticks } from './ticks';

/** What closed part of an invoice. Money of a voucher without a name counts as money. */
export interface Closing {
  readonly by: Key;
  readonly isMoney: boolean;
  readonly postedOn: Day;
  readonly minor: number;
}

/** What is true of one invoice or credit note. */
export interface Facts {
  readonly number: string;
  readonly currency: string;
  readonly total: number;
  readonly isInvoice: boolean;
  closings: Closing[];
  reversed: boolean;
  changedAt: Ticks;
}

/** Goes through what happened and notes for each invoice and credit note what closed it and when that changed last. */
export function factsOf({ events }: Story): Facts[] {
  const facts = new Map<Key, Facts>();
  const settlings = new Map<Key, { isMoney: boolean; postedOn: Day }>();
  const close = (by: Key, parts: readonly Part[], at: Ticks): void => {
    const settling = settlings.get(by);
    for (const { of, minor } of parts) {
      const closed = facts.get(of);
      if (closed === undefined || settling === undefined) continue;
      closed.closings.push({ by, ...settling, minor });
      closed.changedAt = at;
    }
  };
  const open = (by: Key, at: Ticks): void => {
    for (const each of facts.values()) {
      if (each.closings.every((closing) => closing.by !== by)) continue;
      each.closings = each.closings.filter((closing) => closing.by !== by);
      each.changedAt = at;
    }
  };
  for (const event of events) {
    const at = event.bookedAt;
    if (event.what === 'invoice-issued' || event.what === 'credit-note-issued') {
      const { currency, minor: total } = event.amount;
      const isInvoice = event.what === 'invoice-issued';
      const number = String(event.invoiceNo);
      facts.set(event.key, {
        number,
        currency,
        total,
        isInvoice,
        closings: [],
        reversed: false,
        changedAt: at,
      });
    }
    if (
      event.what === 'payment-received' ||
      event.what === 'credit-note-issued' ||
      event.what === 'written-off'
    ) {
      settlings.set(event.key, { isMoney: event.what === 'payment-received', postedOn: event.postedOn });
      close(event.key, event.closes, at);
    }
    if (event.what === 'matched') close(event.settling, event.closes, at);
    if (event.what === 'unmatched') open(event.settling, at);
    if (event.what === 'payment-reversed') open(event.payment, at);
    const reversed = event.what === 'invoice-reversed' ? facts.get(event.invoice) : undefined;
    if (reversed !== undefined) Object.assign(reversed, { reversed: true, changedAt: at });
  }
  return [...facts.values()];
}
