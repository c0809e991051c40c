const BETWEEN = ' · ';

/** Stands for the vendor of a bill that could not be read. */
export const UNKNOWN_VENDOR = '–';

/** A bill of the books, told from those that other vendors gave the same number. */
export interface BillName {
  /** The vendor's number of the bill. */
  readonly bill: string;
  /** The vendor's number in the books. */
  readonly vendor: string;
}

/** What a bill goes by that no purchase order carries. */
export function billKey({ bill, vendor }: BillName): string {
  return `${bill}${BETWEEN}${vendor}`;
}

/** The bill that a key names; null for the number of a purchase order. The vendor stands behind the last dot. */
export function billOfKey(key: string): BillName | null {
  const at = key.lastIndexOf(BETWEEN);
  if (at <= 0) return null;
  const name = { bill: key.slice(0, at), vendor: key.slice(at + BETWEEN.length) };
  return name.vendor === '' ? null : name;
}
