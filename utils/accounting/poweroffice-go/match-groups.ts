import pLimit from 'p-limit';
import { addDays, dayIn } from '@/utils/payments/iso-date';
import { Problem } from '@/utils/payments/problem';
import type { Reason, ReasonCode } from '@/utils/payments/reason';
import type { PowerOfficeApi } from './api';
import { createGroupCache } from './group-cache';
import { isComplete, isCurrent } from './is-complete';
import { allPages, pages } from './pages';
import type { LedgerEntry, PostedInvoice } from './schemas';
import { isSettledInPart } from './settled-amount';

/** From so many groups upwards one statement of the ledger takes fewer requests than asking group by group. */
const BULK_FROM = 30;

/** The vendor's default; 20,000 is the most. */
const PAGE_SIZE = 5000;

/** Single requests under way at once; the rate limit spaces them out. */
const AT_ONCE = 5;

/** Refusals that concern one group only. Anything else would meet the next request as well. */
const ONE_GROUP_ONLY: readonly ReasonCode[] = ['powerOfficeRefused', 'wrongShape', 'notJson', 'httpStatus'];

/** All entries of a match group, or why they could not be read. */
type MatchGroup = { readonly entries: readonly LedgerEntry[] } | { readonly unreadable: Reason };

export interface MatchGroups {
  /**
   * The match groups of these invoices by match id, for those that are settled at least in part.
   * @throws Problem when nothing of the ledger can be read
   */
  of(invoices: readonly PostedInvoice[], signal: AbortSignal): Promise<ReadonlyMap<string, MatchGroup>>;
}

export interface MatchGroupsOptions {
  readonly api: Pick<PowerOfficeApi, 'entriesByMatchId' | 'statement'>;
  /** Epoch ms. */
  readonly now: () => number;
}

/** The invoices that need a group, by its match id. */
type Members = ReadonlyMap<string, readonly PostedInvoice[]>;

/**
 * Reads match groups for one run: each once, since one payment often settles several invoices; many at a time from
 * a statement of the ledger, and one by one those the statement does not have in full.
 */
export function createMatchGroups({ api, now }: MatchGroupsOptions): MatchGroups {
  const cache = createGroupCache();
  /** Those told of before: others are likelier to be asked for. */
  const told = new Set<string>();

  /** Those of the members; others are kept, since the next invoices' are among them. */
  async function fromStatement(
    members: Members,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, readonly LedgerEntry[]>> {
    const groups = new Map<string, LedgerEntry[]>();
    const dates = [...members.values()].flat().flatMap(({ VoucherDate }) => VoucherDate ?? []);
    const [oldest] = dates.sort();
    if (oldest === undefined) return groups;
    // A last day ahead of today makes the balances those of now, and takes in what was posted ahead.
    const window = { fromDate: oldest, toDate: addDays(dayIn('UTC', now()), 366) };
    const keepAhead = cache.readAhead();
    let before = new Set<string>();
    for await (const { rows } of pages(
      (paging) => api.statement({ ...window, ...paging }, signal),
      PAGE_SIZE,
    )) {
      for (const entry of rows) {
        const { Id, MatchId } = entry;
        // An entry comes with two pages where the ledger grew in between.
        if (MatchId == null || before.has(Id)) continue;
        if (!members.has(MatchId)) {
          if (!told.has(MatchId)) keepAhead(MatchId, entry);
          continue;
        }
        const group = groups.get(MatchId);
        if (group === undefined) groups.set(MatchId, [entry]);
        else group.push(entry);
      }
      before = new Set(rows.map(({ Id }) => Id));
    }
    return groups;
  }

  async function single(matchId: string, signal: AbortSignal): Promise<MatchGroup> {
    try {
      const { rows, unreadable } = await allPages(
        (paging) => api.entriesByMatchId({ matchId, ...paging }, signal),
        PAGE_SIZE,
      );
      const [first] = unreadable;
      if (first !== undefined) return { unreadable: first.reason };
      cache.keep(matchId, { entries: rows, surelyWhole: true });
      return { entries: rows };
    } catch (error) {
      if (!(error instanceof Problem) || !ONE_GROUP_ONLY.includes(error.reason.code)) throw error;
      return { unreadable: error.reason };
    }
  }

  return {
    async of(invoices, signal) {
      const unread = membersOf(invoices);
      for (const matchId of unread.keys()) told.add(matchId);
      const groups = new Map<string, MatchGroup>();
      for (const [matchId, members] of unread) {
        const known = cache.get(matchId);
        const usable = known?.surelyWhole === true ? isCurrent : isComplete;
        if (known === undefined || !members.every((member) => usable(member, known.entries))) continue;
        groups.set(matchId, known);
        unread.delete(matchId);
      }
      if (unread.size >= BULK_FROM) {
        for (const [matchId, entries] of await fromStatement(unread, signal)) {
          if (!unread.get(matchId)?.every((member) => isComplete(member, entries))) continue;
          cache.keep(matchId, { entries, surelyWhole: false });
          groups.set(matchId, { entries });
          unread.delete(matchId);
        }
      }
      const limit = pLimit(AT_ONCE);
      try {
        await limit.map(unread.keys(), async (matchId) => groups.set(matchId, await single(matchId, signal)));
      } catch (error) {
        limit.clearQueue();
        throw error;
      }
      return groups;
    },
  };
}

function membersOf(invoices: readonly PostedInvoice[]): Map<string, PostedInvoice[]> {
  const members = new Map<string, PostedInvoice[]>();
  for (const invoice of invoices) {
    const { MatchId } = invoice;
    if (MatchId == null || invoice.IsReversed === true || !isSettledInPart(invoice)) continue;
    members.set(MatchId, [...(members.get(MatchId) ?? []), invoice]);
  }
  return members;
}
