import type { AccountingSource, ChangeQuery, Watermark } from '@/utils/accounting/source';
import { reason, type Reason } from '@/utils/payments/reason';
import type { Journal } from './journal';

export interface MoveWatermarkInput {
  readonly source: AccountingSource;
  readonly journal: Journal;
  readonly query: ChangeQuery;
  /** What the source declared safe after the last page; null when it could not. */
  readonly watermark: Watermark | null;
  /** Epoch ms. */
  readonly startedAt: number;
}

/**
 * Stores the last run after a run that lost nothing. A run that began after the stored watermark leaves a gap
 * before it, so it moves nothing; neither does one whose source could not tell how far it read. The watermark
 * never goes back.
 * @returns what the reader should know when the last run was not moved
 */
export async function moveWatermark(input: MoveWatermarkInput): Promise<Reason | null> {
  const { source, journal, query, watermark, startedAt } = input;
  const last = await journal.lastRun();
  if (last !== null && !source.reachesBack(query, last.watermark)) return reason('lastRunNotMoved');
  if (watermark === null) return reason('lastRunUnknown');
  await journal.saveLastRun(startedAt, last === null ? watermark : source.later(last.watermark, watermark));
  return null;
}
