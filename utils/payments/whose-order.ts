import type { AccountingInvoice } from './accounting-invoice';
import type { PurchaseOrder } from './purchase-order';
import { sameVendorName } from './vendor-name';

/** A vendor whom the firm knows by two names that nobody could match: both as somebody wrote them down. */
export interface VendorAlias {
  /** Number or name in the books. */
  readonly books: string;
  /** Identifier or name of the company in Manage. */
  readonly manage: string;
}

/**
 * Whether a bill and an order are one vendor's: by the vendor's number in the books, which is the company's identifier
 * in Manage, by their names, or because the firm says so.
 */
export function isSameVendor(
  { customerNumber, partyName = '' }: Pick<AccountingInvoice, 'customerNumber' | 'partyName'>,
  { companyName, vendorIdentifier }: Pick<PurchaseOrder, 'companyName' | 'vendorIdentifier'>,
  aliases: readonly VendorAlias[],
): boolean {
  return (
    sameText(customerNumber, vendorIdentifier) ||
    sameVendorName(partyName, companyName) ||
    aliases.some(
      ({ books, manage }) =>
        (sameText(books, customerNumber) || sameVendorName(books, partyName)) &&
        (sameText(manage, vendorIdentifier) || sameVendorName(manage, companyName)),
    )
  );
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [a.trim().toLowerCase(), b.trim().toLowerCase()];
  return left !== '' && left === right;
}
