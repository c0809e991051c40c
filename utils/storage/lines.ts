import type { Ledger } from '@/utils/payments/accounting-invoice';
import { lineId } from './line-id';
import type { Connection } from './settings';

/**
 * What runs by itself: one ledger of one connection. Its last run, journal, history and lock are its own, and by its id
 * everybody outside names it.
 */
export interface Line {
  readonly id: string;
  readonly ledger: Ledger;
  readonly connection: Connection;
}

/** Every line of these connections: customers' invoices of each, and vendors' bills where they are switched on. */
export function linesOf(connections: readonly Connection[]): readonly Line[] {
  return connections.flatMap((connection) => {
    const ledgers: Ledger[] = connection.bills.on ? ['receivable', 'payable'] : ['receivable'];
    return ledgers.map((ledger) => ({ id: lineId(connection.id, ledger), ledger, connection }));
  });
}

export function lineOf(connections: readonly Connection[], id: string): Line | undefined {
  return linesOf(connections).find((line) => line.id === id);
}
