import type { AccountingSystem } from '@/utils/accounting/system';
import { POWEROFFICE_ENVIRONMENTS, POWEROFFICE_SECRETS } from './environment';
import { BILL_NUMBER, NUMBER_COLUMNS } from './number-column';
import { openApi } from './open-api';
import { createPowerOfficeSource } from './source';
import { SUB_LEDGERS } from './sub-ledger';

/** PowerOffice Go, API v2. */
export const POWEROFFICE_GO: AccountingSystem<'poweroffice-go', (typeof POWEROFFICE_SECRETS)[number]> = {
  id: 'poweroffice-go',

  hosts: ({ environment }) => [`https://${new URL(POWEROFFICE_ENVIRONMENTS[environment].api).host}/*`],

  secretNames: POWEROFFICE_SECRETS,

  // A text, and it is not documented that its filter would find one in another case.
  capitals: false,

  create(connection, ledger, keys, world) {
    const subLedger = SUB_LEDGERS[ledger];
    return createPowerOfficeSource({
      api: openApi(connection, subLedger, keys, world),
      column: ledger === 'payable' ? BILL_NUMBER : NUMBER_COLUMNS[connection.matching.field],
      subLedger,
      now: world.now,
    });
  },
};
