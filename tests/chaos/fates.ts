import type { Browser } from './browser';
import type { Fault } from './faults';
import type { Sent } from './network';
import type { Plan } from './plan';

/** Decides what befalls requests and workers, by the plan. */
export function createFates({
  plan,
  random,
  now,
}: {
  readonly plan: Plan;
  readonly random: () => number;
  readonly now: () => number;
}) {
  let raging = false;
  const steps = plan.browsers.map(() => 0);
  const writes = plan.browsers.map(() => 0);
  /** Steps before which a worker is to die, by browser. */
  const dueAt = plan.browsers.map((_, at) =>
    plan.deaths.filter(({ browser }) => browser === at).map(({ step }) => step),
  );
  const browserByIndex: (Browser | undefined)[] = [];

  return {
    begin: (): void => void (raging = true),
    /** From here on nothing goes wrong. */
    end: (): void => void (raging = false),

    faultOf({ host, isWrite }: Sent): Fault | null {
      if (!raging) return null;
      const outage = plan.outages.find((each) => each.host === host && each.from <= now() && now() < each.to);
      if (outage !== undefined) return outage.fault;
      if (random() >= plan.faultRate * (isWrite ? 2 : 1)) return null;
      return plan.faults[Math.floor(random() * plan.faults.length)] ?? null;
    },

    stepOf(at: number, browser: Browser | undefined): void {
      if (!raging || browser === undefined) return;
      browserByIndex[at] = browser;
      const step = (steps[at] = (steps[at] ?? 0) + 1);
      if (dueAt[at]?.includes(step)) browser.die();
    },

    momentOf({ isWrite }: Sent, moment: Plan['deathsAtWrites'][number]['moment'], at: number): void {
      if (!raging || !isWrite) return;
      if (moment === 'sent') writes[at] = (writes[at] ?? 0) + 1;
      for (const death of plan.deathsAtWrites) {
        if (death.browser !== at || death.write !== writes[at] || death.moment !== moment) continue;
        if (death.steps === 0) browserByIndex[at]?.die();
        else dueAt[at]?.push((steps[at] ?? 0) + death.steps);
      }
    },
  };
}
