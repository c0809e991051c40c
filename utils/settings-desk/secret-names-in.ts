import { secretNamesOf } from '@/utils/accounting/registry';
import type { Settings } from '@/utils/storage/settings';

/** The full names of the secrets that people enter for Manage and for the connections of these settings. */
export function secretNamesIn({ connections }: Settings): readonly string[] {
  return [
    'manage.privateKey',
    ...connections.flatMap((each) => secretNamesOf(each).map((name) => `${each.id}.${name}`)),
  ];
}
