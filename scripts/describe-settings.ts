import { SETTINGS_DESCRIPTIONS } from './settings-descriptions';

/** As much of JSON Schema as zod writes of the settings. */
export interface Schema {
  type?: string;
  description?: string;
  const?: unknown;
  enum?: readonly unknown[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/** Writes what each setting means into a schema of them. Answers the descriptions that fit nothing in it. */
export function describeSettings(schema: Schema): ReadonlySet<string> {
  const unused = new Set(Object.keys(SETTINGS_DESCRIPTIONS));
  describe(schema, [], unused);
  return unused;
}

function describe(schema: Schema, place: readonly string[], unused: Set<string>): void {
  const everySystem = place.map((name, at) => (at === 1 && place[0] === 'connections' ? '*' : name));
  for (const at of [place.join('.'), everySystem.join('.')]) {
    const description = SETTINGS_DESCRIPTIONS[at];
    if (description === undefined) continue;
    schema.description = description;
    unused.delete(at);
  }
  for (const [name, each] of Object.entries(schema.properties ?? {}))
    describe(each, [...place, name], unused);
  if (schema.items !== undefined) describe(schema.items, place, unused);
  for (const each of schema.anyOf ?? []) describe(each, place, unused);
  for (const each of schema.oneOf ?? []) describe(each, [...place, systemOf(each) ?? '?'], unused);
}

/** A connection is named by its system, which is what its shape hangs on. */
export function systemOf({ properties }: Schema): string | null {
  const { const: system } = properties?.system ?? {};
  return typeof system === 'string' ? system : null;
}
