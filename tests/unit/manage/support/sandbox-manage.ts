import { createHttpClient } from '@/utils/http/http-client';
import { createManageApi, type ManageApi, type ManageApiOptions } from '@/utils/manage/api';
import { apiBase, discoverCodebase } from '@/utils/manage/site';
import { openHosts, type Hosts, type HostsOptions } from '../../../../sandbox/hosts';
import { SIGN_IN_PATH } from '../../../../sandbox/manage/access/login-page';
import { MANAGE_KEYS, SITE } from '../../../../sandbox/manage/keys';
import { createWorld, type LivingWorld } from '../../../../sandbox/world';
import { fakeTime } from '../../support/fake-time';

export { MANAGE_KEYS, SITE };

export interface SandboxManage {
  readonly world: LivingWorld;
  readonly hosts: Hosts;
  readonly api: ManageApi;
  /** Requests to Manage's API since the last call. */
  newRequests(): string[];
}

/** The product's client on the sandbox's Manage, signed in with keys or with a session, without sockets. */
export async function sandboxManage(
  signIn: 'api-keys' | 'session' = 'api-keys',
  options: HostsOptions & Pick<Partial<ManageApiOptions>, 'customFields' | 'homeCurrency'> = {},
): Promise<SandboxManage> {
  const world = createWorld(Date.parse('2026-03-31T10:00:00Z'));
  const hosts = openHosts(world, options);
  const time = fakeTime();
  const http = createHttpClient({
    fetch: (input, init) => hosts.fetch(input, init),
    limit: { take: () => Promise.resolve() },
    monotonicNow: time.now,
    sleep: time.sleep,
    random: () => 0.5,
  });
  const { signal } = new AbortController();
  if (signIn === 'session') await hosts.fetch(`https://${SITE}${SIGN_IN_PATH}`, { credentials: 'include' });
  const codebase = await discoverCodebase(http, SITE, MANAGE_KEYS.companyId, signal);
  const { clientId } = MANAGE_KEYS;
  const { customFields, homeCurrency } = options;
  const api = createManageApi({
    http,
    base: apiBase(SITE, codebase, signIn),
    credentials: signIn === 'session' ? { signIn, clientId } : { signIn, ...MANAGE_KEYS },
    ...(customFields !== undefined && { customFields }),
    ...(homeCurrency !== undefined && { homeCurrency }),
  });
  let seen = hosts.requests.length;
  return {
    world,
    hosts,
    api,
    newRequests() {
      const fresh = hosts.requests.slice(seen);
      seen = hosts.requests.length;
      return fresh.map(
        ({ method, path }) => `${method} ${path.replace(/^.*?apis\/3\.0/, '').replace(/\?.*/, '')}`,
      );
    },
  };
}
