/** A worker that dies at a given step: from then on nothing it does has any effect, and it never ends. */
export function dyingAt(step: number) {
  let steps = 0;
  const died: { resolve: () => void; promise: Promise<void> } = {
    resolve: () => undefined,
    promise: Promise.resolve(),
  };
  died.promise = new Promise((resolve) => (died.resolve = resolve));
  const wrap = <T extends object>(room: T): T =>
    Object.fromEntries(
      Object.entries(room).map(([name, call]) => [
        name,
        typeof call !== 'function'
          ? call
          : async (...args: unknown[]): Promise<unknown> => {
              // The step is taken, but its answer never arrives; every second one is not even taken.
              const dies = ++steps >= step;
              if (dies) died.resolve();
              if (dies && (steps > step || step % 2 === 0)) return new Promise(() => undefined);
              const answer = await (call as (...each: unknown[]) => Promise<unknown>)(...args);
              return dies ? new Promise(() => undefined) : answer;
            },
      ]),
    ) as T;
  return { wrap, died: died.promise, steps: () => steps };
}
