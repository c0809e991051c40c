import type { ChangeQuery } from '@/utils/accounting/source';
import { createSource } from '@/utils/accounting/registry';
import { createHttpClient } from '@/utils/http/http-client';
import { createRateLimit } from '@/utils/http/rate-limit';
import { sleep } from '@/utils/http/sleep';
import type { ManageApi } from '@/utils/manage/api';
import { createPaymentRecordWriteBack } from '@/utils/manage/payment-record-write-back';
import type { Answer, Protocol } from '@/utils/messaging/protocol';
import { dayIn } from '@/utils/payments/iso-date';
import { Problem, reasonOf } from '@/utils/payments/problem';
import { startDay, type StartDate } from '@/utils/payments/start-date';
import { openDatabase, type Database } from '@/utils/storage/database';
import { createJournal } from '@/utils/storage/journal';
import { NO_SETTINGS, settingsSchema, type Settings } from '@/utils/storage/settings';
import { createVault } from '@/utils/storage/vault';
import { runSync } from '@/utils/sync/run';
import type { RunState } from '@/utils/sync/run-state';
import { badgeFacts } from './badge-facts';
import { connectManage } from './connect-manage';

export interface WorkerOptions {
  readonly fetch: typeof fetch;
  readonly crypto: Crypto;
  readonly now: () => number;
  readonly monotonicNow: () => number;
  readonly timeZone: () => string;
  readonly broadcast: (state: RunState) => void;
}

type Handlers = {
  [K in Exclude<keyof Protocol, 'runChanged'>]: (
    ...args: Parameters<Protocol[K]>
  ) => Promise<ReturnType<Protocol[K]>>;
};

/** Puts the rooms together: what the background worker does for each message. */
export function createWorker(options: WorkerOptions): Handlers {
  const { crypto, now, monotonicNow, timeZone, broadcast } = options;
  const http = createHttpClient({
    fetch: options.fetch,
    limit: createRateLimit({ limitOf, monotonicNow, sleep }),
    monotonicNow,
    sleep,
  });
  let opened: Promise<Database> | undefined;
  const database = (): Promise<Database> => (opened ??= openDatabase());
  let run: { state: RunState; abort: AbortController } | undefined;

  const vault = async () => createVault(await database(), { subtle: crypto.subtle, random: crypto });
  const secret = async (name: string) => (await vault()).get(name);
  const settings = async (): Promise<Settings> => (await (await database()).get('settings', 'settings')) ?? NO_SETTINGS;
  const manageApi = async (signal: AbortSignal): Promise<ManageApi> =>
    connectManage(http, (await settings()).manage, secret, signal);

  async function scope(): Promise<string> {
    const { manage, connections } = await settings();
    if (manage === null) throw new Problem('notConnected', { missing: 'Manage' });
    return [manage.site, manage.companyId, manage.publicKey, connections[0]?.id].join(' ');
  }

  return {
    panelState: () =>
      answer(async () => {
        const { manage, connections } = await settings();
        const connected = manage !== null && connections.length > 0;
        const lastRun = connected ? await (await database()).get('lastRuns', await scope()) : undefined;
        return { connected, lastRunAt: lastRun?.startedAt ?? null, run: run?.state ?? null };
      }),

    startRun: (start) =>
      answer(async () => {
        if (run?.state.phase === 'running') throw new Problem('runAlreadyActive');
        const abort = new AbortController();
        const [connection] = (await settings()).connections;
        if (connection === undefined) throw new Problem('notConnected', { missing: 'accounting' });
        const db = await database();
        const runScope = await scope();
        const api = await manageApi(abort.signal);
        const source = await createSource(connection, { http, secret, monotonicNow });
        const writeBack = createPaymentRecordWriteBack(api);
        const id = crypto.randomUUID();
        const query = await queryOf(start, db, runScope);
        return new Promise<RunState>((resolve, reject) => {
          runSync(
            { id, query },
            {
              source,
              manage: {
                invoicesByNumber: api.invoicesByNumber,
                paymentRecords: writeBack.read,
                write: writeBack.write,
              },
              journal: createJournal(db, runScope, id, now),
              now,
              onState: (state) => {
                run = { state, abort };
                resolve(state);
                broadcast(state);
              },
            },
            abort.signal,
          ).catch(reject);
        });
      }),

    stopRun: () =>
      answer(() => {
        run?.abort.abort();
        return Promise.resolve(null);
      }),

    badgeFacts: (numbers) =>
      answer(async () => {
        const { signal } = new AbortController();
        return badgeFacts(await manageApi(signal), numbers, signal);
      }),

    readSettings: () => answer(async () => ({ settings: await settings(), secretsSet: await (await vault()).names() })),

    saveSettings: ({ settings: wanted, secrets }) =>
      answer(async () => {
        const checked = settingsSchema.parse(wanted);
        const keep = await vault();
        for (const [name, value] of Object.entries(secrets)) await keep.set(name, value);
        await (await database()).put('settings', checked, 'settings');
        return null;
      }),
  };

  async function queryOf(start: StartDate, db: Database, runScope: string): Promise<ChangeQuery> {
    const day = startDay(start, dayIn(timeZone(), now()));
    if (day !== null) return { from: 'day', day, timeZone: timeZone() };
    const lastRun = await db.get('lastRuns', runScope);
    if (lastRun === undefined) throw new Problem('notConnected', { missing: 'last run' });
    return { from: 'watermark', watermark: lastRun.watermark };
  }
}

async function answer<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/** The vendors' published limits, a little below. */
function limitOf(host: string): { requests: number; windowMs: number } | undefined {
  return host === 'goapi.poweroffice.net' ? { requests: 10, windowMs: 1100 } : undefined;
}
