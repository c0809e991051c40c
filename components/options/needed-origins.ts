import { spokenLocale } from '@/components/spoken-locale';
import type { Connection, ManageSettings, Settings } from '@/utils/storage/settings';

/** Match patterns of the hosts at which Manage and an accounting system are reached. */
export interface HostsOf {
  readonly manage: (manage: ManageSettings) => readonly string[];
  readonly connection: (connection: Connection) => readonly string[];
}

/**
 * Match patterns of the hosts that settings lead to, each exactly. A pattern names no port: it then covers every port,
 * and Firefox allows none.
 */
export function neededOrigins({ manage, connections }: Settings, hostsOf: HostsOf): readonly string[] {
  const ofManage = manage === null ? [] : hostsOf.manage(manage);
  return [...new Set([...ofManage, ...connections.flatMap(hostsOf.connection)])];
}

/** The hosts of match patterns, for people to read. */
export function hostNames(origins: readonly string[], locale?: string): string {
  const names = origins.map((origin) => origin.replace(/^https?:\/\//, '').replace(/\/\*$/, ''));
  return new Intl.ListFormat(spokenLocale(locale)).format(names);
}
