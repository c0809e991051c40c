import { billRuleOf, createSource } from '@/utils/accounting/registry';
import type { AccountingSource } from '@/utils/accounting/source';
import type { Line } from '@/utils/storage/lines';
import type { ManagePort } from '@/utils/sync/manage-port';
import { matchedManage } from '@/utils/sync/matched-manage';
import { matchedSource } from '@/utils/sync/matched-source';
import { orderedManage } from '@/utils/sync/ordered-manage';
import { orderedSource } from '@/utils/sync/ordered-source';
import type { ManageSession } from '@/utils/services/manage-session';
import type { Services } from '@/utils/services/services';
import type { WorkerPlatform } from './worker-platform';
import { sourceContext } from '@/utils/services/source-context';

export interface OpenedLine {
  /** The books, whose invoices have the numbers that Manage knows them by. */
  readonly source: AccountingSource;
  /** What of Manage they are written to, asked for by those numbers. */
  readonly manage: ManagePort;
}

/**
 * Opens the books of a line, and Manage as they meet it.
 * @throws Problem where a key of the connection is missing
 */
export async function openLine(
  { connection, ledger }: Line,
  {
    services,
    platform,
    session,
  }: {
    readonly services: Services;
    readonly platform: WorkerPlatform;
    readonly session: Pick<ManageSession, 'api' | 'writeBack' | 'orderWriteBack'>;
  },
): Promise<OpenedLine> {
  const source = await createSource(connection, ledger, sourceContext(services, platform));
  const { api, writeBack, orderWriteBack } = session;
  if (ledger === 'payable') {
    const { bills, paid } = connection;
    const matching = billRuleOf(connection);
    return {
      source: orderedSource(source, api.purchaseOrders, { ...bills, matching, paid }),
      manage: orderedManage(api.purchaseOrders, orderWriteBack, matching),
    };
  }
  const manage: ManagePort = {
    findInvoices: (numbers, until) => api.findInvoices(numbers, until),
    writeBack,
  };
  const { matching } = connection;
  return { source: matchedSource(source, matching), manage: matchedManage(manage, matching) };
}
