import type { Eyes } from '../../../sandbox/oracle';
import { createWorld, type LivingWorld, type WorldOptions } from '../../../sandbox/world';
import type { ConnectedSystem } from '../../unit/worker/connections';

export const TODAY = '2026-11-22';

/** One way in which the same firm keeps its books, and what can be seen of them there. */
export interface Books {
  readonly system: ConnectedSystem;
  readonly connection?: Readonly<Record<string, unknown>>;
  readonly eyes: Eyes;
}

const WITHOUT_LEDGER = 'business-central-without-ledger';

export const BOOKS: readonly (readonly [name: string, books: Books])[] = [
  ['PowerOffice Go', { system: 'poweroffice-go', eyes: { system: 'poweroffice-go' } }],
  ['Business Central', { system: 'business-central', eyes: { system: 'business-central' } }],
  ['Business Central without its ledger', { system: 'business-central', eyes: { system: WITHOUT_LEDGER } }],
  [
    'Business Central without its ledger, with days first seen',
    {
      system: 'business-central',
      connection: { datedWhenFirstSeen: true },
      eyes: { system: WITHOUT_LEDGER, firstSeenOn: TODAY },
    },
  ],
  ['Dynamics NAV', { system: 'dynamics-nav', eyes: { system: 'dynamics-nav' } }],
];

/** The world of Nord IT AS, offering no more than these books show. */
export function worldWith({ eyes }: Books) {
  return (now: number, options: WorldOptions): LivingWorld => {
    const world = createWorld(now, options);
    if (eyes.system === WITHOUT_LEDGER) world.businessCentral.knobs.analytics = false;
    return world;
  };
}
