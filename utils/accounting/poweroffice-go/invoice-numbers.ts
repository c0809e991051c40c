/** The vendor numbers invoices with an int64. */
const LARGEST = 2n ** 63n - 1n;

/** As much of an address as the list of numbers may take, so that the whole stays within 2,000 characters. */
const LIST_LENGTH = 1800;

/** As many numbers as one request may ask for, so that ranges do not ask for thousands of invoices at once. */
const NUMBERS_PER_LIST = 500;

/** Whether PowerOffice Go can have an invoice printed with this number: `00042` and `A-42` it cannot. */
export function canBeInvoiceNumber(number: string): boolean {
  return /^(0|[1-9]\d{0,18})$/.test(number) && BigInt(number) <= LARGEST;
}

/**
 * Writes invoice numbers as values of the filter `invoiceNos`: comma-separated, neighbours as a range (`4,7-12`),
 * each value short enough for one request.
 */
export function invoiceNumberLists(numbers: readonly string[]): string[] {
  const sorted = [...new Set(numbers)].map(BigInt).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const lists: string[] = [];
  let list = '';
  let count = 0;
  for (const range of ranges(sorted)) {
    const tooLong = list.length + 1 + range.text.length > LIST_LENGTH;
    if (list !== '' && (tooLong || count + range.count > NUMBERS_PER_LIST)) {
      lists.push(list);
      list = '';
      count = 0;
    }
    list += list === '' ? range.text : `,${range.text}`;
    count += range.count;
  }
  if (list !== '') lists.push(list);
  return lists;
}

function ranges(sorted: readonly bigint[]): { text: string; count: number }[] {
  const found: { first: bigint; last: bigint; count: number }[] = [];
  for (const number of sorted) {
    const current = found.at(-1);
    if (current !== undefined && number === current.last + 1n && current.count < NUMBERS_PER_LIST) {
      current.last = number;
      current.count += 1;
    } else {
      found.push({ first: number, last: number, count: 1 });
    }
  }
  return found.map(({ first, last, count }) => ({
    text: count === 1 ? `${first}` : `${first}-${last}`,
    count,
  }));
}
