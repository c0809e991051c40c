type Row = Readonly<Record<string, unknown>>;

/** What brings settings from each version to the next. Never changed once published; only added to. */
const UPGRADES: readonly ((settings: Row) => Row)[] = [toSeveralConnections];

/** The version in which settings are written now. */
export const SETTINGS_VERSION = 2;

/**
 * Settings of an earlier version as today's, whether they were stored, or come from a file. What is of no version
 * known is left as it is, for the validation to refuse.
 */
export function upgradeSettings(settings: unknown): unknown {
  if (!isRow(settings)) return settings;
  const { version } = settings;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return settings;
  const upgrades = UPGRADES.slice(version - 1);
  return upgrades.reduce(
    (before, upgrade, at) => ({ ...upgrade(before), version: version + at + 1 }),
    settings,
  );
}

const SYSTEM_NAMES: ReadonlyMap<unknown, string> = new Map([
  ['poweroffice-go', 'PowerOffice Go'],
  ['business-central', 'Business Central'],
  ['dynamics-nav', 'Dynamics NAV'],
]);

/**
 * Connections learn what people call them: at first by their accounting system, counted where it has several. Where
 * Manage's number stands in the books becomes one part of how invoices are matched.
 */
function toSeveralConnections(settings: Row): Row {
  const { connections } = settings;
  if (!Array.isArray(connections)) return settings;
  const seen = new Map<unknown, number>();
  return {
    ...settings,
    connections: connections.map((connection: unknown) => {
      if (!isRow(connection)) return connection;
      const { manageNumberIn, ...others } = connection;
      const { system } = others;
      const count = (seen.get(system) ?? 0) + 1;
      seen.set(system, count);
      const name = SYSTEM_NAMES.get(system) ?? 'Accounting';
      return {
        ...others,
        name: count === 1 ? name : `${name} ${count}`,
        ...(manageNumberIn !== undefined && { matching: { field: manageNumberIn } }),
      };
    }),
  };
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
