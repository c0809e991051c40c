import { createBusinessCentralApi } from '@/utils/accounting/business-central/api';
import { LEDGER_LISTS } from '@/utils/accounting/business-central/ledger-lists';
import { createBusinessCentralSource } from '@/utils/accounting/business-central/source';
import { writeWatermark } from '@/utils/accounting/business-central/watermark';
import { createNavApi } from '@/utils/accounting/dynamics-nav/api';
import { LEDGER_PAGES } from '@/utils/accounting/dynamics-nav/pages';
import { createNavSource } from '@/utils/accounting/dynamics-nav/source';
import type { AccountingSource, ChangeQuery, Watermark } from '@/utils/accounting/source';
import type { HttpClient } from '@/utils/http/http-client';
import { isoDate } from '@/utils/payments/iso-date';
import { NO_SETTINGS, settingsSchema, type Connection } from '@/utils/storage/settings';
import type { Bench, Figure } from './bench';
import { businessCentralTables, COMPANY } from './support/business-central-tables';
import { dynamicsNavTables } from './support/dynamics-nav-tables';
import { HEAP_WATCH_FLAGS, watchHeap } from './support/heap-watch';
import { virtualLedger } from './support/virtual-ledger';
import { answerPage, type VirtualTable } from './support/virtual-table';

/** As many ledger entries are streamed as the promise speaks of: three for each payment. */
const LEDGER_ENTRIES = 100_000;
const PROMISED_MB = 32;

/** Answers above this many characters are looked at one by one, smaller ones now and then, since looking takes time. */
const LARGE = 50_000;
const LOOK_EVERY = 20;

const NOW = Date.parse('2026-11-22T12:00:00Z');
const GUID = '11111111-2222-4333-8444-555555555555';
const ledger = () => virtualLedger(Math.ceil(LEDGER_ENTRIES / 3));

/** A connection as somebody sets it who leaves everything else as it is. */
function connectionTo(settings: Readonly<Record<string, string>>): Connection {
  const connections = [{ id: 'books', name: 'Books', ...settings }];
  const [connection] = settingsSchema.parse({ version: NO_SETTINGS.version, connections }).connections;
  if (connection === undefined) throw new Error('no connection');
  return connection;
}

/** Answers out of tables by the last part of the path; tells whoever watches of each answer. */
function serving(
  tables: Readonly<Record<string, VirtualTable>>,
  onAnswer: (text: string) => void,
): HttpClient {
  return {
    async send({ url, headers }, signal) {
      signal.throwIfAborted();
      await Promise.resolve();
      const address = new URL(url);
      const table = tables[address.pathname.split('/').at(-1) ?? ''];
      if (table === undefined) throw new Error(`no such table: ${address.pathname}`);
      const [, wanted = '1000'] = /maxpagesize=(\d+)/.exec(headers?.['Prefer'] ?? '') ?? [];
      const text = answerPage(table, address, Number(wanted));
      onAnswer(text);
      return { status: 200, headers: new Headers({ Date: new Date(NOW).toUTCString() }), text, tookMs: 0 };
    },
  };
}

/** Streams everything since the last run, and everything since a day, holding nothing of it, and tells what that took. */
async function streamed(
  tables: Readonly<Record<string, VirtualTable>>,
  watermark: Watermark,
  sourceWith: (http: HttpClient) => AccountingSource,
): Promise<readonly Figure[]> {
  const queries: Readonly<Record<string, ChangeQuery>> = {
    'since the last run': { from: 'watermark', watermark },
    'from a day': { from: 'day', day: isoDate('2026-11-01'), timeZone: 'UTC' },
  };
  const figures: Figure[] = [];
  for (const [by, query] of Object.entries(queries)) {
    const watch = watchHeap();
    let requests = 0;
    let invoices = 0;
    const http = serving(tables, (text) => {
      requests += 1;
      if (text.length > LARGE || requests % LOOK_EVERY === 0) watch.look();
    });
    for await (const page of sourceWith(http).changes(query, new AbortController().signal)) {
      invoices += page.invoices.length;
      watch.look();
    }
    const { peak, left } = watch.result();
    figures.push(
      { what: 'changed invoices', by, value: invoices, unit: 'invoices' },
      { what: 'requests', by, value: requests, unit: 'requests' },
      { what: 'highest growth of the heap', by, value: peak, unit: 'MB', limit: PROMISED_MB },
      { what: 'growth that stays', by, value: left, unit: 'MB' },
    );
  }
  return figures;
}

export const businessCentralMemory: Bench = {
  about: `Business Central: memory while ${LEDGER_ENTRIES} ledger entries are streamed`,
  how: `The product reads ${LEDGER_ENTRIES.toLocaleString('en')} ledger entries, ${Math.ceil(LEDGER_ENTRIES / 3).toLocaleString('en')} invoices with a payment each, page by page and holds none. Memory is the highest the heap stood after any collection, also in the middle of parsing an answer, less what it held before.`,
  flags: HEAP_WATCH_FLAGS,
  run() {
    const { before, ...tables } = businessCentralTables(ledger());
    const watermark = writeWatermark({ at: NOW, entryNo: before, seen: new Map() });
    return streamed(tables, watermark, (http) => {
      const connection = connectionTo({
        system: 'business-central',
        tenantId: GUID,
        clientId: GUID,
        environment: 'Production',
        company: COMPANY,
      });
      if (connection.system !== 'business-central') throw new Error('another system');
      const microsoft = {
        accessToken: () => Promise.resolve('token'),
        drop: () => undefined,
        account: () => Promise.resolve(null),
      };
      const memory = { read: () => Promise.resolve(null), write: () => Promise.resolve() };
      const api = createBusinessCentralApi({ connection, http, microsoft, lists: LEDGER_LISTS.receivable });
      const clock = { now: () => NOW, timeZone: () => 'UTC' };
      return createBusinessCentralSource({ api, connection, memory, ...clock });
    });
  },
};

export const dynamicsNavMemory: Bench = {
  about: `Dynamics NAV: memory while ${LEDGER_ENTRIES} ledger entries are streamed`,
  how: `The product reads ${LEDGER_ENTRIES.toLocaleString('en')} ledger entries, ${Math.ceil(LEDGER_ENTRIES / 3).toLocaleString('en')} invoices with a payment each, page by page and holds none. Memory is the highest the heap stood after any collection, also in the middle of parsing an answer, less what it held before.`,
  flags: HEAP_WATCH_FLAGS,
  run() {
    const { before, ...tables } = dynamicsNavTables(ledger());
    const watermark = JSON.stringify({ entryNo: before, marks: [] }) as Watermark;
    return streamed(tables, watermark, (http) => {
      const connection = connectionTo({
        system: 'dynamics-nav',
        baseUrl: 'https://nav.example.com:7048/NAVWS/ODataV4',
        company: 'Nord IT',
        localCurrency: 'NOK',
        user: 'SYNC',
      });
      if (connection.system !== 'dynamics-nav') throw new Error('another system');
      const api = createNavApi({ ...connection, http, webServiceKey: 'key', pages: LEDGER_PAGES.receivable });
      return createNavSource({ api, connection, now: () => NOW });
    });
  },
};
