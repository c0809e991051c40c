import type { Ledger } from '@/utils/payments/accounting-invoice';
import { lineId } from './line-id';
import type { Connection } from './settings';

/**
 * Which books a connection reads of a ledger, beside the id of that line. A connection that is pointed at another
 * company begins anew: how far the books of the one before were read says nothing of these, least of all where it is
 * the number of an entry. Keys are secrets and do not count, so another client of PowerOffice Go wants a connection of
 * its own.
 * @returns one line of text
 */
export function booksOf(connection: Connection, ledger: Ledger = 'receivable'): string {
  return [lineId(connection.id, ledger), ...placeOf(connection)]
    .map((part) => JSON.stringify(part))
    .join(' ');
}

function placeOf(connection: Connection): readonly string[] {
  switch (connection.system) {
    case 'poweroffice-go':
      return [connection.environment];
    case 'business-central':
      return [connection.tenantId, connection.environment, connection.company];
    case 'dynamics-nav':
      return [connection.baseUrl, connection.company];
  }
}
