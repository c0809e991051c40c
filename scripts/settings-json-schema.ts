import { z } from 'zod/mini';
import { settingsFileSchema } from '../utils/storage/settings-file';
import { SETTINGS_DESCRIPTIONS } from './settings-descriptions';

export const SETTINGS_SCHEMA_PATH = 'docs/settings.schema.json';

interface Schema {
  description?: string;
  const?: unknown;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/** The JSON Schema of the settings file as text: what may stand in a file to import, and what it means. */
export function settingsJsonSchema(): string {
  const schema = z.toJSONSchema(settingsFileSchema, { io: 'input', target: 'draft-2020-12' }) as Schema;
  const unused = new Set(Object.keys(SETTINGS_DESCRIPTIONS));
  describe(schema, [], unused);
  if (unused.size > 0) throw new Error(`no setting is at ${[...unused].join(', ')}`);
  return `${JSON.stringify(schema, null, 2)}\n`;
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
  for (const each of schema.oneOf ?? []) describe(each, [...place, nameOf(each)], unused);
}

/** A connection is named by its system, which is what its shape hangs on. */
function nameOf({ properties }: Schema): string {
  const { const: system } = properties?.system ?? {};
  return typeof system === 'string' ? system : '?';
}
