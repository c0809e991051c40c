import { i18n } from '#i18n';
import type { ConnectionState } from '@/utils/messaging/protocol';

type Line = Pick<ConnectionState, 'connectionId' | 'ledger' | 'name'>;

/**
 * Lines by the names that tell them apart: what is read of a connection where it has both ledgers, with the connection's
 * name before it where there are several.
 */
export function namedLines<L extends Line>(lines: readonly L[]): readonly L[] {
  const isSeveral = new Set(lines.map(({ connectionId }) => connectionId)).size > 1;
  return lines.map((line) => {
    const { connectionId, ledger, name } = line;
    const hasBills = lines.some((each) => each.connectionId === connectionId && each.ledger === 'payable');
    if (!hasBills) return line;
    const what = ledgerName(ledger);
    return { ...line, name: isSeveral ? `${name}: ${what}` : what };
  });
}

export function ledgerName(ledger: ConnectionState['ledger']): string {
  return i18n.t(ledger === 'payable' ? 'panel.vendorBills' : 'panel.customerInvoices');
}
