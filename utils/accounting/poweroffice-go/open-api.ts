import type { SourceWorld } from '@/utils/accounting/system';
import type { Connection } from '@/utils/storage/settings';
import { createPowerOfficeApi, type PowerOfficeApi } from './api';
import { USUAL_CLIENT_CURRENCY } from './client-currency';
import type { POWEROFFICE_SECRETS } from './environment';
import type { SubLedger } from './sub-ledger';
import { createTokenSource } from './token';

/** The API of the company whose keys these are, for one of its ledgers. */
export function openApi(
  {
    environment,
    clientCurrency = USUAL_CLIENT_CURRENCY,
  }: Pick<Extract<Connection, { system: 'poweroffice-go' }>, 'environment' | 'clientCurrency'>,
  subLedger: SubLedger,
  keys: Readonly<Record<(typeof POWEROFFICE_SECRETS)[number], string>>,
  { http, monotonicNow }: Pick<SourceWorld, 'http' | 'monotonicNow'>,
): PowerOfficeApi {
  const token = createTokenSource({ http, environment, keys, monotonicNow });
  const { subscriptionKey } = keys;
  return createPowerOfficeApi({ http, environment, subscriptionKey, clientCurrency, token, subLedger });
}
