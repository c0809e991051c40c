import type { SystemCheck } from '@/utils/accounting/system';
import { createBusinessCentralApi } from './api';
import { checkConnection } from './check-connection';
import { createLedger } from './ledger';
import { createLedgerAccess } from './ledger-access';

export const BUSINESS_CENTRAL_CHECK: SystemCheck<'business-central', never> = (
  connection,
  _ledger,
  _secrets,
  { http, microsoft, now },
  signal,
) => {
  const api = createBusinessCentralApi({ connection, http, microsoft });
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
