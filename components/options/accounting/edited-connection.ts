import type { SecretChanges } from '@/utils/messaging/protocol';
import type { Connection, Settings } from '@/utils/storage/settings';
import type { StoredSettings } from '../options-port';
import type { FormReading } from '../read-form';

/** Which connection the form shows: one by its id, or one that is to be added. */
export type Editing = { readonly id: string } | 'new';

type Reading = Extract<FormReading, { ok: true }>;

/** The settings as if the edited connection were the only one, since the form shows one. */
export function narrowed(stored: StoredSettings, editing: Editing): StoredSettings {
  const { settings, secretsSet } = stored;
  const connections = settings.connections.filter((each) => editing !== 'new' && each.id === editing.id);
  const others = settings.connections.filter((each) => !connections.includes(each));
  const isOfOther = (name: string): boolean => others.some(({ id }) => name.startsWith(`${id}.`));
  return {
    ...stored,
    settings: { ...settings, connections },
    secretsSet: secretsSet.filter((name) => !isOfOther(name)),
  };
}

/**
 * What the form was read as, with an id for its connection that no other connection has. Secrets are named by it.
 * @param others the connections that the form does not show
 */
export function identified(reading: Reading, others: readonly Connection[]): Reading {
  const [connection] = reading.settings.connections;
  if (connection === undefined) return reading;
  const id = freeId(connection.id, others);
  if (id === connection.id) return reading;
  return {
    ...reading,
    settings: { ...reading.settings, connections: [{ ...connection, id }] },
    secrets: renamed(reading.secrets, connection.id, id),
  };
}

/** All connections, with the edited one in its place, or last if it is new. */
export function whole(read: Settings, all: readonly Connection[], editing: Editing): Settings {
  const [connection] = read.connections;
  if (connection === undefined) return { ...read, connections: [...all] };
  if (editing === 'new') return { ...read, connections: [...all, connection] };
  return { ...read, connections: all.map((each) => (each.id === editing.id ? connection : each)) };
}

function freeId(wanted: string, others: readonly Connection[]): string {
  const isTaken = (id: string): boolean => others.some((each) => each.id === id);
  if (!isTaken(wanted)) return wanted;
  let count = 2;
  while (isTaken(`${wanted}-${count}`)) count += 1;
  return `${wanted}-${count}`;
}

function renamed(secrets: SecretChanges, from: string, to: string): SecretChanges {
  return Object.fromEntries(
    Object.entries(secrets).map(([name, secret]) => [
      name.startsWith(`${from}.`) ? to + name.slice(from.length) : name,
      secret,
    ]),
  );
}
