import type { AccountingSource } from '@/utils/accounting/source';
import { comparableInManage, spellingsInManage, type NumberRule } from '@/utils/payments/number-rule';
import { liveInvoices } from './live-invoices';

/** The books of another connection that writes to the same Manage. */
export interface OtherBooks {
  /** What people call the connection. */
  readonly name: string;
  /**
   * Which of these invoice numbers, as the own connection tells them, live invoices of the other books carry too.
   * @throws Problem when the books do not tell
   */
  carrying(numbers: readonly string[], signal: AbortSignal): Promise<ReadonlySet<string>>;
}

/**
 * Books as another connection sees them.
 * @param source with the numbers that Manage knows its invoices by
 * @param own how the numbers of the own connection match
 */
export function otherBooks(name: string, source: AccountingSource, own: NumberRule): OtherBooks {
  return {
    name,
    async carrying(numbers, signal) {
      // What is one number to the own connection may be several to the other.
      const wanted = numbers.flatMap((number) => spellingsInManage(number, own));
      const { invoices, unreadable, doubtful = [] } = await source.lookUp(wanted, signal);
      const { live, duplicates } = liveInvoices(invoices);
      const carried = [
        ...live.filter(({ state }) => state === 'posted').map(({ number }) => number),
        ...duplicates.map(({ invoiceNumber }) => invoiceNumber),
        ...[...unreadable, ...doubtful.filter(({ isInBooks }) => isInBooks)].map(({ number }) => number),
      ];
      const asked = new Set(numbers);
      return new Set(
        carried.map((number) => comparableInManage(number, own)).filter((each) => asked.has(each)),
      );
    },
  };
}
