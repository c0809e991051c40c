/**
 * The bills that a purchase order names. Manage has one field of fifty characters for a vendor's invoice number, and
 * whoever gets two bills for an order lists both: with a comma, a semicolon or a line break between them, or with ` + `,
 * ` & ` or ` / ` where blanks stand around it. Without blanks these belong to the number. Each bill once, as it stands
 * there.
 */
export function listedBills(vendorInvoiceNumber: string): readonly string[] {
  const parts = vendorInvoiceNumber.split(/[,;\r\n]|\s[+&/](?=\s)/u);
  return [...new Set(parts.map((part) => part.trim()).filter(Boolean))];
}
