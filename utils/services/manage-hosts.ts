import { apiHost } from '@/utils/manage/api-host';
import type { ManageSettings } from '@/utils/storage/settings';
import { patternOf } from './require-access';

/** Match patterns of the hosts at which Manage is reached: its site, and its API where that has a host of its own. */
export function manageHosts({ site, signIn }: ManageSettings): readonly string[] {
  return [...new Set([site, apiHost(site, signIn)].map(patternOf))];
}
