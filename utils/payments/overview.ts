import type { ManageFigures } from './manage-figures';
import { add, money, subtract, type Money } from './money';

/** How many invoices, and over how much: what is owed by them. */
interface Share {
  readonly count: number;
  readonly owed: Money;
}

/** How the invoices of one currency stand together. */
export interface CurrencyOverview {
  readonly currency: string;
  readonly paid: Share;
  readonly partlyPaid: Share;
  /** What is still to be paid of the partly paid ones. */
  readonly left: Money;
  readonly open: Share;
}

type Figures = Pick<ManageFigures, 'state' | 'owed' | 'paidAmount'>;

/**
 * Adds invoices up by currency and by how they stand in Manage, the currency of most invoices first. What nobody
 * has to pay (credit memos, credited invoices and those of amount 0) is left out.
 */
export function overviewOf(invoices: readonly Figures[]): readonly CurrencyOverview[] {
  const byCurrency = new Map<string, CurrencyOverview>();
  for (const invoice of invoices) {
    const { currency } = invoice.owed;
    const before = byCurrency.get(currency) ?? nothing(currency);
    const after = added(before, invoice);
    if (after !== null) byCurrency.set(currency, after);
  }
  const count = ({ paid, partlyPaid, open }: CurrencyOverview): number =>
    paid.count + partlyPaid.count + open.count;
  return [...byCurrency.values()].sort((a, b) => count(b) - count(a) || a.currency.localeCompare(b.currency));
}

function added(overview: CurrencyOverview, { state, owed, paidAmount }: Figures): CurrencyOverview | null {
  const more = (share: Share): Share => ({ count: share.count + 1, owed: add(share.owed, owed) });
  switch (state) {
    case 'paid':
      return { ...overview, paid: more(overview.paid) };
    case 'partly-paid':
      return {
        ...overview,
        partlyPaid: more(overview.partlyPaid),
        left: add(overview.left, subtract(owed, paidAmount)),
      };
    case 'unpaid':
      return { ...overview, open: more(overview.open) };
    case 'nothing-to-pay':
    case 'credit-memo':
    case 'credited':
      return null;
  }
}

function nothing(currency: string): CurrencyOverview {
  const none = money(0, currency);
  const share = { count: 0, owed: none };
  return { currency, paid: share, partlyPaid: share, left: none, open: share };
}
