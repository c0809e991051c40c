import { z } from 'zod/mini';
import { settingsFileSchema } from '../utils/storage/settings-file';

export const SETTINGS_SCHEMA_PATH = 'docs/settings.schema.json';

/** The JSON Schema of the settings file as text: what may stand in a file to import. */
export function settingsJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(settingsFileSchema, { io: 'input', target: 'draft-2020-12' }), null, 2)}\n`;
}
