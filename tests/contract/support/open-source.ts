import { checkSource } from '@/utils/accounting/checks';
import { createSource, type SourceContext } from '@/utils/accounting/registry';
import type { AccountingSource, ChangePage, ChangeQuery, Watermark } from '@/utils/accounting/source';
import { createHttpClient } from '@/utils/http/http-client';
import { createMicrosoftSignIn } from '@/utils/microsoft-sign-in/sign-in';
import { isoDate } from '@/utils/payments/iso-date';
import type { Ledger } from '@/utils/payments/accounting-invoice';
import { settingsSchema } from '@/utils/storage/settings';
import { openHosts } from '../../../sandbox/hosts';
import { createWebAuthFlow } from '../../../sandbox/microsoft-login/web-auth-flow';
import { CONNECTIONS } from '../../unit/worker/connections';
import { fakeTime } from '../../unit/support/fake-time';
import { worldWith, type Books } from './books';

/** Noon in Greenwich. */
const NOW = Date.UTC(2026, 10, 22, 12);

/** A machine that is busy answers later than usual, and an answer that is long in coming is given up. */
const PATIENCE_MS = 10_000;

export const never = new AbortController().signal;

/** A source on the sandbox's books, signed in, without a worker around it. */
export async function openSource(books: Books, ledger: Ledger = 'receivable') {
  const { system, connection = {} } = books;
  const time = fakeTime(NOW, PATIENCE_MS);
  const world = worldWith(books)(NOW, time);
  const hosts = openHosts(world, { clock: time.now, origin: 'chrome-extension://our-id' });
  const http = createHttpClient({
    fetch: (input, init) => hosts.fetch(input, init),
    limit: { take: () => Promise.resolve() },
    monotonicNow: time.now,
    sleep: time.sleep,
    random: () => 0,
  });
  const memories = new Map<string, string>();
  const secrets = new Map<string, string>(Object.entries(CONNECTIONS[system].secrets));
  const microsoft = createMicrosoftSignIn({
    http,
    webAuthFlow: createWebAuthFlow(hosts),
    withLock: (_, task) => task(),
    now: time.now,
    monotonicNow: time.now,
    vault: {
      get: (name) => Promise.resolve(secrets.get(name) ?? null),
      set: (name, secret) => Promise.resolve(void secrets.set(name, secret)),
    },
  });
  const entered = { id: system, name: 'Nord IT', system, ...CONNECTIONS[system].settings, ...connection };
  const [settings] = settingsSchema.parse({ version: 2, connections: [entered] }).connections;
  if (settings === undefined) throw new Error('no connection');
  if (settings.system === 'business-central') {
    await microsoft.signIn({ connectionId: system, ...settings }, never);
  }
  const context: SourceContext = {
    http,
    microsoft,
    secret: (name) => Promise.resolve(secrets.get(name.replace(`${system}.`, '')) ?? null),
    memory: () => ({
      read: () => Promise.resolve(memories.get(system) ?? null),
      write: (text) => Promise.resolve(void memories.set(system, text)),
    }),
    now: time.now,
    monotonicNow: time.now,
    timeZone: () => 'Europe/Oslo',
  };
  const open = (): Promise<AccountingSource> => createSource(settings, ledger, context);
  const check = () => checkSource(settings, ledger, context, never);
  return { source: await open(), open, check, world, time, hosts };
}

export async function read(source: AccountingSource, query: ChangeQuery) {
  const pages: ChangePage[] = [];
  for await (const page of source.changes(query, never)) pages.push(page);
  const watermark = pages.at(-1)?.watermark ?? null;
  if (watermark === null) throw new Error('nothing is safe after the last page');
  return { pages, invoices: pages.flatMap(({ invoices }) => invoices), watermark };
}

export const since = (day: string, stored?: Watermark): ChangeQuery => ({
  from: 'day',
  day: isoDate(day),
  timeZone: 'Europe/Oslo',
  ...(stored !== undefined && { stored }),
});

export const after = (watermark: Watermark): ChangeQuery => ({ from: 'watermark', watermark });
