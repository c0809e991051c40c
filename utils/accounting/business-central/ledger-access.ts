import type { Ledger } from '@/utils/payments/accounting-invoice';
import { Problem } from '@/utils/payments/problem';
import { reason, textIn, type Reason, type ReasonCode } from '@/utils/payments/reason';
import { allOf, compare, numberLiteral } from '@/utils/accounting/odata/filter';
import type { BusinessCentralApi } from './api';

/** Whether the ledger can be read, and if not, why and what that means. */
export type LedgerAccess = { readonly offered: true } | { readonly offered: false; readonly reason: Reason };

/** Refusals by which a tenant says that it has no such API, or one without the fields that matter. */
const NOT_THERE: readonly ReasonCode[] = ['odataNotFound', 'odataRefused', 'notJson', 'wrongShape'];

/** Without its ledger a sales invoice still tells what remains; a purchase invoice does not. */
const REASONS: Readonly<Record<Ledger, { readonly missing: ReasonCode; readonly forbidden: ReasonCode }>> = {
  receivable: { missing: 'businessCentralLedgerMissing', forbidden: 'businessCentralLedgerForbidden' },
  payable: { missing: 'businessCentralBillsNeedLedger', forbidden: 'businessCentralBillsForbidden' },
};

/**
 * Finds out once whether this tenant lets this user read the ledger, by a request for no rows. What has nothing to do
 * with the ledger, a server that is down or a sign-in that ended, is no answer to that.
 * @throws Problem
 */
export function createLedgerAccess(
  api: Pick<BusinessCentralApi, 'ledgerRows' | 'lists'>,
): (signal: AbortSignal) => Promise<LedgerAccess> {
  let known: LedgerAccess | undefined;
  const reasons = REASONS[api.lists.ledger];

  async function probe(signal: AbortSignal): Promise<LedgerAccess> {
    const filter = allOf(compare(api.lists.ledgerRows.columns.detailNo, 'lt', numberLiteral(0)));
    try {
      await api.ledgerRows({ filter, pageSize: 1, fromReplica: true }, signal).next();
      return { offered: true };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code } = error.reason;
      if (code === 'businessCentralForbidden') {
        return {
          offered: false,
          reason: reason(reasons.forbidden, { detail: textIn(error.reason, 'detail') }),
        };
      }
      if (NOT_THERE.includes(code)) return { offered: false, reason: reason(reasons.missing) };
      throw error;
    }
  }

  return async (signal) => (known ??= await probe(signal));
}
