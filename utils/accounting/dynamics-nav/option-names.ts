/** What an entry can be of; blank where a journal line was given no type. National versions have more. */
const DOCUMENT_TYPES = ['', 'Payment', 'Invoice', 'Credit Memo', 'Finance Charge Memo', 'Reminder', 'Refund'];

/** What a detailed entry can be. Source: enum 379 of the base application. */
const ENTRY_TYPES = [
  'Initial Entry',
  'Application',
  'Unrealized Loss',
  'Unrealized Gain',
  'Realized Loss',
  'Realized Gain',
  'Payment Discount',
  'Payment Discount (VAT Excl.)',
  'Payment Discount (VAT Adjustment)',
  'Appln. Rounding',
  'Correction of Remaining Amount',
  'Payment Tolerance',
  'Payment Discount Tolerance',
  'Payment Tolerance (VAT Excl.)',
  'Payment Tolerance (VAT Adjustment)',
  'Payment Discount Tolerance (VAT Excl.)',
  'Payment Discount Tolerance (VAT Adjustment)',
];

/** A type that is not known may be one of a national version, or the name in another language than was asked for. */
export function isKnownDocumentType(name: string): boolean {
  return DOCUMENT_TYPES.includes(name);
}

export function isKnownEntryType(name: string): boolean {
  return ENTRY_TYPES.includes(name);
}
