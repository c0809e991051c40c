import { z } from 'zod/mini';
import type { ChangeQuery, Watermark } from '@/utils/accounting/source';
import { startOfDay } from '@/utils/accounting/start-of-day';
import type { Ceiling } from './ceiling';

/** How many marks are kept. Older ones are thinned out, since an old start needs no day to be exact. */
const MOST_MARKS = 60;

/** Entries that were in the books at some moment: whatever was entered after it has a higher number. */
interface Mark {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly entryNo: number;
}

/** How far the books were read, and how far they were at earlier runs. */
interface NavMark {
  /** All detailed entries up to this number were dealt with. */
  readonly entryNo: number;
  /** Oldest first; at most one a day. */
  readonly marks: readonly Mark[];
}

const NOTHING: NavMark = { entryNo: 0, marks: [] };

const number = z.int().check(z.nonnegative());
const mark = z.pipe(
  z.array(z.unknown()),
  z.transform((told, context): Mark => {
    const [at, entryNo, ...more] = told;
    if (typeof at === 'string' && !Number.isNaN(Date.parse(at)) && more.length === 0)
      return { at, entryNo: number.parse(entryNo) };
    context.issues.push({ code: 'custom', message: 'not a moment and an entry', input: told });
    return z.NEVER;
  }),
);
const schema = z.object({
  entryNo: number,
  marks: z.array(mark).check(z.maxLength(10 * MOST_MARKS)),
});

/** The watermark a query brings along. */
export function watermarkOf(query: ChangeQuery): NavMark {
  return parseWatermark(query.from === 'watermark' ? query.watermark : query.stored);
}

/** Reads a watermark. One that cannot be read counts as none, so that all is read again and nothing is lost. */
function parseWatermark(watermark: Watermark | undefined): NavMark {
  if (watermark === undefined) return NOTHING;
  try {
    return schema.parse(JSON.parse(watermark));
  } catch {
    return NOTHING;
  }
}

function formatWatermark({ entryNo, marks }: NavMark): Watermark {
  return JSON.stringify({ entryNo, marks: marks.map(({ at, entryNo: no }) => [at, no]) }) as Watermark;
}

/** The watermark after a run that dealt with all entries up to the ceiling. */
export function advance(before: NavMark, { entryNo, at }: Ceiling): Watermark {
  const mark = { at: new Date(at).toISOString(), entryNo };
  return formatWatermark({
    entryNo: Math.max(before.entryNo, entryNo),
    marks: tidied([...before.marks, mark]),
  });
}

/** The later of two watermarks, with the marks of both. */
export function laterWatermark(a: Watermark, b: Watermark): Watermark {
  const [one, other] = [parseWatermark(a), parseWatermark(b)];
  return formatWatermark({
    entryNo: Math.max(one.entryNo, other.entryNo),
    marks: tidied([...one.marks, ...other.marks]),
  });
}

/** Where reading by entry number begins for a query. */
interface NumberedStart {
  /** The last entry that need not be read again; null where no number is known. */
  readonly after: number | null;
  /** Whether everything entered since the query's own beginning has a higher number. */
  readonly isWhole: boolean;
}

/**
 * A watermark begins at its number. A day begins at the newest mark that was made before it, so that entries posted
 * back in time are found too; where all marks are younger, the oldest is the best there is.
 */
export function numberedStart(query: ChangeQuery): NumberedStart {
  if (query.from === 'watermark') return { after: watermarkOf(query).entryNo, isWhole: true };
  const { marks } = watermarkOf(query);
  const start = startOfDay(query.day, query.timeZone);
  const mark = marks.findLast(({ at }) => Date.parse(at) <= start);
  return { after: (mark ?? marks[0])?.entryNo ?? null, isWhole: mark !== undefined };
}

/** Whether reading for this query leaves nothing out between the watermark and its beginning. */
export function reachesBack(query: ChangeQuery, watermark: Watermark): boolean {
  const { after } = numberedStart(query);
  return after !== null && after <= parseWatermark(watermark).entryNo;
}

/** One mark a day, its earliest, which is the one most starts lie after; the oldest, and the newest as they fit. */
function tidied(marks: readonly Mark[]): Mark[] {
  const byDay = new Map<string, Mark>();
  for (const mark of [...marks].sort((a, b) => a.at.localeCompare(b.at) || a.entryNo - b.entryNo)) {
    const day = mark.at.slice(0, 10);
    if (!byDay.has(day)) byDay.set(day, mark);
  }
  const [oldest, ...others] = byDay.values();
  return oldest === undefined ? [] : [oldest, ...others.slice(-(MOST_MARKS - 1))];
}
