import type { HttpClient } from '@/utils/http/http-client';
import { Problem } from '@/utils/payments/problem';
import type { Connection } from '@/utils/storage/settings';
import { createPowerOfficeApi } from './poweroffice-go/api';
import { createPowerOfficeSource } from './poweroffice-go/source';
import { createTokenSource } from './poweroffice-go/token';
import type { AccountingSource } from './source';

export interface SourceContext {
  readonly http: HttpClient;
  readonly secret: (name: string) => Promise<string | null>;
  readonly monotonicNow: () => number;
}

/** Builds the accounting source of a connection. @throws Problem `notConnected` when a key is missing */
export async function createSource(connection: Connection, context: SourceContext): Promise<AccountingSource> {
  const { http, secret, monotonicNow } = context;
  const needed = async (name: string): Promise<string> => {
    const value = await secret(`${connection.id}.${name}`);
    if (value === null || value === '') throw new Problem('notConnected', { missing: name });
    return value;
  };
  const keys = {
    applicationKey: await needed('applicationKey'),
    clientKey: await needed('clientKey'),
    subscriptionKey: await needed('subscriptionKey'),
  };
  const { environment } = connection;
  const token = createTokenSource({ http, environment, keys, monotonicNow });
  return createPowerOfficeSource({
    api: createPowerOfficeApi({ http, environment, subscriptionKey: keys.subscriptionKey, token }),
  });
}
