import type { SystemCheck } from '@/utils/accounting/system';
import { createNavApi } from './api';
import { checkConnection } from './check-connection';
import { LEDGER_PAGES } from './pages';

export const DYNAMICS_NAV_CHECK: SystemCheck<'dynamics-nav', 'webServiceKey'> = (
  connection,
  ledger,
  { webServiceKey },
  { http, now },
  signal,
) => {
  const api = createNavApi({ ...connection, http, webServiceKey, pages: LEDGER_PAGES[ledger] });
  return checkConnection({ api, connection, now }, signal);
};
