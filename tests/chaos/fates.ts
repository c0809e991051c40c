import type { Fault } from './faults';
import { asked } from './manage-record';
import type { Sent } from './network';
import type { Accident, Aim, Happening, Moment, Plan } from './plan';

export interface FatesOptions {
  readonly plan: Plan;
  readonly random: () => number;
  /** By the loop's clock. */
  readonly now: () => number;
  /** Lets something happen at a browser, if it can to the invoice or order of that number in Manage. */
  readonly happen: (what: Happening, browser: number, number: string | undefined) => void;
}

/** Decides what befalls requests and workers, by the plan. */
export function createFates({ plan, random, now, happen }: FatesOptions) {
  let raging = false;
  const steps = plan.browsers.map(() => 0);
  const seen = new Map<string, number>();
  /** Accidents that are to happen before a step that has not been taken yet. */
  const due: { readonly accident: Accident; readonly step: number; readonly number: string | undefined }[] =
    [];

  const take = ({ browser, what }: Accident, number: string | undefined): void => {
    for (const each of what) happen(each, browser, number);
  };

  return {
    begin: (): void => void (raging = true),
    /** From here on nothing goes wrong. */
    end: (): void => void (raging = false),

    faultOf(sent: Sent): Fault | null {
      if (!raging) return null;
      const { host } = sent;
      const outage = plan.outages.find((each) => each.host === host && each.from <= now() && now() < each.to);
      if (outage !== undefined) return outage.fault;
      if (!isAimedAt(plan.aim, sent) || random() >= plan.faultRate) return null;
      return plan.faults[Math.floor(random() * plan.faults.length)] ?? null;
    },

    /** A worker is about to take its next step. */
    stepOf(browser: number): void {
      if (!raging) return;
      const step = (steps[browser] = (steps[browser] ?? 0) + 1);
      if (plan.deaths.some((death) => death.browser === browser && death.step === step))
        happen('death', browser, undefined);
      for (const { accident, step: at, number } of due) {
        if (accident.browser === browser && at === step) take(accident, number);
      }
    },

    /** A moment of a worker's doings has come. */
    momentOf(browser: number, moment: Moment, number?: string): void {
      if (!raging) return;
      const time = (seen.get(`${browser} ${moment}`) ?? 0) + 1;
      seen.set(`${browser} ${moment}`, time);
      for (const accident of plan.accidents) {
        if (accident.browser !== browser || accident.moment !== moment || accident.time !== time) continue;
        if (accident.steps === 0) take(accident, number);
        else due.push({ accident, number, step: (steps[browser] ?? 0) + accident.steps });
      }
    },
  };
}

function isAimedAt(aim: Aim, { isWrite, host, request }: Sent): boolean {
  switch (aim) {
    case 'all':
      return true;
    case 'writes':
      return isWrite;
    case 'look-ups':
      return request.method === 'GET' && asked(request) !== null;
    case 'books':
      return host === 'goapi.poweroffice.net';
  }
}
