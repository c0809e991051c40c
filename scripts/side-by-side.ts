/** A job among others that may go on at the same time. */
export interface Job {
  readonly name: string;
  /** Jobs earlier in the list that must have gone well before this one can begin. */
  readonly after?: readonly string[];
  /** How many of the places it takes: 1 unless given. Where there are no more than that, it goes on alone. */
  readonly places?: number;
}

/** How a job went: well, badly, or not at all, since one that it builds on did not go well. */
export type JobEnd = 'ok' | 'failed' | 'not run';

/**
 * Runs jobs side by side, each as early as it can and the list allows, and answers how each ended.
 * @param places how many jobs that take one place each may go on at once
 * @param run does a job and answers whether it went well; must not reject
 * @throws RangeError where a job is to come after one that does not stand before it in the list
 */
export async function sideBySide<J extends Job>(
  jobs: readonly J[],
  places: number,
  run: (job: J) => Promise<boolean>,
): Promise<ReadonlyMap<string, JobEnd>> {
  refuseWrongOrder(jobs);
  const ends = new Map<string, JobEnd>();
  const going = new Map<J, Promise<void>>();
  const begin = (job: J): void => {
    const done = run(job).then((isWell) => {
      ends.set(job.name, isWell ? 'ok' : 'failed');
      going.delete(job);
    });
    going.set(job, done);
  };

  const takenBy = (job: J): number => Math.min(job.places ?? 1, places);
  const taken = (): number => [...going.keys()].reduce((sum, job) => sum + takenBy(job), 0);
  let waiting = jobs;
  do {
    const stillWaiting: J[] = [];
    for (const job of waiting) {
      const before = (job.after ?? []).map((name) => ends.get(name));
      if (before.some((end) => end === 'failed' || end === 'not run')) ends.set(job.name, 'not run');
      else if (taken() + takenBy(job) <= places && before.every((end) => end === 'ok')) begin(job);
      else stillWaiting.push(job);
    }
    waiting = stillWaiting;
    if (going.size > 0) await Promise.race(going.values());
  } while (waiting.length > 0 || going.size > 0);
  return ends;
}

function refuseWrongOrder(jobs: readonly Job[]): void {
  const before = new Set<string>();
  for (const { name, after = [] } of jobs) {
    const missing = after.find((each) => !before.has(each));
    if (missing !== undefined) throw new RangeError(`“${missing}” must stand before “${name}”`);
    before.add(name);
  }
}
