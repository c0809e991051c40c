import type { BadgeFacts } from '@/utils/messaging/protocol';
import { isoDate } from '@/utils/payments/iso-date';
import { money } from '@/utils/payments/money';

/** Facts of an invoice over 1,250.00 US dollars, all of it paid unless told otherwise. */
export function factsOf(state: BadgeFacts['state'], minor = 125_000, datePaid?: string | null): BadgeFacts {
  return {
    invoiceId: 1,
    state,
    company: 'Nord IT AS',
    paidAmount: money(minor, 'USD'),
    owed: money(125_000, 'USD'),
    ...(datePaid === undefined ? {} : { datePaid: datePaid === null ? null : isoDate(datePaid) }),
  };
}
