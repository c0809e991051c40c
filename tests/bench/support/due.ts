/** A payment record that Manage must come to hold. */
export interface Wanted {
  readonly amount: number;
  readonly date: string;
}

/** What Manage must come to show: the payment records of each invoice, by its number. */
export type Due = ReadonlyMap<string, { readonly records: readonly Wanted[] }>;

/** How many invoices Manage does not show as the books have them, of those it should. */
export function lostOf(due: Due, held: Due): number {
  return [...due].filter(([number, each]) => {
    const [wanted, found] = [each.records[0], held.get(number)?.records[0]];
    return wanted?.amount !== found?.amount || wanted?.date !== found?.date;
  }).length;
}
