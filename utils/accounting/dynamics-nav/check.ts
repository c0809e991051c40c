import type { SystemCheck } from '@/utils/accounting/system';
import { createNavApi } from './api';
import { checkConnection } from './check-connection';

export const DYNAMICS_NAV_CHECK: SystemCheck<'dynamics-nav', 'webServiceKey'> = (
  connection,
  _ledger,
  { webServiceKey },
  { http, now },
  signal,
) => checkConnection({ api: createNavApi({ ...connection, http, webServiceKey }), connection, now }, signal);
