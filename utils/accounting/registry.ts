import { Problem } from '@/utils/payments/problem';
import type { Connection } from '@/utils/storage/settings';
import { POWEROFFICE_GO } from './poweroffice-go/system';
import type { AccountingSource } from './source';
import type { AccountingSystem, SourceWorld } from './system';

/** Every accounting system the product can read. */
export const SYSTEMS = { 'poweroffice-go': POWEROFFICE_GO } as const satisfies {
  [Id in Connection['system']]: AccountingSystem<Id, string>;
};

export interface SourceContext extends SourceWorld {
  /** Reads a secret by its full name, `<connection id>.<secret name>`. */
  readonly secret: (name: string) => Promise<string | null>;
}

/** Match patterns of the hosts a connection talks to. */
export function hostsOf(connection: Connection): readonly string[] {
  return SYSTEMS[connection.system].hosts(connection);
}

/** The secrets a connection needs, without the connection's id before them. */
export function secretNamesOf(connection: Connection): readonly string[] {
  return SYSTEMS[connection.system].secretNames;
}

/**
 * Builds the accounting source of a connection.
 * @throws Problem `accountingKeysMissing` when one of its secrets is not set
 */
export async function createSource(
  connection: Connection,
  context: SourceContext,
): Promise<AccountingSource> {
  const { secret, ...world } = context;
  const system = SYSTEMS[connection.system];
  const secrets: Partial<Record<(typeof system.secretNames)[number], string>> = {};
  for (const name of system.secretNames) {
    // Keys are pasted, and blanks come along.
    const value = (await secret(`${connection.id}.${name}`))?.trim() ?? '';
    if (value === '') throw new Problem('accountingKeysMissing', { connection: connection.id });
    secrets[name] = value;
  }
  return system.create(connection, secrets as Required<typeof secrets>, world);
}
