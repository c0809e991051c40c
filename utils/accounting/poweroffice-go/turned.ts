import Big from 'big.js';

/** Every field of an invoice or a ledger entry whose sign says who owes whom. */
const AMOUNTS = ['TotalAmount', 'TotalPostedAmount', 'Amount', 'CurrencyAmount', 'Balance'] as const;

type Amounts = Partial<Record<(typeof AMOUNTS)[number], string | null | undefined>>;

/** A row of a ledger in which what is owed is negative, with all its amounts the other way round. */
export function turned<T extends Amounts>(row: T): T {
  const other: Amounts = {};
  for (const name of AMOUNTS) {
    const text = row[name];
    if (text != null && !new Big(text).eq(0)) other[name] = new Big(text).times(-1).toFixed();
  }
  return { ...row, ...other };
}
