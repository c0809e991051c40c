import type { HttpAnswer } from '@/utils/http/http-client';
import type { ChangeQuery, Watermark } from '@/utils/accounting/source';
import { compareTimestamps, isTimestamp, laterTimestamp } from './timestamp';
import type { PostedInvoice } from './schemas';

/**
 * Finds out how far the books have been read once every page was seen. Never later than the moment before the
 * first page was asked for: what changes while pages are read may or may not be on them. The list is not
 * sorted, so nothing is safe before its last page.
 */
export function createWatermarkReckoning(query: ChangeQuery) {
  let ceiling: Watermark | null = null;
  let newest: Watermark | null = null;
  let pages = 0;

  return {
    /** Takes note of a page, in the order they are read. */
    seen(rows: readonly PostedInvoice[], answer: HttpAnswer): void {
      pages += 1;
      if (pages === 1) ceiling = momentBefore(answer);
      // Without the vendor's clock only the first page's own timestamps are surely before the pages that follow.
      if (ceiling === null && pages > 1) return;
      for (const { BalanceLastChangedDateTimeOffset: changed } of rows) {
        if (changed == null || !isTimestamp(changed)) continue;
        newest = newest === null ? (changed as Watermark) : laterTimestamp(newest, changed as Watermark);
      }
    },

    /** The watermark after the last page; null where nothing tells how far the books were read. */
    result(): Watermark | null {
      const reached = earliest(ceiling, newest);
      if (query.from === 'day' || reached === null) return reached;
      // All up to the old watermark was read before; the overlap only looks at it again.
      return laterTimestamp(query.watermark, reached);
    },
  };
}

/** The moment before a request was sent, by the vendor's clock: its `Date` header less the time the answer took. */
function momentBefore({ headers, tookMs }: HttpAnswer): Watermark | null {
  const date = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(date)) return null;
  return new Date(date - Math.ceil(tookMs)).toISOString() as Watermark;
}

function earliest(a: Watermark | null, b: Watermark | null): Watermark | null {
  if (a === null || b === null) return a ?? b;
  return compareTimestamps(a, b) <= 0 ? a : b;
}
