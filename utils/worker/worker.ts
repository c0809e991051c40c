import type { RunChange } from '@/utils/messaging/protocol';
import type { Handlers } from '@/utils/messaging/receive';
import type { SenderKind } from '@/utils/messaging/sender';
import type { Reason } from '@/utils/payments/reason';
import { Problem, reasonOf } from '@/utils/payments/problem';
import { openManage, type ManageSession } from '@/utils/services/manage-session';
import { isShut } from '@/utils/sync/judge-problem';
import { createServices } from '@/utils/services/services';
import { pruneKnownInvoices } from '@/utils/storage/known-invoices';
import { pruneRuns } from '@/utils/storage/run-history';
import type { Settings } from '@/utils/storage/settings';
import { createBadgeReader } from './badge-reader';
import { createCardDesk } from './card-desk';
import { createCardHandlers } from './card-handlers';
import { offerSetup } from './offer-setup';
import { keepPageScript, type PageScripts } from './page-script';
import { createOutcomePages } from './outcome-pages';
import { createOverviewDesk, type OverviewPorts } from './overview-desk';
import { nothing, panelState } from './panel-state';
import { createRunDesk } from './run-desk';
import { createRunHandlers } from './run-handlers';
import { createShownPageHandlers } from './shown-page-handlers';
import { signInToMicrosoft } from './sign-in-to-microsoft';
import type { WorkerPlatform } from './worker-platform';

export interface WorkerOptions extends WorkerPlatform {
  /** Tells every panel on a Manage site how a run stands. */
  readonly broadcast: (change: RunChange, site: string) => void;
  readonly openOptions: () => Promise<void>;
  /** Runs the script with the views beside the content script of a frame. */
  readonly loadPageViews: (tabId: number, frameId: number) => Promise<void>;
  readonly openSetup: () => Promise<void>;
  readonly pageScripts: PageScripts;
  /** The sentence that people search lists of outcomes by. */
  readonly reasonText: (reason: Reason) => string;
  readonly overview: OverviewPorts;
}

export interface Worker {
  readonly handlers: Handlers;
  /**
   * Takes up runs that were cut off or whose pause is over, and sees to the toolbar icon and to the alarm of runs that
   * begin by themselves. To be called whenever the worker starts and by the clock.
   */
  wake(): Promise<void>;
  /** Begins the runs that are due. To be called when their alarm rings. */
  runWhatIsDue(): Promise<void>;
  /** Opens the guided setup, unless something is connected or it was opened before. To be called after installation. */
  offerSetup(): Promise<void>;
  /** Has the content script follow the connected site. To be called after an update. */
  keepPageScript(): Promise<void>;
  /** Takes up other settings or more access. To be called when the organisation has set others, and on permissions. */
  followSettings(): Promise<void>;
  /** Brings the toolbar icon up to date. To be called when permissions were withdrawn. */
  refreshOverview(): Promise<void>;
}

/** Puts the rooms together: what the background worker does for each message and by the clock. */
export function createWorker(options: WorkerOptions): Worker {
  let session: Promise<ManageSession> | undefined;
  /** The site whose panels may be told of a run: no run goes on before its session was opened. */
  let site = '';
  const services = createServices(options, () => {
    session = undefined;
    // Nothing may be sent any more of which no note can be kept.
    desk.endAll(new Problem('storageGone'));
  });
  const badges = createBadgeReader();

  /** Kept while it serves: opened anew after settings were saved and for every run. */
  async function openSession(signal: AbortSignal): Promise<ManageSession> {
    session ??= services().then((shared) => openManage(shared, options, signal));
    session.then(
      ({ settings }) => (site = settings.site),
      () => undefined,
    );
    return session.catch((error: unknown) => {
      session = undefined;
      throw error;
    });
  }

  /** A history that stays too long for a while harms nobody. */
  const prune = (): Promise<void> =>
    services()
      .then(async ({ database }) => {
        await pruneRuns(database, options.now());
        await pruneKnownInvoices(database, options.now());
      })
      .catch(() => undefined);
  const desk = createRunDesk({
    platform: options,
    services,
    pages: createOutcomePages(options.reasonText),
    onChange: (change) => {
      const { phase } = change.run;
      if (phase === 'failed') session = undefined;
      if (phase !== 'running') {
        void prune();
        void overview.refresh();
      }
      options.broadcast(change, site);
    },
    openSession: (signal) => {
      // Somebody else may have signed in to Manage in this browser since.
      session = undefined;
      return openSession(signal);
    },
  });

  /** A Manage page may only be told of, and sync, the Manage that is connected. */
  async function requireOwnSite(from: Exclude<SenderKind, { kind: 'stranger' }>): Promise<Settings> {
    const settings = await (await services()).settings.read();
    if (from.kind === 'page' && settings.manage !== null && settings.manage.site !== from.host) {
      throw new Problem('otherManageSite', { site: settings.manage.site, host: from.host });
    }
    return settings;
  }

  /** Whether it lets anybody in stands on the toolbar, too: somebody may have to do something about it. */
  async function askManage<T>(ask: (manage: ManageSession, signal: AbortSignal) => Promise<T>): Promise<T> {
    const { signal } = new AbortController();
    let shut: Reason | null = null;
    try {
      return await ask(await openSession(signal), signal);
    } catch (error) {
      shut = reasonOf(error);
      throw error;
    } finally {
      if (shut === null || isShut(shut)) void overview.manageTold(shut).catch(() => undefined);
    }
  }

  const cards = createCardDesk({ platform: options, services, openSession });
  /** Goes by other settings than before. */
  async function followSettings(): Promise<void> {
    session = undefined;
    await followSite();
    await overview.mended();
  }

  /** A panel that does not appear must not keep settings from being saved. */
  const followSite = (): Promise<void> =>
    services()
      .then(({ settings }) => settings.read())
      .then((settings) => keepPageScript(options.pageScripts, settings, options.mayReach))
      .catch(() => undefined);

  const overview = createOverviewDesk({ services, platform: options, ports: options.overview, desk });

  const handlers: Handlers = {
    ...overview.handlers,
    ...createShownPageHandlers({ services, requireOwnSite }),
    ...createCardHandlers({
      cards,
      syncInvoice: (connectionId, number) => desk.of(connectionId).syncInvoice(number),
      requireOwnSite,
    }),
    ...createRunHandlers({ desk, platform: options, requireOwnSite }),

    async panelState(_, from) {
      try {
        return await panelState(await requireOwnSite(from), await services(), desk, options);
      } catch (error) {
        return nothing(reasonOf(error));
      }
    },

    async badgeFacts(numbers, from) {
      await requireOwnSite(from);
      return askManage((manage, signal) => badges.facts(manage, numbers, signal));
    },

    async badgeDates(numbers, from) {
      await requireOwnSite(from);
      return askManage((manage, signal) =>
        // Never ahead of a running sync: dates may cost a request each.
        badges[desk.isAnyRunning() ? 'facts' : 'dates'](manage, numbers, signal),
      );
    },

    async loadPageViews(_, from) {
      if (from.kind !== 'page') throw new Problem('messageRefused', { message: 'loadPageViews' });
      await options.loadPageViews(from.tabId, from.frameId);
      return null;
    },

    async openOptions() {
      await options.openOptions();
      return null;
    },

    async openSetup() {
      await options.openSetup();
      return null;
    },

    async saveSettings({ settings, secrets }) {
      await (await services()).settings.save(settings, secrets);
      await followSettings();
      return null;
    },

    // A page may send other cookies than the worker, as one of a container does: what counts is what the worker can do.
    async tryManage() {
      session = undefined;
      await askManage(({ api }, signal) => api.findInvoices(['1'], signal));
      return null;
    },

    async signInToMicrosoft({ connectionId }) {
      const account = await signInToMicrosoft(connectionId, await services(), options);
      await overview.mended();
      return account;
    },
  };

  return {
    handlers,
    async wake() {
      await desk.wake();
      await overview.wake();
    },
    runWhatIsDue: () => overview.runWhatIsDue(),
    refreshOverview: () => overview.refresh(),
    offerSetup: async () => offerSetup(await services(), options.openSetup),
    keepPageScript: followSite,
    followSettings,
  };
}
