import type { Ledger } from '@/utils/payments/accounting-invoice';
import { billRule, type BillRule } from '@/utils/payments/number-rule';
import { Problem } from '@/utils/payments/problem';
import type { Connection } from '@/utils/storage/settings';
import { BUSINESS_CENTRAL } from './business-central/system';
import { DYNAMICS_NAV } from './dynamics-nav/system';
import { POWEROFFICE_GO } from './poweroffice-go/system';
import type { AccountingSource } from './source';
import type { AccountingSystem, SourceMemory, SourceWorld } from './system';

/** Every accounting system the product can read. */
export const SYSTEMS = {
  'poweroffice-go': POWEROFFICE_GO,
  'business-central': BUSINESS_CENTRAL,
  'dynamics-nav': DYNAMICS_NAV,
} as const satisfies {
  [Id in Connection['system']]: AccountingSystem<Id, string>;
};

type AnySystem = AccountingSystem<Connection['system'], string>;

/** The system a connection belongs to, which takes that connection. */
function systemOf({ system }: Connection): AnySystem {
  return SYSTEMS[system];
}

export interface SourceContext extends Omit<SourceWorld, 'memory'> {
  readonly memory: (connection: Connection, ledger: Ledger) => SourceMemory;
  /** Reads a secret by its full name, `<connection id>.<secret name>`. */
  readonly secret: (name: string) => Promise<string | null>;
}

/** Match patterns of the hosts a connection talks to. */
export function hostsOf(connection: Connection): readonly string[] {
  return systemOf(connection).hosts(connection);
}

/** The secrets a connection needs, without the connection's id before them. */
export function secretNamesOf(connection: Connection): readonly string[] {
  return systemOf(connection).secretNames;
}

/** How the numbers of a connection's bills match. */
export function billRuleOf(connection: Connection): BillRule {
  return billRule(connection.bills.matching, systemOf(connection).capitals);
}

/**
 * Builds the accounting source of a connection.
 * @param ledger which of its books it is to read: what customers owe, or what the firm owes to vendors
 * @throws Problem `accountingKeysMissing` when one of its secrets is not set
 */
export async function createSource(
  connection: Connection,
  ledger: Ledger,
  context: SourceContext,
): Promise<AccountingSource> {
  const { secrets, world } = await openWorld(connection, ledger, context);
  return systemOf(connection).create(connection, ledger, secrets, world);
}

/**
 * What a connection's source is made of: its secrets, and its part of the world.
 * @throws Problem `accountingKeysMissing` when one of its secrets is not set
 */
export async function openWorld(
  connection: Connection,
  ledger: Ledger,
  { secret, memory, ...world }: SourceContext,
): Promise<{ readonly secrets: Readonly<Record<string, string>>; readonly world: SourceWorld }> {
  const secrets: Record<string, string> = {};
  for (const name of secretNamesOf(connection)) {
    // Keys are pasted, and blanks come along.
    const value = (await secret(`${connection.id}.${name}`))?.trim() ?? '';
    if (value === '') throw new Problem('accountingKeysMissing', { connection: connection.name });
    secrets[name] = value;
  }
  return { secrets, world: { ...world, memory: memory(connection, ledger) } };
}
