import type { Answer } from '@/utils/messaging/protocol';
import type { MicrosoftAccount } from '@/utils/microsoft-sign-in/ports';
import type { SettingsDesk } from '@/utils/settings-desk/settings-desk';
import type { ShownPage, ShownPages } from '@/utils/storage/shown-page';
import type { HostsOf } from './needed-origins';

export type { StoredSettings } from '@/utils/settings-desk/answers';

type FromDesk =
  | 'readSettings'
  | 'saveSettings'
  | 'exportSettings'
  | 'importSettings'
  | 'checkConnections'
  | 'tryClosedInvoice'
  | 'previewMatching'
  | 'listEnvironments'
  | 'listCompanies';

/** What the options page needs from outside: the desk's and the worker's answers, and what only a browser can do. */
export interface OptionsPort extends Readonly<Pick<SettingsDesk, FromDesk>> {
  /** Tells when the organisation has set something else. Answers how to stop. */
  readonly onManaged: (listener: () => void) => () => void;
  /** Tells when the page is looked at again. Answers how to stop. */
  readonly onShown: (listener: () => void) => () => void;
  /** What users showed of their pages, by site. */
  readonly readShownPages: () => Promise<Answer<ShownPages>>;
  /** Forgets one of them, and tells what is left. */
  readonly forgetShownPage: (input: { site: string; page: ShownPage }) => Promise<Answer<ShownPages>>;
  /** What has to be registered with Microsoft, letter for letter. */
  readonly microsoftRedirectUrl: () => Promise<Answer<string>>;
  readonly signInToMicrosoft: (input: { connectionId: string }) => Promise<Answer<MicrosoftAccount>>;
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
