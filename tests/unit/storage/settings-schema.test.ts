import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SETTINGS_SCHEMA_PATH, settingsJsonSchema } from '../../../scripts/settings-json-schema';

it('the documented JSON Schema of the settings file is the one it is checked with (npm run settings-schema)', () => {
  expect(readFileSync(SETTINGS_SCHEMA_PATH, 'utf8')).toBe(settingsJsonSchema());
});
