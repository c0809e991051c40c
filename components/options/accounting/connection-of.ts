import type { Connection } from '@/utils/storage/settings';

export type System = Connection['system'];

/** A connection to one system. */
export type ConnectionTo<S extends System> = Extract<Connection, { system: S }>;

/** The connection to a system that the form edits: the first of its kind, if there is one. */
export function connectionOf<S extends System>(
  connections: readonly Connection[],
  system: S,
): ConnectionTo<S> | undefined {
  return connections.find((each): each is ConnectionTo<S> => each.system === system);
}

/** Puts a connection where the sync looks for it: in the first place. What was there goes; the others stay. */
export function withFirst(connections: readonly Connection[], wanted: Connection): Connection[] {
  return [wanted, ...connections.slice(1).filter(({ id }) => id !== wanted.id)];
}
