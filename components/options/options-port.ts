import type { Answer, ConnectionCheck, SecretChanges } from '@/utils/messaging/protocol';
import type { Settings } from '@/utils/storage/settings';

/** The settings and the names of the secrets that are stored. The secrets themselves never come back. */
export interface StoredSettings {
  readonly settings: Settings;
  readonly secretsSet: readonly string[];
}

/** What the options page needs from outside: the worker's answers and the browser's permissions. */
export interface OptionsPort {
  readonly readSettings: () => Promise<Answer<StoredSettings>>;
  readonly saveSettings: (input: { settings: Settings; secrets: SecretChanges }) => Promise<Answer<null>>;
  readonly checkConnections: () => Promise<Answer<readonly ConnectionCheck[]>>;
  readonly exportSettings: (input: { withSecrets: boolean }) => Promise<Answer<string>>;
  readonly importSettings: (input: { text: string }) => Promise<Answer<null>>;
  /** Asks the person for access to hosts. To be called directly in the handler of a click or a submit. */
  readonly requestOrigins: (origins: readonly string[]) => Promise<boolean>;
  readonly hasOrigins: (origins: readonly string[]) => Promise<boolean>;
  /** Hands a file to the person. */
  readonly download: (fileName: string, text: string) => void;
}
