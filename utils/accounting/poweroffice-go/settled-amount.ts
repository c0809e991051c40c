import Big from 'big.js';
import { money, subtract, sum, type Money } from '@/utils/payments/money';
import { parseMoney } from '@/utils/payments/parse-money';
import { currencyOf, matchedPart, matchedPartIn } from './matched-part';
import type { LedgerEntry, PostedInvoice } from './schemas';

/** How much of an invoice is settled, in its own currency and with its sign (a credit note's is negative). */
export interface SettledAmount {
  readonly amount: Money;
  /** Whether it was converted from the client's currency at the invoice's rate, and may be off by rounding. */
  readonly converted: boolean;
}

/** Whether anything of the invoice is matched with other entries, as far as its balance tells. */
export function isSettledInPart({ Balance, TotalPostedAmount }: PostedInvoice): boolean {
  return Balance != null && !new Big(Balance).eq(TotalPostedAmount);
}

/**
 * What the matches of an invoice settled. Balance and TotalAmount are of different currencies and never mixed: a
 * foreign invoice with balance 0 is settled to its total; of one with a rest the matched entries of its currency
 * tell the amount, provided that they settle nothing else; failing that, its exchange rate does.
 * @returns null where the balance is not known
 */
export function settledAmount(invoice: PostedInvoice, group: readonly LedgerEntry[]): SettledAmount | null {
  if (invoice.Balance == null) return null;
  const currency = currencyOf(invoice);
  const total = parseMoney(invoice.TotalAmount, currency);
  const exactly = (amount: Money): SettledAmount => ({ amount, converted: false });
  if (currency === invoice.ClientCurrency) {
    return exactly(subtract(total, parseMoney(invoice.Balance, currency)));
  }
  if (new Big(invoice.Balance).eq(0)) return exactly(total);
  if (!isSettledInPart(invoice)) return exactly(money(0, currency));
  const matched = settledByGroup(invoice, group);
  if (matched !== null && isPartOf(matched, total)) return exactly(matched);
  return { amount: nearest(converted(invoice, currency), total), converted: true };
}

/** What the entries opposite the invoice settled, when they are all of its currency and settle nothing else. */
function settledByGroup(invoice: PostedInvoice, group: readonly LedgerEntry[]): Money | null {
  const currency = currencyOf(invoice);
  const sign = Math.sign(Number(invoice.TotalPostedAmount));
  const others = group.filter(({ VoucherId }) => VoucherId !== invoice.Id);
  if (others.some((entry) => Math.sign(matchedPart(entry).minor) === sign)) return null;
  const parts = others.map((entry) => matchedPartIn(entry, currency));
  const known = parts.filter((part) => part !== null);
  if (known.length === 0 || known.length < parts.length) return null;
  return subtract(money(0, currency), sum(known, currency));
}

function converted(invoice: PostedInvoice, currency: string): Money {
  const { TotalAmount, TotalPostedAmount, Balance, CurrencyExchangeRate } = invoice;
  const settled = new Big(TotalPostedAmount).minus(Balance ?? 0);
  const rate = new Big(CurrencyExchangeRate ?? 0);
  if (rate.gt(0)) return parseMoney(settled.div(rate).toFixed(), currency);
  // Without a rate the two totals tell it, unless the client's is nothing.
  if (new Big(TotalPostedAmount).eq(0)) return money(0, currency);
  return parseMoney(settled.times(TotalAmount).div(TotalPostedAmount).toFixed(), currency);
}

/** Whether the amount is more than nothing and less than the total. */
function isPartOf(amount: Money, total: Money): boolean {
  return Math.sign(amount.minor) === Math.sign(total.minor) && Math.abs(amount.minor) < Math.abs(total.minor);
}

/** The amount, or the nearest to it that lies between nothing and the total. */
function nearest(amount: Money, total: Money): Money {
  const [low, high] = total.minor < 0 ? [total.minor, 0] : [0, total.minor];
  return money(Math.min(Math.max(amount.minor, low), high), total.currency);
}
