import type { Reason } from '@/utils/payments/reason';
import type { ScheduleMemory } from '@/utils/sync/schedule';
import { allOrNothing } from './all-or-nothing';
import type { Database } from './database';

/** What is remembered of things that needed a person. */
export interface Attention {
  /** Of runs that are due by themselves; null while there was none. */
  readonly schedule: ScheduleMemory | null;
  /** Epoch ms at which settings or a sign-in were last changed: what failed before may be mended. */
  readonly mendedAt: number;
  /** What a notification was shown of last; null once all was well again. */
  readonly toldOf: string | null;
  /** Why Manage let nobody in when a page asked last; null where it did. */
  readonly shut: Reason | null;
}

const NOTHING_YET: Attention = { schedule: null, mendedAt: 0, toldOf: null, shut: null };

/** What was stored before there was all of this lacks some of it. */
const whole = (stored: Partial<Attention> | undefined): Attention => ({ ...NOTHING_YET, ...stored });

export async function readAttention(db: Database): Promise<Attention> {
  return whole(await db.get('attention', 'attention'));
}

/** Changes it in one step, so that two who change other parts of it at once lose nothing. */
export async function changeAttention(
  db: Database,
  change: (before: Attention) => Partial<Attention>,
): Promise<void> {
  const transaction = db.transaction('attention', 'readwrite');
  await allOrNothing(transaction, async () => {
    const before = whole(await transaction.store.get('attention'));
    await transaction.store.put({ ...before, ...change(before) }, 'attention');
  });
}
