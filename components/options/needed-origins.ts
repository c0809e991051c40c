import type { Settings } from '@/utils/storage/settings';

/**
 * Match patterns of the hosts that settings lead to, each exactly. Manage's cloud serves API keys on a host of
 * its own, named `api-` and the site. A pattern names no port: it then covers every port, and Firefox allows none.
 */
export function neededOrigins({ manage, connections }: Settings): readonly string[] {
  const hosts = new Set<string>();
  if (manage !== null) {
    const host = manage.site.replace(/:\d+$/, '');
    hosts.add(host);
    if (manage.signIn === 'api-keys' && !host.startsWith('api-')) hosts.add(`api-${host}`);
  }
  const own = connections.flatMap((each) => (each.system === 'dynamics-nav' ? originOf(each.baseUrl) : []));
  for (const { system } of connections) for (const host of ACCOUNTING_HOSTS[system]) hosts.add(host);
  return [...[...hosts].map((host) => `https://${host}/*`), ...own];
}

/** A server of the firm's own is reached at its own address alone. */
function originOf(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const { protocol, hostname } = new URL(address);
  return [`${protocol}//${hostname}/*`];
}

const ACCOUNTING_HOSTS: Readonly<Record<Settings['connections'][number]['system'], readonly string[]>> = {
  'poweroffice-go': ['goapi.poweroffice.net'],
  'business-central': ['api.businesscentral.dynamics.com', 'login.microsoftonline.com'],
  'dynamics-nav': [],
};

/** The hosts of match patterns, for people to read. */
export function hostNames(origins: readonly string[], locale?: string): string {
  const names = origins.map((origin) => origin.replace(/^https?:\/\//, '').replace(/\/\*$/, ''));
  return new Intl.ListFormat(locale).format(names);
}
