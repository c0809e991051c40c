/**
 * How the invoice number that the books hold differs from the one in Manage. Both are the same number in the middle;
 * either side may put something of its own before and behind it.
 */
export interface NumberRule {
  readonly booksPrefix: string;
  readonly booksSuffix: string;
  readonly managePrefix: string;
  readonly manageSuffix: string;
  /** `exact`: `00042` and `42` are two invoices. `ignored`: they are one. */
  readonly leadingZeros: 'exact' | 'ignored';
}

/** Both sides write the number alike. */
export const SAME_NUMBER: NumberRule = {
  booksPrefix: '',
  booksSuffix: '',
  managePrefix: '',
  manageSuffix: '',
  leadingZeros: 'exact',
};

/** A rule for vendors' bills. */
export interface BillRule extends NumberRule {
  /** Whether their system keeps their numbers in capitals, whatever was typed, so that letter case tells no two apart. */
  readonly capitals: boolean;
  /** No number is longer, on either side. */
  readonly longest: number;
}

type AnyRule = NumberRule & Partial<BillRule>;

/** No invoice number of Manage is longer. Source: invoice report of the Manage API, column width. */
const LONGEST_IN_MANAGE = 15;

/** No number of an invoice in the books is longer: 20 characters in Business Central and NAV, 19 in PowerOffice Go. */
const LONGEST_IN_BOOKS = 20;

/**
 * No vendor's number is longer in Business Central and NAV. Source: `Vendor Invoice No.`, Code[35]. A purchase order
 * would hold 50 characters, but whoever enters a bill there copies what the vendor printed.
 */
const LONGEST_BILL = 35;

/**
 * The rule of a connection for its bills.
 * @param capitals whether its system keeps their numbers in capitals
 */
export function billRule(rule: NumberRule, capitals: boolean): BillRule {
  const { booksPrefix, booksSuffix, managePrefix, manageSuffix } = rule;
  const spell = (text: string): string => spelled(text, { capitals });
  return {
    ...rule,
    booksPrefix: spell(booksPrefix),
    booksSuffix: spell(booksSuffix),
    managePrefix: spell(managePrefix),
    manageSuffix: spell(manageSuffix),
    capitals,
    longest: LONGEST_BILL,
  };
}

/**
 * The number by which Manage knows an invoice of the books; null where the books' number is not of the form that the
 * rule describes, so that no invoice of Manage is meant by it. Where leading zeros do not count, without them.
 */
export function numberInManage(inBooks: string, rule: AnyRule): string | null {
  const middle = between(spelled(inBooks, rule), rule.booksPrefix, rule.booksSuffix);
  return middle === null ? null : rule.managePrefix + comparable(middle, rule) + rule.manageSuffix;
}

/** The number of Manage as {@link numberInManage} writes it; as it is where it is not of the rule's form. */
export function comparableInManage(inManage: string, rule: AnyRule): string {
  const text = spelled(inManage, rule);
  const middle = between(text, rule.managePrefix, rule.manageSuffix);
  return middle === null ? text : rule.managePrefix + comparable(middle, rule) + rule.manageSuffix;
}

/** Every way in which Manage may write a number: one, or where leading zeros do not count one for each length. */
export function spellingsInManage(inManage: string, rule: AnyRule): readonly string[] {
  const { managePrefix, manageSuffix } = rule;
  const text = spelled(inManage, rule);
  const middle = between(text, managePrefix, manageSuffix);
  if (middle === null) return [text];
  return spellings(
    middle,
    rule,
    (rule.longest ?? LONGEST_IN_MANAGE) - managePrefix.length - manageSuffix.length,
  ).map((each) => managePrefix + each + manageSuffix);
}

/** Every way in which the books may write the number of an invoice that Manage knows by this one. */
export function numbersInBooks(inManage: string, rule: AnyRule): readonly string[] {
  const { booksPrefix, booksSuffix } = rule;
  const middle = between(spelled(inManage, rule), rule.managePrefix, rule.manageSuffix);
  if (middle === null) return [];
  return spellings(
    middle,
    rule,
    (rule.longest ?? LONGEST_IN_BOOKS) - booksPrefix.length - booksSuffix.length,
  ).map((each) => booksPrefix + each + booksSuffix);
}

/** As letters count. */
function spelled(text: string, { capitals }: Pick<AnyRule, 'capitals'>): string {
  return capitals ? text.toUpperCase() : text;
}

/** What stands between prefix and suffix; null where they are not there, or nothing is between them. */
function between(text: string, prefix: string, suffix: string): string | null {
  if (!text.startsWith(prefix) || !text.endsWith(suffix)) return null;
  if (text.length <= prefix.length + suffix.length) return null;
  return text.slice(prefix.length, text.length - suffix.length);
}

function comparable(middle: string, { leadingZeros }: NumberRule): string {
  return leadingZeros === 'ignored' ? middle.replace(/^0+(?=.)/, '') : middle;
}

function spellings(middle: string, rule: NumberRule, longest: number): string[] {
  if (rule.leadingZeros === 'exact') return [middle];
  const shortest = comparable(middle, rule);
  const room = Math.max(longest - shortest.length, middle.length - shortest.length, 0);
  return Array.from({ length: room + 1 }, (_, zeros) => '0'.repeat(zeros) + shortest);
}
