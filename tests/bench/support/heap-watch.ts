import { GCProfiler } from 'node:v8';
import { json } from './flags';

/**
 * What Node must be started with: collections on demand, and so often that little garbage is ever counted; and the JSON
 * of browsers, which Node 20 has but hides.
 */
export const HEAP_WATCH_FLAGS: readonly string[] = ['--expose-gc', '--max-semi-space-size=1', ...json];

const MB = 1024 * 1024;

export interface HeapWatch {
  /** Takes a measurement; called wherever much may be held. */
  look(): void;
  /** By how many MB the heap grew at most, and how much more than at the beginning is held now. */
  result(): { readonly peak: number; readonly left: number };
}

/**
 * Watches the heap from now on. The peak is the most that was left after any collection, also one in the middle of
 * parsing an answer: never less than what was in use, and somewhat more where garbage had become old.
 */
export function watchHeap(): HeapWatch {
  const begin = collected();
  let highest = begin;
  let profiler = started();

  function look(): void {
    const { statistics } = profiler.stop();
    for (const { afterGC } of statistics) highest = Math.max(highest, afterGC.heapStatistics.usedHeapSize);
    highest = Math.max(highest, collected());
    profiler = started();
  }

  return {
    look,
    result() {
      look();
      return { peak: (highest - begin) / MB, left: (collected() - begin) / MB };
    },
  };
}

function started(): GCProfiler {
  const profiler = new GCProfiler();
  profiler.start();
  return profiler;
}

/** Bytes in use after a collection. */
function collected(): number {
  if (globalThis.gc === undefined) throw new Error('Node was started without --expose-gc');
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
