import type { SystemCheck } from '@/utils/accounting/system';
import { checkConnection } from './check-connection';
import type { POWEROFFICE_SECRETS } from './environment';
import { openApi } from './open-api';

export const POWEROFFICE_GO_CHECK: SystemCheck<'poweroffice-go', (typeof POWEROFFICE_SECRETS)[number]> = (
  connection,
  keys,
  world,
  signal,
) => checkConnection({ api: openApi(connection, keys, world), now: world.now }, signal);
