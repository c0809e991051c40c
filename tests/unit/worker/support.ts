import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { plainReasonText } from '@/components/reason-text';
import { runTable } from '@/components/sync-panel/run-table';
import { receive } from '@/utils/messaging/receive';
import type { Answer, OutcomePage, PanelState, RunAnswer, RunChange } from '@/utils/messaging/protocol';
import { OUTCOME_KINDS, type Outcome } from '@/utils/payments/outcome';
import type { RunState } from '@/utils/sync/run-state';
import type { Platform } from '@/utils/services/services';
import { createSettingsDesk, type SettingsDesk, type WorkerPort } from '@/utils/settings-desk/settings-desk';
import { createWorker } from '@/utils/worker/worker';
import { MANAGE_KEYS, SITE } from '../../../sandbox/manage/api';
import { fakeToolbar } from './fake-toolbar';
import { fakeSessionStore } from '../support/fake-session-store';
import { fakeTime } from '../support/fake-time';
import { openHosts, type HostsOptions } from '../../../sandbox/hosts';
import { createWebAuthFlow } from '../../../sandbox/microsoft-login/web-auth-flow';
import type { World } from '../../../sandbox/world';
import { CONNECTIONS, type ConnectedSystem } from './connections';

const OWN = { id: 'our-id', origin: 'chrome-extension://our-id/' };
const OPTIONS_PAGE = { id: 'our-id', url: 'chrome-extension://our-id/options.html' };
const MANAGE_PAGE = {
  id: 'our-id',
  url: `https://${SITE}/v2025_1/ConnectWise.aspx`,
  frameId: 0,
  tab: { id: 1 },
};

export interface DeskOptions extends HostsOptions {
  readonly strategy?: 'payment-record' | 'custom-fields';
  readonly signIn?: 'session' | 'api-keys';
  readonly mayReach?: (patterns: readonly string[]) => boolean;
  readonly timeZone?: string;
  /** How far the computer's clock is ahead of everybody else's. */
  readonly clockAheadMs?: number;
  /** What is set for Manage instead of what would be right. */
  readonly manage?: Readonly<Record<string, unknown>>;
  /** Secrets instead of the right ones, by their full names. */
  readonly wrongSecrets?: Readonly<Record<string, string>>;
  /** False leaves the extension as it was installed. */
  readonly connected?: boolean;
  /** Where the firm keeps its books. */
  readonly system?: ConnectedSystem;
  /** What the organisation has set. */
  readonly policy?: Readonly<Record<string, unknown>>;
  /** What is set for the connection beyond what it needs. */
  readonly connection?: Readonly<Record<string, unknown>>;
}

/** Noon in Greenwich, one in Oslo. */
const NOW = Date.UTC(2026, 10, 22, 12);

/**
 * A browser with the whole worker in it, on the sandbox's hosts without sockets, connected and signed in. Time goes
 * forward only when somebody waits, for the vendors and for the product alike.
 */
export async function openDesk<W extends World>(
  makeWorld: (now: number, options: { now: () => number }) => W,
  options: DeskOptions = {},
) {
  const {
    strategy = 'payment-record',
    signIn = 'api-keys',
    mayReach = () => true,
    timeZone = 'Europe/Oslo',
    system = 'poweroffice-go',
  } = options;
  globalThis.indexedDB = new IDBFactory();
  const time = fakeTime(NOW);
  const world = makeWorld(NOW, { now: time.now });
  const hosts = openHosts(world, { clock: time.now, origin: 'chrome-extension://our-id', ...options });
  const cookies = new Map<string, string>();
  const sessionStore = fakeSessionStore();
  const runs: RunState[] = [];
  const changes: RunChange[] = [];
  const viewsIn: (readonly [tabId: number, frameId: number])[] = [];
  /** Addresses of open tabs. */
  const tabs: string[] = [];
  /** Where the content script is registered, and where it was put into open tabs. */
  const pageScripts = { matches: [] as readonly string[], injected: [] as string[] };
  let onEnd: (state: RunState) => void = () => undefined;
  const toolbar = fakeToolbar();
  /** What the organisation has set. */
  const policy: { told: Readonly<Record<string, unknown>> } = { told: options.policy ?? {} };
  const platform: Platform = {
    fetch: (input, init) => hosts.fetch(input, init),
    crypto,
    now: () => world.now() + (options.clockAheadMs ?? 0),
    monotonicNow: time.now,
    random: () => 0,
    newId: () => crypto.randomUUID(),
    sleep: time.sleep,
    sessionStore,
    readManaged: () => Promise.resolve(policy.told),
    timeZone: () => timeZone,
    cookie: (_, name) => Promise.resolve(cookies.get(name) ?? null),
    mayReach: (patterns) => Promise.resolve(mayReach(patterns)),
    webAuthFlow: createWebAuthFlow(hosts),
    withLock: (_, task) => task(),
  };
  const worker = createWorker({
    ...platform,
    alone: (_, work) => work(),
    wakeEveryMinute: () => undefined,
    reasonText: plainReasonText,
    overview: toolbar.ports,
    broadcast: (change) => {
      const { run: state } = change;
      runs.push(state);
      changes.push(change);
      if (state.phase !== 'running') onEnd(state);
    },
    keepAlive: () => () => undefined,
    openOptions: () => Promise.resolve(),
    loadPageViews: (...frame) => Promise.resolve(void viewsIn.push(frame)),
    openSetup: () => {
      tabs.push('chrome-extension://our-id/setup.html');
      return Promise.resolve();
    },
    pageScripts: {
      matches: () => Promise.resolve(pageScripts.matches),
      set: (matches) => Promise.resolve(void (pageScripts.matches = matches)),
      intoOpenTabs: (matches) => Promise.resolve(void pageScripts.injected.push(...matches)),
    },
  });
  const send = async (
    name: string,
    data?: unknown,
    sender: object = OPTIONS_PAGE,
  ): Promise<Answer<unknown>> =>
    // Messages travel as JSON.
    JSON.parse(
      JSON.stringify(await receive({ name, data, sender }, worker.handlers, OWN)),
    ) as Answer<unknown>;
  /** The settings page beside the worker: what it does itself, it does on the same hosts and in the same storage. */
  const openSettingsPage = (worker: Partial<WorkerPort> = {}): SettingsDesk =>
    createSettingsDesk(
      { ...platform, tabAddresses: () => Promise.resolve(tabs) },
      {
        saveSettings: (input) => send('saveSettings', input) as Promise<Answer<null>>,
        tryManage: () => send('tryManage') as Promise<Answer<null>>,
        ...worker,
      },
    );
  const fromPage = (name: string, data?: unknown) => send(name, data, MANAGE_PAGE);

  async function signInToManage(): Promise<void> {
    const page = await hosts.fetch(`https://${SITE}/v2025_1/ConnectWise.aspx`, { credentials: 'include' });
    for (const cookie of page.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
  }
  if (signIn === 'session') await signInToManage();

  const settings = {
    version: 2,
    manage: {
      site: SITE,
      companyId: MANAGE_KEYS.companyId,
      signIn,
      publicKey: signIn === 'api-keys' ? MANAGE_KEYS.publicKey : '',
      clientId: MANAGE_KEYS.clientId,
      writeBack: { strategy },
      ...options.manage,
    },
    connections: [
      { id: system, name: 'Nord IT', system, ...CONNECTIONS[system].settings, ...options.connection },
    ],
  };
  const secrets = {
    'manage.privateKey': signIn === 'api-keys' ? MANAGE_KEYS.privateKey : '',
    ...Object.fromEntries(
      Object.entries(CONNECTIONS[system].secrets).map(([name, key]) => [`${system}.${name}`, key]),
    ),
    ...options.wrongSecrets,
  };
  if (options.connected !== false) await send('saveSettings', { settings, secrets });
  if (options.connected !== false && system === 'business-central') {
    const signedIn = await send('signInToMicrosoft', { connectionId: system });
    if (!signedIn.ok) throw new Error(signedIn.reason.code);
  }

  /** Runs to the end; answers the final state, or throws the reason why the run could not begin. */
  async function run(
    start: unknown = { choice: 'past-month' },
    mode = 'sync',
    line: string = system,
  ): Promise<EndedRun> {
    const ended = new Promise<RunState>((resolve) => (onEnd = resolve));
    const begun = await fromPage('startRun', { connectionIds: [line], start, mode });
    if (!begun.ok) throw new Error(begun.reason.code);
    for (const { answer } of begun.value as readonly RunAnswer[]) {
      if (!answer.ok) throw new Error(answer.reason.code);
    }
    const state = await ended;
    return { ...state, outcomes: await outcomesOf(state.id, line) };
  }

  /** What became of each invoice of a run, page by page, as the panel reads it. */
  async function outcomesOf(runId: string, connectionId: string = system): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const kind of OUTCOME_KINDS) {
      for (let from = 0, total = 1; from < total;) {
        const query = { runId, kind, search: '', order: 'number', descending: false, from };
        const answer = await fromPage('runOutcomes', { connectionId, ...query });
        // Notes that were deleted tell nothing.
        if (!answer.ok) return outcomes;
        const page = answer.value as OutcomePage;
        outcomes.push(...page.outcomes);
        from += page.outcomes.length;
        total = page.total;
      }
    }
    return outcomes;
  }

  /** The table of a run, as the panel makes it. @throws Error with the code of why there is none */
  async function tableOf(runId: string, connectionId: string = system): Promise<string> {
    const table = await runTable(
      async (query, from) =>
        (await fromPage('runOutcomes', { connectionId, runId, from, ...query })) as Answer<OutcomePage>,
    );
    if (!table.ok) throw new Error(table.reason.code);
    return table.value;
  }

  /** What the panel says of the connection. */
  async function connectionState() {
    const answer = await fromPage('panelState');
    const state = answer.ok ? (answer.value as PanelState).connections[0] : undefined;
    if (state === undefined) throw new Error('nothing is connected');
    return state;
  }
  return {
    worker,
    policy,
    toolbar: toolbar.shown,
    tabs,
    pageScripts,
    connectionId: system,
    connectionState,
    outcomesOf,
    tableOf,
    world,
    time,
    hosts,
    cookies,
    sessionStore,
    runs,
    changes,
    viewsIn,
    send,
    settingsPage: openSettingsPage(),
    openSettingsPage,
    fromPage,
    run,
    settings,
    secrets,
    signInToManage,
  };
}

/** A run that has ended, with what became of each invoice. */
export interface EndedRun extends RunState {
  readonly outcomes: readonly Outcome[];
}

/** The outcome numbers of a run, sorted, by kind. */
export function numbersOf(state: EndedRun, kind: string): string[] {
  return state.outcomes
    .filter((each) => each.kind === kind)
    .map(({ invoiceNumber }) => invoiceNumber)
    .sort();
}
