import type { Connection } from '@/utils/storage/settings';

/** The connections with one that is new or changed: first, where the steps that follow find it. The others stay. */
export function withConnection(connections: readonly Connection[], wanted: Connection): Connection[] {
  return [wanted, ...connections.filter(({ id }) => id !== wanted.id)];
}
