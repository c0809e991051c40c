import { spokenLocale } from '@/components/spoken-locale';
import type { Connection, Settings } from '@/utils/storage/settings';

/** Match patterns of the hosts that a connection to an accounting system talks to. */
export type HostsOf = (connection: Connection) => readonly string[];

/**
 * Match patterns of the hosts that settings lead to, each exactly. Manage's cloud serves API keys on a host of
 * its own, named `api-` and the site. A pattern names no port: it then covers every port, and Firefox allows none.
 */
export function neededOrigins({ manage, connections }: Settings, hostsOf: HostsOf): readonly string[] {
  const hosts: string[] = [];
  if (manage !== null) {
    const host = manage.site.replace(/:\d+$/, '');
    hosts.push(host);
    if (manage.signIn === 'api-keys' && !host.startsWith('api-')) hosts.push(`api-${host}`);
  }
  const patterns = [...hosts.map((host) => `https://${host}/*`), ...connections.flatMap(hostsOf)];
  return [...new Set(patterns)];
}

/** The hosts of match patterns, for people to read. */
export function hostNames(origins: readonly string[], locale?: string): string {
  const names = origins.map((origin) => origin.replace(/^https?:\/\//, '').replace(/\/\*$/, ''));
  return new Intl.ListFormat(spokenLocale(locale)).format(names);
}
