import { z } from 'zod/mini';
import { parseIsoDate, type IsoDate } from '@/utils/payments/iso-date';
import type { Watermark } from '@/utils/accounting/source';

/** What was settled of an invoice when it was last seen, in minor units, and the day on which that was first seen. */
export interface Seen {
  readonly settled: number;
  readonly day: IsoDate | null;
}

/** How far Business Central's books were read. */
export interface BooksRead {
  /** Epoch ms by the server's clock: everything booked until then was seen. */
  readonly at: number;
  /** The highest detailed entry there was, where the ledger was read. */
  readonly entryNo: number | null;
  /** Invoices by number that were settled in part, where only what remains of them can be read. */
  readonly seen: ReadonlyMap<string, Seen>;
}

/** The amount, and the day where there is one. */
const seenInvoice = z.pipe(
  z.array(z.unknown()),
  z.transform((told, context): Seen => {
    const [settled, first, ...more] = told;
    const day = typeof first === 'string' ? parseIsoDate(first) : null;
    const isDay = first === undefined || day !== null;
    if (typeof settled === 'number' && Number.isSafeInteger(settled) && isDay && more.length === 0)
      return { settled, day };
    context.issues.push({ code: 'custom', message: 'not an amount and a day', input: told });
    return z.NEVER;
  }),
);

const count = z.int().check(z.nonnegative());

const seenSchema = z.record(z.string(), seenInvoice);

const stored = z.object({
  v: z.literal(1),
  at: count,
  entryNo: z.optional(count),
  seen: z.optional(seenSchema),
});

/** Reads a watermark; null for one that cannot be read, which is as good as none. */
export function readWatermark(watermark: Watermark): BooksRead | null {
  const read = stored.safeParse(parsed(watermark));
  if (!read.success) return null;
  const { at, entryNo = null, seen = {} } = read.data;
  return { at, entryNo, seen: new Map(Object.entries(seen)) };
}

export function writeWatermark({ at, entryNo, seen }: BooksRead): Watermark {
  return JSON.stringify({
    v: 1,
    at,
    ...(entryNo !== null && { entryNo }),
    ...(seen.size > 0 && { seen: toRecord(seen) }),
  }) as Watermark;
}

/** Amounts seen, by themselves; null where the text is not what {@link formatSeen} wrote. */
export function parseSeen(text: string): BooksRead['seen'] | null {
  const read = seenSchema.safeParse(parsed(text));
  return read.success ? new Map(Object.entries(read.data)) : null;
}

export function formatSeen(seen: BooksRead['seen']): string {
  return JSON.stringify(toRecord(seen));
}

function toRecord(seen: BooksRead['seen']): Record<string, unknown> {
  return Object.fromEntries(
    [...seen].map(([number, { settled, day: first }]) => [
      number,
      first === null ? [settled] : [settled, first],
    ]),
  );
}

/** The later of two watermarks; one that cannot be read is never later. */
export function laterWatermark(a: Watermark, b: Watermark): Watermark {
  const [first, second] = [readWatermark(a), readWatermark(b)];
  if (first === null || second === null) return first === null ? b : a;
  return isLater(second, first) ? b : a;
}

/** Entry numbers tell it exactly; time does where one of the two has none. */
function isLater(one: BooksRead, other: BooksRead): boolean {
  if (one.entryNo !== null && other.entryNo !== null && one.entryNo !== other.entryNo) {
    return one.entryNo > other.entryNo;
  }
  return one.at > other.at;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
