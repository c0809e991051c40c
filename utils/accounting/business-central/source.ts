import type { AccountingSource, ChangePage, ChangeQuery } from '@/utils/accounting/source';
import { startOfDay } from '@/utils/accounting/start-of-day';
import type { SourceMemory } from '@/utils/accounting/system';
import { dayIn } from '@/utils/payments/iso-date';
import { Problem } from '@/utils/payments/problem';
import { reason, type Reason } from '@/utils/payments/reason';
import type { BusinessCentralApi, BusinessCentralConnection } from './api';
import { changesByEntry } from './changes-by-entry';
import { changesByInvoice } from './changes-by-invoice';
import { readDocuments } from './documents';
import { createFindDocuments } from './find-documents';
import { createFindEntries, type FindEntries } from './find-entries';
import { createFirstSeen } from './first-seen';
import { createLedger, type Ledger } from './ledger';
import { createLedgerAccess, type LedgerAccess } from './ledger-access';
import { createResolver, type Resolve } from './resolve';
import { createSeenAmounts, type SeenAmounts } from './seen-amounts';
import { OVERLAP_MINUTES } from './server-time';
import { laterWatermark, readWatermark, type BooksRead } from './watermark';

export interface BusinessCentralSourceOptions {
  readonly api: BusinessCentralApi;
  readonly connection: Pick<BusinessCentralConnection, 'datedWhenFirstSeen' | 'matching'>;
  readonly memory: SourceMemory;
  /** Epoch ms by this computer's clock. */
  readonly now: () => number;
  /** The user's IANA time zone. */
  readonly timeZone: () => string;
}

/**
 * Business Central online as an accounting source: invoices, and where the tenant offers it their ledger, which alone
 * knows the days of payments. Which of the two it is, is found out with the first request. Purchase invoices tell nothing
 * of part payments, so that vendors' bills need the ledger.
 */
export function createBusinessCentralSource(options: BusinessCentralSourceOptions): AccountingSource {
  const { api, connection, memory, now, timeZone } = options;
  const { ledger: side } = api.lists;
  const isPayable = side === 'payable';
  const dated = !isPayable && connection.datedWhenFirstSeen;
  // A bill is known by the vendor's own number, and by no other.
  const field = isPayable ? 'external-document-number' : connection.matching.field;
  const whole = createLedger(api);
  const access = createLedgerAccess(api);
  const firstSeen = createFirstSeen(memory);
  let found: LedgerAccess | undefined;
  let remembered: SeenAmounts | undefined;

  /** Null where it cannot be read, and invoices tell enough without it. @throws Problem */
  async function ledgerIfOffered(signal: AbortSignal): Promise<Ledger | null> {
    found = await access(signal);
    if (isPayable && !found.offered) throw new Problem(found.reason.code, found.reason.params);
    return found.offered ? whole : null;
  }

  async function remember(before: BooksRead | null): Promise<SeenAmounts> {
    const byAnyRun = dated ? await firstSeen.read() : null;
    return (remembered = createSeenAmounts(
      { byLastRun: before?.seen ?? new Map(), byAnyRun },
      dated ? dayIn(timeZone(), now()) : null,
    ));
  }

  /** A day that was told stays, whatever becomes of the run: it may stand in Manage already. */
  function resolver(ledger: Ledger | null, findEntries: FindEntries | undefined, seen: SeenAmounts): Resolve {
    const resolve = createResolver({ api, ledger, findEntries: findEntries ?? null, seen, field });
    if (ledger !== null || !dated) return resolve;
    return async (...what) => {
      const resolved = await resolve(...what);
      await firstSeen.keep(seen.result());
      return resolved;
    };
  }

  /** What the last run left behind, whichever start date was chosen now. */
  function lastRead(query: ChangeQuery): BooksRead | null {
    const watermark = query.from === 'watermark' ? query.watermark : query.stored;
    return watermark === undefined ? null : readWatermark(watermark);
  }

  return {
    get capabilities(): AccountingSource['capabilities'] {
      const exact = isPayable || found?.offered === true;
      return {
        ledgers: [side],
        exactPaidDate: exact,
        creditsApart: exact,
        cursor: exact ? 'entry-number' : 'remaining-amounts',
        overlapMinutes: OVERLAP_MINUTES,
      };
    },

    async *changes(query, signal) {
      const ledger = await ledgerIfOffered(signal);
      const before = lastRead(query);
      const seen = await remember(before);
      const notes = notesOf(found, dated);
      const known = before?.entryNo ?? null;
      const from = since(query, dated && ledger === null);
      const findEntries =
        ledger === null ? undefined : createFindEntries({ ledger, lists: api.lists, since: from });
      const resolve = resolver(ledger, findEntries, seen);
      const pages =
        ledger !== null && before !== null && known !== null && query.from === 'watermark'
          ? changesByEntry(
              {
                ledger,
                findDocuments: createFindDocuments({ api, field, since: before.at }),
                resolve,
                field,
                after: known,
                now,
              },
              signal,
            )
          : changesByInvoice(
              {
                api,
                ledger,
                resolve,
                seen,
                field,
                now,
                since: from,
                onlyChanged:
                  ledger === null && query.from === 'watermark' && before !== null && known === null,
                knownEntry: known ?? 0,
              },
              signal,
            );
      let first = true;
      for await (const page of pages) {
        yield first && notes.length > 0 ? { ...page, notes } : page;
        first = false;
      }
    },

    async lookUp(numbers, signal, stored): Promise<ChangePage> {
      const ledger = await ledgerIfOffered(signal);
      const seen = remembered ?? (await remember(stored === undefined ? null : readWatermark(stored)));
      const resolve = resolver(ledger, ledger?.byNumber, seen);
      const documents = await readDocuments(api, numbers, field, field, signal);
      return { ...(await resolve(documents, signal)).page, watermark: null };
    },

    reachesBack(query, watermark) {
      const stored = readWatermark(watermark);
      if (stored === null) return true;
      const from = since(query, dated && stored.entryNo === null);
      return from === null || from <= stored.at;
    },

    later: laterWatermark,
  };
}

/**
 * From when on changes are asked for, in epoch ms; null for everything there ever was, as after a watermark that
 * cannot be read. Where the days on which amounts were first seen count, a run never begins after the last one:
 * otherwise it could not keep the days it gives.
 */
function since(query: ChangeQuery, keepsDays: boolean): number | null {
  if (query.from === 'watermark') return readWatermark(query.watermark)?.at ?? null;
  const day = startOfDay(query.day, query.timeZone);
  const stored = query.stored === undefined ? null : readWatermark(query.stored);
  return keepsDays && stored !== null ? Math.min(day, stored.at) : day;
}

/** What the reader should know of how the books were read. */
function notesOf(access: LedgerAccess | undefined, dated: boolean): readonly Reason[] {
  if (access?.offered !== false) return [];
  return [reason(dated ? 'businessCentralDatesFirstSeen' : 'businessCentralDatesUnknown')];
}
