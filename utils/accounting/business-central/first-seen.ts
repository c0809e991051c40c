import type { SourceMemory } from '@/utils/accounting/system';
import { formatSeen, parseSeen, type Seen } from './watermark';

type AllSeen = ReadonlyMap<string, Seen>;

/** The days on which amounts were first seen, kept beside the watermark, which moves only when a run ends well. */
export interface FirstSeen {
  /** Null where none are kept, or they cannot be read. */
  read(): Promise<AllSeen | null>;
  /** Keeps them, and must be called before anything is written that they date. */
  keep(seen: AllSeen): Promise<void>;
}

export function createFirstSeen(memory: SourceMemory): FirstSeen {
  let kept: string | undefined;
  return {
    async read() {
      const text = await memory.read();
      return text === null ? null : parseSeen(text);
    },

    async keep(seen) {
      const text = formatSeen(seen);
      if (text === kept) return;
      await memory.write(text);
      kept = text;
    },
  };
}
