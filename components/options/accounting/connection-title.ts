import type { Connection } from '@/utils/storage/settings';
import { systemTitle } from './system-title';

/** What people call a connection, with its system in brackets where the name does not say it. */
export function connectionTitle({ name, system }: Pick<Connection, 'name' | 'system'>): string {
  const title = systemTitle(system);
  return name.toLowerCase().includes(title.toLowerCase()) ? name : `${name} (${title})`;
}
