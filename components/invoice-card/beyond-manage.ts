import type { InvoiceInManage } from '@/utils/messaging/invoice-card';
import type { SettlementKind } from '@/utils/payments/accounting-invoice';
import type { BooksView } from '@/utils/payments/books-view';
import { sameMoney, sum, type Money } from '@/utils/payments/money';

/** Something the books say of an invoice that Manage has no place for, or does not show. */
export type BeyondManage =
  | { readonly what: 'draft' | 'cancelled' | 'reversed' }
  | { readonly what: 'credited' | 'writtenOff'; readonly amount: Money };

/**
 * What the books know of an invoice beyond Manage: that it is not live, or what of it was closed by something else
 * than money. Credits that Manage has applied just so are no news.
 */
export function beyondManage(said: BooksView, manage: InvoiceInManage | null): readonly BeyondManage[] {
  const amountOf = (kind: SettlementKind): Money =>
    sum(
      said.settlements.filter((each) => each.kind === kind).map(({ amount }) => amount),
      said.currency,
    );
  if (said.state !== 'posted') return [{ what: said.state }];
  const credited = amountOf('credit');
  const writtenOff = amountOf('write-off');
  const isInManage = manage !== null && sameMoney(credited, manage.credits);
  return [
    ...(credited.minor === 0 || isInManage ? [] : [{ what: 'credited', amount: credited } as const]),
    ...(writtenOff.minor === 0 ? [] : [{ what: 'writtenOff', amount: writtenOff } as const]),
  ];
}
