import pLimit from 'p-limit';
import type { Choice } from '@/utils/accounting/business-central/choices';
import type { CheckResult } from '@/utils/accounting/source';
import { closedInvoiceTrial } from '@/utils/manage/closed-invoice-trial';
import type { Answer, SecretChanges } from '@/utils/messaging/protocol';
import type { MatchPreview } from '@/utils/payments/match-preview';
import { Problem, reasonOf } from '@/utils/payments/problem';
import { openManage } from '@/utils/services/manage-session';
import { createServices, type Platform, type Services } from '@/utils/services/services';
import { checkSettings } from '@/utils/storage/check-settings';
import { createClosedInvoices } from '@/utils/storage/closed-invoices';
import { overruledIn } from '@/utils/storage/overruled-in';
import { placesOf } from '@/utils/storage/places';
import { settingsSchema, type Connection, type Settings } from '@/utils/storage/settings';
import { formatSettingsFile, parseSettingsFile } from '@/utils/storage/settings-file';
import { managedBy } from '@/utils/storage/settings-in-force';
import { SETUP_DRAFT } from '@/utils/storage/setup-draft';
import type { ConnectionCheck, FoundManage, SetupDraft, SetupState, StoredSettings } from './answers';
import { companiesOf, environmentsOf } from './business-central';
import { checkConnections } from './check-connections';
import { discoverManage } from './discover-manage';
import { previewMatching } from './preview-matching';
import { secretNamesIn } from './secret-names-in';
import { createSetupDraft } from './setup-draft';

/** What only the worker does: it alone writes settings, and only what it can do itself counts. */
export interface WorkerPort {
  /** Checks and stores settings, and goes by them from then on. */
  readonly saveSettings: (input: { settings: unknown; secrets: SecretChanges }) => Promise<Answer<null>>;
  /** Asks Manage for something that only a signed-in member is told. */
  readonly tryManage: () => Promise<Answer<null>>;
}

export interface DeskPlatform extends Platform {
  /** Addresses of the open tabs, of those whose hosts the extension may reach. */
  readonly tabAddresses: () => Promise<readonly string[]>;
}

/** What the settings page and the guided setup do themselves, so that no start of the worker has to load it. */
export interface SettingsDesk {
  /** The settings, and the names of the secrets that are stored. The secrets themselves never come back. */
  readSettings(): Promise<Answer<StoredSettings>>;
  /** Saves settings, unless they want something otherwise than the organisation has set it. */
  saveSettings(input: { settings: Settings; secrets: SecretChanges }): Promise<Answer<null>>;
  /** The settings file as text; with secrets only when asked for. */
  exportSettings(input: { withSecrets: boolean }): Promise<Answer<string>>;
  /** Answers at which places the file wanted something that the organisation has set otherwise. */
  importSettings(input: { text: string }): Promise<Answer<readonly string[]>>;
  /** Tries connections as they are saved: all of them, or Manage (`manage`) or one other alone. */
  checkConnections(only?: { of?: string }): Promise<Answer<readonly ConnectionCheck[]>>;
  /**
   * Writes the custom fields of a closed invoice back as they are, to see whether Manage lets them be changed. What it
   * shows is remembered, for checks and for runs that write them.
   */
  tryClosedInvoice(input: { invoiceNumber: string }): Promise<Answer<CheckResult>>;
  /** What the last invoices of a connection's books would match in Manage, by a rule that need not be stored. */
  previewMatching(input: {
    connectionId: string;
    matching: Connection['matching'];
  }): Promise<Answer<MatchPreview>>;
  listEnvironments(input: { connectionId: string }): Promise<Answer<readonly Choice[]>>;
  /** Of an environment that need not be stored yet. */
  listCompanies(input: { connectionId: string; environment: string }): Promise<Answer<readonly Choice[]>>;
  /** The Manage sites open in this browser, and one more that may be named. */
  discoverManage(input: { site?: string }): Promise<Answer<readonly FoundManage[]>>;
  readSetup(): Promise<Answer<SetupState>>;
  /** The setup goes on with a step. */
  reachStep(input: { step: string }): Promise<Answer<null>>;
  /** Keeps what is half entered in a step, wherever the setup goes on. */
  keepSetup(draft: SetupDraft): Promise<Answer<null>>;
  /**
   * Saves settings with the keys entered in a step before, as far as they belong to what is saved: somebody may have
   * begun with other books. What was entered in that step is kept no longer.
   */
  saveSetup(input: { settings: Settings; secrets: SecretChanges; step: string }): Promise<Answer<null>>;
}

export function createSettingsDesk(platform: DeskPlatform, worker: WorkerPort): SettingsDesk {
  const { signal } = new AbortController();

  /**
   * Opens the database for one piece of work and closes it behind it: a page that stays open for days must neither
   * stand in the way of a newer version, nor go by access tokens of somebody who has signed out since.
   */
  async function answer<T>(work: (services: Services) => Promise<T>): Promise<Answer<T>> {
    try {
      const services = await createServices(platform, () => undefined)();
      try {
        return { ok: true, value: await work(services) };
      } finally {
        services.database.close();
      }
    } catch (error) {
      return { ok: false, reason: reasonOf(error) };
    }
  }

  /** Does the rest only once the worker has saved. */
  async function saved(
    settings: unknown,
    secrets: SecretChanges,
    rest: (services: Services) => Promise<void>,
  ): Promise<Answer<null>> {
    const stored = await worker.saveSettings({ settings, secrets });
    return stored.ok ? answer((services) => rest(services).then(() => null)) : stored;
  }

  /** Refuses what the organisation has set otherwise, rather than drop it without a word. */
  const allowed = (settings: Settings): Promise<Answer<null>> =>
    answer(async (services) => {
      const wanted = checkSettings(settingsSchema, settings);
      const [where] = overruledIn(wanted, await services.settings.policy());
      if (where !== undefined) throw new Problem('setByPolicy', { where });
      return null;
    });

  /** One after the other: each reads what is kept of the setup and writes it anew. */
  const setupInTurn = pLimit(1);
  const ofSetup = <T>(work: (draft: ReturnType<typeof createSetupDraft>) => Promise<T>): Promise<Answer<T>> =>
    setupInTurn(() => answer(({ vault }) => work(createSetupDraft(vault))));

  return {
    readSettings: () =>
      answer(async ({ settings, vault }) => {
        const names = await vault.names();
        return {
          settings: await settings.read(),
          managed: await settings.policy(),
          secretsSet: names.filter((name) => name !== SETUP_DRAFT),
        };
      }),

    async saveSettings(input) {
      const answered = await allowed(input.settings);
      return answered.ok ? worker.saveSettings(input) : answered;
    },

    exportSettings: ({ withSecrets }) =>
      answer(async ({ settings, vault, shownPages }) => {
        const current = await settings.read();
        const secrets: Record<string, string> = {};
        for (const name of withSecrets ? secretNamesIn(current) : []) {
          const value = await vault.get(name);
          if (value !== null) secrets[name] = value;
        }
        return formatSettingsFile({
          settings: current,
          managed: placesOf(managedBy(await settings.policy())),
          secrets,
          shownPages: await shownPages.all(),
        });
      }),

    async importSettings({ text }) {
      const file = await answer(async (services) => {
        const read = parseSettingsFile(text);
        return { ...read, overruled: overruledIn(read.settings, await services.settings.policy()) };
      });
      if (!file.ok) return file;
      const { settings, secrets, shownPages, overruled } = file.value;
      const stored = await saved(settings, secrets, async (services) => {
        if (shownPages !== undefined) await services.shownPages.replace(shownPages);
      });
      return stored.ok ? { ok: true, value: overruled } : stored;
    },

    checkConnections: (only) =>
      answer((services) => checkConnections({ services, platform, worker }, only?.of)),

    tryClosedInvoice: ({ invoiceNumber }) =>
      answer(async (services) => {
        const { api, settings } = await openManage(services, platform, signal);
        const kept = createClosedInvoices(services.database, settings);
        return closedInvoiceTrial(api, invoiceNumber, kept.write, signal);
      }),

    previewMatching: (wanted) => answer((services) => previewMatching(wanted, services, platform)),

    listEnvironments: ({ connectionId }) =>
      answer((services) => environmentsOf(connectionId, services, platform, signal)),

    listCompanies: ({ connectionId, environment }) =>
      answer((services) => companiesOf(connectionId, environment, services, platform, signal)),

    discoverManage: ({ site }) => answer((services) => discoverManage(services, platform, site, signal)),

    readSetup: () => ofSetup((draft) => draft.read()),

    reachStep: ({ step }) => ofSetup((draft) => draft.reach(step).then(() => null)),

    keepSetup: (entered) => ofSetup((draft) => draft.keep(entered).then(() => null)),

    async saveSetup({ settings, secrets, step }) {
      const answered = await allowed(settings);
      if (!answered.ok) return answered;
      return setupInTurn(async () => {
        const before = await answer(({ vault }) => createSetupDraft(vault).secretsOf(step));
        if (!before.ok) return before;
        const names = secretNamesIn(settings);
        const wanted = Object.entries(before.value).filter(([name]) => names.includes(name));
        return saved(settings, { ...Object.fromEntries(wanted), ...secrets }, ({ vault }) =>
          createSetupDraft(vault).saved(step),
        );
      });
    },
  };
}
