import { z } from 'zod/mini';
import { Problem } from '@/utils/payments/problem';
import { checkSettings } from './check-settings';
import { settingsSchema, type Settings } from './settings';
import { shownPagesSchema, type ShownPages } from './shown-page';

/** Names of secrets: `manage.privateKey` or `<connection>.<key>`. */
const secretName = z.string().check(z.regex(/^[a-z0-9-]{1,40}\.[a-zA-Z]{1,40}$/));

/** The settings file: everything the user has set, and the secrets where the user asked for them. */
export const settingsFileSchema = z
  .extend(settingsSchema, {
    $schema: z.optional(z.string()),
    shownPages: z.optional(shownPagesSchema),
    secrets: z.optional(z.record(secretName, z.string().check(z.maxLength(4000)))),
    managed: z.optional(z.array(z.string())),
  })
  .check(z.meta({ title: 'Payment Sync settings' }));

export interface SettingsFile {
  readonly settings: Settings;
  readonly secrets: Readonly<Record<string, string>>;
  /** Undefined where the file says nothing about them. */
  readonly shownPages?: ShownPages | undefined;
  /** Which of the settings a policy had set where the file was written: for people. */
  readonly managed?: readonly string[] | undefined;
}

/**
 * Reads a settings file.
 * @throws Problem `settingsNotJson`, or `settingsInvalid` with the place and what is wrong there
 */
export function parseSettingsFile(text: string): SettingsFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem('settingsNotJson');
  }
  const {
    $schema: _schema,
    secrets = {},
    shownPages,
    managed,
    ...settings
  } = checkSettings(settingsFileSchema, value);
  return { settings, secrets, shownPages, managed };
}

/** The settings file as text. */
export function formatSettingsFile({
  settings,
  secrets,
  shownPages = {},
  managed = [],
}: SettingsFile): string {
  const withSecrets = Object.keys(secrets).length > 0 ? { secrets } : {};
  const withPages = Object.keys(shownPages).length > 0 ? { shownPages } : {};
  const withManaged = managed.length > 0 ? { managed } : {};
  return `${JSON.stringify({ ...settings, ...withManaged, ...withPages, ...withSecrets }, null, 2)}\n`;
}
