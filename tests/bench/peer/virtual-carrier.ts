import { createCookieJar } from '../../../sandbox/cookie-jar';
import type { Life } from '../../chaos/life';
import { createStorage } from '../../chaos/storage';
import type { VirtualDay } from '../support/virtual-day';
import type { Carrier } from './usual-sync';

/** Carries requests on the network of a virtual day, in the name of nobody's browser. */
export function virtualCarrier({ network }: VirtualDay): Carrier {
  const nothing = (): void => undefined;
  const life: Life = {
    name: 'usual',
    browser: 'usual',
    cookies: createCookieJar(),
    storage: createStorage(),
    requests: [],
    modes: new Map(),
    kept: 0,
    isDead: () => false,
    onStep: nothing,
    onNoted: nothing,
  };
  return (url, init) => network.fetch(life, url, init);
}
