import { dayBefore } from '../../../sandbox/books/calendar';
import { expectedInManage, heldInManage } from '../../../sandbox/oracle';
import { sizedWorld } from '../../../sandbox/world';
import { createEventLoop } from '../../chaos/event-loop';
import { createNetwork } from '../../chaos/network';
import { useStorageOn } from '../../chaos/storage';
import { lostOf, type Due } from './due';

/** Noon in Greenwich. */
const NOW = Date.UTC(2026, 10, 22, 12);

/** One way between a browser and a vendor in another country. */
const ONE_WAY_MS = 40;

/** Manage takes as many requests a minute as it is said to, or whatever comes. */
export type Limits = 'on' | 'off';

/** What one piece of work cost and left behind. */
export interface DayResult {
  /** By the virtual clock. */
  readonly seconds: number;
  readonly requestsToManage: number;
  readonly requests: number;
  /** Sent and received, bodies and addresses, without what the transport adds. */
  readonly bytes: number;
  readonly refused: number;
  /** Invoices that Manage does not show as the books have them, of those it should. */
  readonly lost: number;
}

/**
 * A firm with so many invoices to be written and the vendors it talks to, on a virtual clock: time passes on the way of
 * requests and where somebody waits, and nowhere else. What a computer takes to think is not in it.
 */
export function createVirtualDay(invoices: number, limits: Limits) {
  const loop = createEventLoop();
  const world = sizedWorld(NOW, invoices, { now: () => NOW + Math.trunc(loop.now()) });
  const due = expectedInManage(world, dayBefore(NOW, 40), 'payment-record').held;
  let bytes = 0;
  const network = createNetwork({
    loop,
    world,
    audit: {
      before: ({ request }) => {
        bytes += request.url.length + Number(request.headers.get('content-length') ?? 0);
        return null;
      },
      after: (_, { text }) => void (bytes += text.length),
      answers: () => undefined,
      resolves: () => undefined,
    },
    latency: () => ONE_WAY_MS,
    faultOf: () => null,
    trace: () => undefined,
    ...(limits === 'off' && { requestsPerMinute: Number.POSITIVE_INFINITY }),
  });

  return {
    loop,
    world,
    network,
    /** What the books say of each invoice: for whoever is not to be measured by how they are read. */
    due: due as Due,

    /** Begins something and lets everything happen until nothing more does. @param isDone whether it has ended */
    async measured(begin: () => void, isDone: () => boolean): Promise<DayResult> {
      const before = { at: loop.now(), requests: network.hosts.requests.length, bytes };
      const refused = network.hosts.tooManyRequests;
      useStorageOn(loop);
      try {
        loop.post(begin, null);
        await loop.settle();
        while (!isDone() && (await loop.forward()));
        const seconds = (loop.now() - before.at) / 1000;
        while (await loop.forward());
        const requests = network.hosts.requests.slice(before.requests);
        return {
          seconds,
          requests: requests.length,
          requestsToManage: requests.filter(({ host }) => host.endsWith('myconnectwise.net')).length,
          bytes: bytes - before.bytes,
          refused: network.hosts.tooManyRequests - refused,
          lost: lostOf(due, heldInManage(world.manage)),
        };
      } finally {
        useStorageOn(undefined);
      }
    },
  };
}

export type VirtualDay = ReturnType<typeof createVirtualDay>;
