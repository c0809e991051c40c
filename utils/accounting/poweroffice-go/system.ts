import type { AccountingSystem } from '@/utils/accounting/system';
import { Problem } from '@/utils/payments/problem';
import { POWEROFFICE_ENVIRONMENTS, POWEROFFICE_SECRETS } from './environment';
import { NUMBER_COLUMNS } from './number-column';
import { openApi } from './open-api';
import { createPowerOfficeSource } from './source';

/** PowerOffice Go, API v2. */
export const POWEROFFICE_GO: AccountingSystem<'poweroffice-go', (typeof POWEROFFICE_SECRETS)[number]> = {
  id: 'poweroffice-go',

  hosts: ({ environment }) => [`https://${new URL(POWEROFFICE_ENVIRONMENTS[environment].api).host}/*`],

  secretNames: POWEROFFICE_SECRETS,

  create(connection, ledger, keys, world) {
    if (ledger === 'payable') throw new Problem('unexpected');
    return createPowerOfficeSource({
      api: openApi(connection, keys, world),
      column: NUMBER_COLUMNS[connection.matching.field],
      now: world.now,
    });
  },
};
