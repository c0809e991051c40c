import type { AccountingSystem } from '@/utils/accounting/system';
import { Problem } from '@/utils/payments/problem';
import { createPowerOfficeApi } from './api';
import { USUAL_CLIENT_CURRENCY } from './client-currency';
import { POWEROFFICE_ENVIRONMENTS, POWEROFFICE_SECRETS } from './environment';
import { NUMBER_COLUMNS } from './number-column';
import { createPowerOfficeSource } from './source';
import { createTokenSource } from './token';

/** PowerOffice Go, API v2. */
export const POWEROFFICE_GO: AccountingSystem<'poweroffice-go', (typeof POWEROFFICE_SECRETS)[number]> = {
  id: 'poweroffice-go',

  hosts: ({ environment }) => [`https://${new URL(POWEROFFICE_ENVIRONMENTS[environment].api).host}/*`],

  secretNames: POWEROFFICE_SECRETS,

  create(
    { environment, matching, clientCurrency = USUAL_CLIENT_CURRENCY },
    ledger,
    keys,
    { http, now, monotonicNow },
  ) {
    if (ledger === 'payable') throw new Problem('unexpected');
    const token = createTokenSource({ http, environment, keys, monotonicNow });
    const { subscriptionKey } = keys;
    return createPowerOfficeSource({
      api: createPowerOfficeApi({ http, environment, subscriptionKey, clientCurrency, token }),
      column: NUMBER_COLUMNS[matching.field],
      now,
    });
  },
};
