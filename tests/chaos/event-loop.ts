/** Whose code a task runs. Steps of one that is alive are counted; a dead one's may still come to rest. */
export interface Owner {
  readonly isDead: () => boolean;
  /** Told before each of its steps: it may die there. */
  readonly onStep: () => void;
}

interface Task {
  readonly owner: Owner | null;
  /** Nothing else happens until it is done. */
  readonly run: () => void | Promise<void>;
}

interface Timer extends Task {
  readonly at: number;
}

/** Work that the machine does outside of this thread, such as sealing a secret. */
interface Outside {
  readonly done: Promise<unknown>;
  readonly then: () => void;
  readonly owner: Owner | null;
}

/** More at one moment of the virtual clock go round in a circle. */
const MOST_TASKS = 100_000;

/**
 * An event loop of its own on a virtual clock: everything that happens is a task in a queue, and time goes forward
 * to the next timer only once nothing more can happen at this moment. Tasks of the database come here as well, so
 * that one seed gives one order of things.
 */
export function createEventLoop() {
  let now = 0;
  let owner: Owner | null = null;
  const tasks: Task[] = [];
  const timers: Timer[] = [];
  const outside: Outside[] = [];

  /** Runs code in somebody's name, down to the last promise that is ready. */
  async function run({ owner: whose, run: work }: Task): Promise<void> {
    if (whose !== null && !whose.isDead()) whose.onStep();
    owner = whose;
    await work();
    await promisesAtRest();
    owner = null;
  }

  async function settle(): Promise<void> {
    await promisesAtRest();
    for (let taken = 0; ; taken += 1) {
      if (taken > MOST_TASKS) throw new Error('the tasks of one moment never end');
      const task = tasks.shift();
      if (task !== undefined) {
        await run(task);
        continue;
      }
      const work = outside.shift();
      if (work === undefined) return;
      // Answered in the order in which it was asked for, whichever thread was faster.
      await work.done.catch(() => undefined);
      await run({ owner: work.owner, run: work.then });
    }
  }

  return {
    /** Milliseconds since the beginning. */
    now: () => now,
    /** Whose code is running. */
    owner: () => owner,
    post: (work: Task['run'], whose: Owner | null = owner): void =>
      void tasks.push({ owner: whose, run: work }),

    /** Calls back after so many ms, in the name of whoever asks; answers how to take it back. */
    after(ms: number, work: Task['run'], whose: Owner | null = owner): () => void {
      const timer: Timer = { at: now + Math.max(0, ms), owner: whose, run: work };
      const place = timers.findLastIndex(({ at }) => at <= timer.at);
      timers.splice(place + 1, 0, timer);
      return () => {
        const found = timers.indexOf(timer);
        if (found >= 0) timers.splice(found, 1);
      };
    },

    /** The same promise, which is answered in turn and in the name of whoever asks. */
    outside<T>(done: Promise<T>): Promise<T> {
      return new Promise((resolve, reject) => {
        outside.push({ done, owner, then: () => void done.then(resolve, reject) });
      });
    },

    /** Lets everything happen that can at this moment. */
    settle,

    /** Goes forward to the next timer. Answers false when there is none left. */
    async forward(): Promise<boolean> {
      await settle();
      const timer = timers.shift();
      if (timer === undefined) return false;
      now = timer.at;
      await run(timer);
      await settle();
      return true;
    },
  };
}

export type EventLoop = ReturnType<typeof createEventLoop>;

/** Node takes up ticks only when no promise is left that could go on. */
function promisesAtRest(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}
