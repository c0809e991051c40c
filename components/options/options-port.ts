import type { CheckResult } from '@/utils/accounting/source';
import type { Choice } from '@/utils/accounting/business-central/choices';
import type { Answer, ConnectionCheck, SecretChanges } from '@/utils/messaging/protocol';
import type { MicrosoftAccount } from '@/utils/microsoft-sign-in/ports';
import type { MatchPreview } from '@/utils/payments/match-preview';
import type { Connection, Settings } from '@/utils/storage/settings';
import type { ShownPage, ShownPages } from '@/utils/storage/shown-page';
import type { HostsOf } from './needed-origins';

/** The settings and the names of the secrets that are stored. The secrets themselves never come back. */
export interface StoredSettings {
  readonly settings: Settings;
  readonly secretsSet: readonly string[];
}

/** What the options page needs from outside: the worker's answers, and what only a browser can do. */
export interface OptionsPort {
  readonly readSettings: () => Promise<Answer<StoredSettings>>;
  readonly saveSettings: (input: { settings: Settings; secrets: SecretChanges }) => Promise<Answer<null>>;
  /** Tries all connections, or Manage (`manage`) or one other alone. */
  readonly checkConnections: (only?: { of: string }) => Promise<Answer<readonly ConnectionCheck[]>>;
  readonly tryClosedInvoice: (input: { invoiceNumber: string }) => Promise<Answer<CheckResult>>;
  readonly exportSettings: (input: { withSecrets: boolean }) => Promise<Answer<string>>;
  readonly importSettings: (input: { text: string }) => Promise<Answer<null>>;
  /** What users showed of their pages, by site. */
  readonly readShownPages: () => Promise<Answer<ShownPages>>;
  /** Forgets one of them, and tells what is left. */
  readonly forgetShownPage: (input: { site: string; page: ShownPage }) => Promise<Answer<ShownPages>>;
  readonly previewMatching: (input: {
    connectionId: string;
    matching: Connection['matching'];
  }) => Promise<Answer<MatchPreview>>;
  readonly microsoftRedirectUrl: () => Promise<Answer<string>>;
  readonly signInToMicrosoft: (input: { connectionId: string }) => Promise<Answer<MicrosoftAccount>>;
  readonly listEnvironments: (input: { connectionId: string }) => Promise<Answer<readonly Choice[]>>;
  readonly listCompanies: (input: {
    connectionId: string;
    environment: string;
  }) => Promise<Answer<readonly Choice[]>>;
  /** Answers at once, since the browser is asked for access in the very moment of a click. */
  readonly hostsOf: HostsOf;
  /** Asks the person for access to hosts. To be called directly in the handler of a click or a submit. */
  readonly requestOrigins: (origins: readonly string[]) => Promise<boolean>;
  readonly hasOrigins: (origins: readonly string[]) => Promise<boolean>;
  /** Asks the person to allow notifications. To be called directly in the handler of a click. */
  readonly requestNotifications: () => Promise<boolean>;
  /** Hands a file to the person. */
  readonly download: (fileName: string, text: string) => void;
  /** Puts a text on the clipboard. */
  readonly copy: (text: string) => Promise<void>;
  readonly openTab: (address: string) => void;
  /** Opens the guided setup. */
  readonly openSetup: () => void;
  /** Of the extension. */
  readonly version: string;
  /** Epoch ms. */
  readonly now: () => number;
}
