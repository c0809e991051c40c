import { openBrowser } from '../../chaos/browser';
import { CONNECTION_ID } from '../../chaos/played-lines';
import type { VirtualDay } from '../support/virtual-day';
import type { DayResult } from '../support/virtual-day';

/** The product's whole worker in a browser on that day, set up; answers how to press Run Sync. */
export async function ownSync(
  day: VirtualDay,
): Promise<(choice: 'past-month' | 'last-run') => Promise<DayResult>> {
  const { loop, network, world } = day;
  let ended = true;
  const nothing = (): void => undefined;
  const browser = openBrowser({
    name: 'own',
    loop,
    network,
    worldNow: () => world.now(),
    random: () => 0,
    signIn: 'api-keys',
    strategy: 'payment-record',
    bills: false,
    endsIdleWorkers: false,
    trace: nothing,
    onTold: (what) => {
      if ('change' in what) ended = what.change.run.finishedAt !== null;
    },
    onBegun: nothing,
    onNoted: nothing,
    onStep: nothing,
  });
  await day.measured(
    () => browser.setUp(),
    () => false,
  );
  return (choice) => {
    ended = false;
    return day.measured(
      () => browser.send('startRun', { connectionIds: [CONNECTION_ID], start: { choice }, mode: 'sync' }),
      () => ended,
    );
  };
}
