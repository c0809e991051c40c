import Big from 'big.js';
import { subtract, type Money } from '@/utils/payments/money';
import { parseMoney } from '@/utils/payments/parse-money';
import type { LedgerEntry, PostedInvoice } from './schemas';

/** The currency an entry was posted in. */
export function currencyOf({
  CurrencyCode,
  ClientCurrency,
}: Pick<LedgerEntry | PostedInvoice, 'CurrencyCode' | 'ClientCurrency'>): string {
  return CurrencyCode ?? ClientCurrency;
}

/** How much of an entry is matched with others, in the client's currency and with the entry's sign. */
export function matchedPart({ Amount, Balance, ClientCurrency }: LedgerEntry): Money {
  return subtract(parseMoney(Amount, ClientCurrency), parseMoney(Balance, ClientCurrency));
}

/**
 * The same in a given currency. Balances exist in the client's currency only, so of a partly matched entry in
 * another currency it is the same share of its amount there, rounded.
 * @returns null where the entry's amount in that currency is not known
 */
export function matchedPartIn(entry: LedgerEntry, currency: string): Money | null {
  const { Amount, Balance, CurrencyAmount, ClientCurrency } = entry;
  if (currency === ClientCurrency) return matchedPart(entry);
  if (currencyOf(entry) !== currency || CurrencyAmount == null) return null;
  if (new Big(Balance).eq(0)) return parseMoney(CurrencyAmount, currency);
  if (new Big(Amount).eq(0)) return null;
  const share = new Big(Amount).minus(Balance).div(Amount);
  return parseMoney(share.times(CurrencyAmount).toFixed(), currency);
}
