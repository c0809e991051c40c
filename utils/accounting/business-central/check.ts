import type { SystemCheck } from '@/utils/accounting/system';
import { createBusinessCentralApi } from './api';
import { checkConnection } from './check-connection';
import { LEDGER_LISTS } from './ledger-lists';
import { createLedger } from './ledger';
import { createLedgerAccess } from './ledger-access';

export const BUSINESS_CENTRAL_CHECK: SystemCheck<'business-central', never> = (
  connection,
  ledger,
  _,
  { http, microsoft, now },
  signal,
) => {
  const api = createBusinessCentralApi({ connection, http, microsoft, lists: LEDGER_LISTS[ledger] });
  return checkConnection(
    {
      api,
      microsoft,
      ledger: createLedger(api),
      access: createLedgerAccess(api),
      dated: connection.datedWhenFirstSeen,
      now,
    },
    signal,
  );
};
