import type { BusinessCentralState } from './state';

const AT_ONCE = 5;
const WINDOW_MS = 300_000;

/** The limits per user: five requests under way, the rest waits; and so many within five minutes. */
export function createGate() {
  const admitted: number[] = [];
  const waiting: (() => void)[] = [];

  return {
    /** Takes a request at `now` (epoch ms), or refuses it. */
    admits({ knobs, traffic }: BusinessCentralState, now: number): boolean {
      while (admitted[0] !== undefined && now - admitted[0] >= WINDOW_MS) admitted.shift();
      if (admitted.length < knobs.requestsPerFiveMinutes) {
        admitted.push(now);
        return true;
      }
      traffic.refused += 1;
      return false;
    },

    /** Answers when it is the request's turn. Answers take a moment, so that requests can meet. */
    async inTurn({ traffic }: BusinessCentralState, answer: () => Response): Promise<Response> {
      if (traffic.underWay >= AT_ONCE) {
        traffic.queued += 1;
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else traffic.underWay += 1;
      traffic.mostAtOnce = Math.max(traffic.mostAtOnce, traffic.underWay);
      try {
        await new Promise((resolve) => setImmediate(resolve));
        return answer();
      } finally {
        // Whoever waits takes over the place.
        const next = waiting.shift();
        if (next === undefined) traffic.underWay -= 1;
        else next();
      }
    },
  };
}
