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
  for (const { system } of connections) hosts.add(ACCOUNTING_HOSTS[system]);
  return [...hosts].map((host) => `https://${host}/*`);
}

const ACCOUNTING_HOSTS: Readonly<Record<Settings['connections'][number]['system'], string>> = {
  'poweroffice-go': 'goapi.poweroffice.net',
};

/** The hosts of match patterns, for people to read. */
export function hostNames(origins: readonly string[], locale?: string): string {
  const names = origins.map((origin) => origin.replace(/^https:\/\//, '').replace(/\/\*$/, ''));
  return new Intl.ListFormat(locale).format(names);
}
