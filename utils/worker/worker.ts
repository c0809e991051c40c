import type { Handlers } from '@/utils/messaging/receive';
import type { SenderKind } from '@/utils/messaging/sender';
import { secretNamesOf } from '@/utils/accounting/registry';
import { readMember } from '@/utils/manage/member';
import { dayIn } from '@/utils/payments/iso-date';
import { Problem, reasonOf } from '@/utils/payments/problem';
import { parseStartDate } from '@/utils/payments/start-date';
import { scopeOf, type Scope } from '@/utils/storage/database';
import { newestRun, pruneRuns } from '@/utils/storage/run-history';
import type { ManageSettings, Settings } from '@/utils/storage/settings';
import { formatSettingsFile, parseSettingsFile } from '@/utils/storage/settings-file';
import { createRunController } from '@/utils/sync/run-controller';
import type { RunState } from '@/utils/sync/run-state';
import { createBadgeReader } from './badge-reader';
import { checkConnections } from './check-connections';
import { openManage, type ManageSession } from './manage-session';
import { prepareRun } from './prepare-run';
import { createHttp, openServices, type Services, type WorkerPlatform } from './services';

export interface WorkerOptions extends WorkerPlatform {
  /** Tells every panel how the run stands. */
  readonly broadcast: (state: RunState) => void;
  readonly keepAlive: () => () => void;
  readonly openOptions: () => Promise<void>;
}

/** Puts the rooms together: what the background worker does for each message. */
export function createWorker(options: WorkerOptions): Handlers {
  const http = createHttp(options);
  const badges = createBadgeReader();
  let opened: Promise<Services> | undefined;
  let session: Promise<ManageSession> | undefined;

  const services = (): Promise<Services> =>
    (opened ??= openServices(options, http).catch((error: unknown) => {
      opened = undefined;
      throw error;
    }));

  /** Kept while it serves: opened anew after settings were saved and after Manage said that nobody is signed in. */
  async function openSession(signal: AbortSignal): Promise<ManageSession> {
    session ??= services().then((shared) => openManage(shared, options, signal));
    return session.catch((error: unknown) => {
      session = undefined;
      throw error;
    });
  }

  const runs = createRunController({
    now: options.now,
    sleep: options.sleep,
    newId: () => options.crypto.randomUUID(),
    onState: (state) => {
      if (state.phase === 'failed') session = undefined;
      if (state.phase !== 'running') void services().then(({ database }) => pruneRuns(database));
      options.broadcast(state);
    },
    keepAlive: options.keepAlive,
  });

  async function start(
    mode: 'sync' | 'preview',
    what: Parameters<typeof prepareRun>[0]['what'],
  ): Promise<RunState> {
    // A colleague may have signed in to Manage in the same browser since.
    session = undefined;
    const prepare = prepareRun({ services: await services(), platform: options, openSession, what });
    return runs.start({ mode, prepare });
  }

  /** The scope of what the panel shows, without asking anybody. */
  async function currentScope(manage: ManageSettings, connectionId: string): Promise<Scope> {
    const member = await readMember(manage, (name) => options.cookie(manage.site, name));
    return scopeOf(manage.site, manage.companyId, member, connectionId);
  }

  /** A Manage page may only be told of, and sync, the Manage that is connected. */
  async function requireOwnSite(from: Exclude<SenderKind, { kind: 'stranger' }>): Promise<Settings> {
    const settings = await (await services()).settings.read();
    if (from.kind === 'page' && settings.manage !== null && settings.manage.site !== from.host) {
      throw new Problem('otherManageSite', { site: settings.manage.site, host: from.host });
    }
    return settings;
  }

  return {
    async panelState(_, from) {
      const nothing = { lastRunAt: null, run: null };
      try {
        const { manage, connections } = await requireOwnSite(from);
        const [connection] = connections;
        if (manage === null) throw new Problem('manageNotConnected');
        if (connection === undefined) throw new Problem('accountingNotConnected');
        const { database } = await services();
        const scope = await currentScope(manage, connection.id);
        const last = await database.get('lastRuns', scope);
        const run = runs.current() ?? (await newestRun(database, scope));
        return { missing: null, lastRunAt: last?.startedAt ?? null, run };
      } catch (error) {
        return { ...nothing, missing: reasonOf(error) };
      }
    },

    async startRun({ start: wanted, mode }, from) {
      await requireOwnSite(from);
      return start(mode, parseStartDate(wanted, dayIn(options.timeZone(), options.now())));
    },

    stopRun: () => {
      runs.stop();
      return Promise.resolve(null);
    },

    async takeOver({ invoiceNumber, recordId }, from) {
      const { manage, connections } = await requireOwnSite(from);
      const [connection] = connections;
      if (manage === null || connection === undefined) throw new Problem('manageNotConnected');
      const { database } = await services();
      const scope = await currentScope(manage, connection.id);
      await database.put('ownRecords', { scope, recordId });
      return start('sync', { numbers: [invoiceNumber] });
    },

    async badgeFacts(numbers, from) {
      await requireOwnSite(from);
      const { signal } = new AbortController();
      return badges.facts(await openSession(signal), numbers, signal);
    },

    async badgeDates(numbers, from) {
      await requireOwnSite(from);
      const { signal } = new AbortController();
      const manage = await openSession(signal);
      // Never ahead of a running sync: dates may cost a request each.
      const read = runs.current()?.phase === 'running' ? badges.facts : badges.dates;
      return read(manage, numbers, signal);
    },

    invoiceSearchSettings: async () => (await (await services()).settings.read()).invoiceSearch,

    async openOptions() {
      await options.openOptions();
      return null;
    },

    async readSettings() {
      const { settings, vault } = await services();
      return { settings: await settings.read(), secretsSet: await vault.names() };
    },

    async saveSettings({ settings, secrets }) {
      await (await services()).settings.save(settings, secrets);
      session = undefined;
      return null;
    },

    async checkConnections() {
      session = undefined;
      return checkConnections(await services(), options);
    },

    async exportSettings({ withSecrets }) {
      const { settings, vault } = await services();
      const current = await settings.read();
      const secrets: Record<string, string> = {};
      const names = current.connections.flatMap((each) =>
        secretNamesOf(each).map((name) => `${each.id}.${name}`),
      );
      for (const name of withSecrets ? ['manage.privateKey', ...names] : []) {
        const value = await vault.get(name);
        if (value !== null) secrets[name] = value;
      }
      return formatSettingsFile({ settings: current, secrets });
    },

    async importSettings({ text }) {
      const { settings, secrets } = parseSettingsFile(text);
      await (await services()).settings.save(settings, secrets);
      session = undefined;
      return null;
    },
  };
}
