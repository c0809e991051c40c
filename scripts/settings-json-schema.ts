import { z } from 'zod/mini';
import { policySchema } from '../utils/storage/policy-schema';
import { settingsFileSchema } from '../utils/storage/settings-file';
import { describeSettings, type Schema } from './describe-settings';

export const SETTINGS_SCHEMA_PATH = 'docs/settings.schema.json';

/**
 * The JSON Schema of the settings as text: what may stand in a file to import and, as `$defs.policy`, in a policy, and
 * what it means.
 */
export function settingsJsonSchema(): string {
  const file = jsonSchema(settingsFileSchema);
  const { $schema: _, ...policy } = jsonSchema(policySchema) as Schema & { $schema?: string };
  const ofPolicy = describeSettings(policy);
  const unused = [...describeSettings(file)].filter((place) => ofPolicy.has(place));
  if (unused.length > 0) throw new Error(`no setting is at ${unused.join(', ')}`);
  return `${JSON.stringify({ ...file, $defs: { policy } }, null, 2)}\n`;
}

function jsonSchema(schema: z.ZodMiniType): Schema {
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' }) as Schema;
}
