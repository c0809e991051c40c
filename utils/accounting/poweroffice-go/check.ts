import type { SystemCheck } from '@/utils/accounting/system';
import { checkConnection } from './check-connection';
import type { POWEROFFICE_SECRETS } from './environment';
import { openApi } from './open-api';
import { SUB_LEDGERS } from './sub-ledger';

export const POWEROFFICE_GO_CHECK: SystemCheck<'poweroffice-go', (typeof POWEROFFICE_SECRETS)[number]> = (
  connection,
  ledger,
  keys,
  world,
  signal,
) => {
  const subLedger = SUB_LEDGERS[ledger];
  return checkConnection(
    { api: openApi(connection, subLedger, keys, world), subLedger, now: world.now },
    signal,
  );
};
