/**
 * A clock on which several sleep side by side: once nobody has anything left to do, it goes forward to whoever wakes
 * first.
 */
export function createTimeline(start = 1_000_000) {
  let now = start;
  let sleepers: { readonly until: number; readonly wake: () => void }[] = [];
  return {
    now: () => now,
    sleep: (ms: number): Promise<void> =>
      new Promise((wake) => void sleepers.push({ until: now + ms, wake })),
    /** Lets time pass until all of this has come to its end. */
    async run(work: readonly Promise<unknown>[]): Promise<void> {
      let ended = false;
      const all = Promise.all(work).finally(() => (ended = true));
      while (!ended) {
        await new Promise((resolve) => setImmediate(resolve));
        const next = Math.min(...sleepers.map(({ until }) => until));
        const woken = sleepers.filter(({ until }) => until === next);
        sleepers = sleepers.filter(({ until }) => until !== next);
        if (woken.length > 0) now = next;
        for (const { wake } of woken) wake();
      }
      await all;
    },
  };
}
