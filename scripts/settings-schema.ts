import { writeFileSync } from 'node:fs';
import { settingsJsonSchema, SETTINGS_SCHEMA_PATH } from './settings-json-schema';

/** Writes the JSON Schema of the settings file anew, from the schema that the product checks it with. */
writeFileSync(SETTINGS_SCHEMA_PATH, settingsJsonSchema());
console.log(`Written: ${SETTINGS_SCHEMA_PATH}`);
