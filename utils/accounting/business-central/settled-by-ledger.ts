import Big from 'big.js';
import { money, subtract, type Money } from '@/utils/payments/money';
import { parseMoney } from '@/utils/payments/parse-money';
import { rowsInForce, type LedgerEntry } from './ledger-entry';
import { settledLocally } from './settlements';

/**
 * What is settled of an invoice whose document does not tell, by its ledger entry, which is kept in the company's own
 * currency: all of it once the entry is closed; of an open one what the rows leave, reckoned by the invoice's own rate
 * where it is in another currency.
 * @returns null where the entry cannot tell
 */
export function settledByLedger(
  total: Money,
  entry: LedgerEntry,
  { isLocal }: { readonly isLocal: boolean },
): Money | null {
  if (!entry.open) return total;
  if (isLocal) {
    const remaining = entry.rows.reduce((amount, row) => amount.plus(row.amount), new Big(0));
    return subtract(total, parseMoney(remaining.toFixed(), total.currency));
  }
  const local = settledLocally(rowsInForce(entry));
  if (local === null || entry.original.eq(0)) return null;
  const minor = local.times(total.minor).div(entry.original).round(0, Big.roundHalfUp).toNumber();
  // It is open, so that some of it remains.
  return minor < total.minor ? money(minor, total.currency) : null;
}
