import { openHosts } from '../../sandbox/hosts';
import type { LivingWorld } from '../../sandbox/world';
import type { EventLoop } from './event-loop';
import { faulty, isAfter, type Answer, type Fault } from './faults';
import type { Life } from './life';
import { recordOf } from './manage-record';
import type { WriteAudit } from './write-audit';

/** What becomes of a request, one after the other; `lost` is when its answer will not tell what was done. */
export type SentMoment = 'sent' | 'carried out' | 'lost' | 'answered';

/** A request on its way. */
export interface Sent {
  readonly life: Life;
  /** By the loop's clock. */
  readonly at: number;
  readonly request: Request;
  readonly host: string;
  readonly isWrite: boolean;
  /** Of the invoice or order that it is about; undefined where it is about none, or about several. */
  readonly number: string | undefined;
  /** Method and path with the query, for the trace. */
  readonly line: string;
  state: 'on its way' | 'arrived' | 'answered' | 'given up';
  /** Whether its answer does not tell what became of it. */
  isSpoilt: boolean;
}

export interface NetworkOptions {
  readonly loop: EventLoop;
  readonly world: LivingWorld;
  readonly audit: Pick<WriteAudit, 'before' | 'after' | 'answers' | 'resolves'>;
  /** Milliseconds that one way takes. */
  readonly latency: () => number;
  /** What befalls a request that arrives; null: nothing. */
  readonly faultOf: (sent: Sent) => Fault | null;
  readonly trace: (line: string) => void;
  /** How many requests a minute Manage takes, if not as many as it is said to. */
  readonly requestsPerMinute?: number;
}

/**
 * The way from the browsers to the vendors: a request takes its time to arrive, is carried out at one moment, and
 * its answer takes its time to come back. On each of these ways it can be lost, and its sender can die.
 */
export function createNetwork(options: NetworkOptions) {
  const { loop, world, audit, latency, faultOf, trace, requestsPerMinute } = options;
  const hosts = openHosts(world, {
    clock: loop.now,
    ...(requestsPerMinute !== undefined && { requestsPerMinute }),
  });
  const underWay = new Set<Sent>();
  const listeners: ((sent: Sent, moment: SentMoment) => void)[] = [];
  const tell = (sent: Sent, moment: SentMoment): void => {
    for (const listener of listeners) listener(sent, moment);
  };

  /** Carries a request out and answers what came of it. */
  async function carryOut(sent: Sent): Promise<Answer> {
    const before = audit.before(sent);
    const response = await hosts.answer(sent.request);
    if (response === undefined) throw new Error('the sandbox drops no connection by itself');
    const answer = { status: response.status, headers: response.headers, text: await response.text() };
    audit.after(sent, answer, before);
    return answer;
  }

  async function arrive(sent: Sent): Promise<Response | null | undefined> {
    sent.state = 'arrived';
    const fault = faultOf(sent);
    const carriedOut = fault === null || isAfter(fault) ? await carryOut(sent) : null;
    const none = new Response();
    const answer = carriedOut ?? { status: 200, headers: none.headers, text: '' };
    trace(
      `${sent.life.name} ${sent.line} ${carriedOut?.status ?? '–'}${fault === null ? '' : ` (${fault})`}`,
    );
    if (carriedOut !== null) tell(sent, 'carried out');
    if (fault !== null) {
      sent.isSpoilt = true;
      tell(sent, 'lost');
      return faulty(fault, answer);
    }
    audit.answers(sent, answer);
    return new Response(answer.text === '' ? null : answer.text, answer);
  }

  return {
    hosts,
    onMoment: (listener: (typeof listeners)[number]): void => void listeners.push(listener),

    /** The browser's fetch, as one life of its worker has it. */
    fetch(life: Life, input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
      const { signal, ...rest } = init;
      const request = life.cookies.equip(new Request(input, rest));
      const { host, pathname, search } = new URL(request.url);
      const { method } = request;
      const line = `${method} ${host.split('.')[0]} ${pathname}${search}`;
      const isWrite = method !== 'GET' && host.endsWith('myconnectwise.net');
      const { number } = recordOf(world.manage, request) ?? {};
      const at = loop.now();
      const about = { request, host, isWrite, number, line };
      const sent: Sent = { life, at, ...about, state: 'on its way', isSpoilt: false };
      if (life.isDead()) return new Promise(() => undefined);
      signal?.throwIfAborted();
      underWay.add(sent);
      life.requests.push({ at: loop.now(), host });
      return new Promise((resolve, reject) => {
        const end = (): void => {
          sent.state = 'answered';
          underWay.delete(sent);
          signal?.removeEventListener('abort', giveUp);
        };
        const giveUp = (): void => {
          sent.state = 'given up';
          underWay.delete(sent);
          if (!life.isDead()) reject(signal?.reason as Error);
        };
        signal?.addEventListener('abort', giveUp);
        tell(sent, 'sent');
        const arriving = async (): Promise<void> => {
          if (sent.state !== 'on its way') return;
          const response = await arrive(sent);
          if (response !== null) loop.after(latency(), () => answer(response), life);
        };
        const answer = (response: Response | undefined): void => {
          if (sent.state !== 'arrived' || life.isDead()) return;
          end();
          if (isWrite && !sent.isSpoilt) audit.resolves(sent);
          tell(sent, 'answered');
          if (response === undefined) reject(new TypeError('Failed to fetch'));
          else resolve(response);
        };
        loop.after(latency(), arriving, null);
      });
    },

    /** What a dying life has sent still arrives at once, or never. */
    abandon(life: Life, arrives: () => boolean): void {
      for (const sent of [...underWay].filter((each) => each.life === life)) {
        underWay.delete(sent);
        const last = sent.state === 'on its way' && arrives();
        sent.state = 'given up';
        if (!last) continue;
        loop.post(async () => {
          const { status } = await carryOut(sent);
          trace(`${life.name} ${sent.line} ${status} (its last)`);
        }, null);
      }
    },
  };
}

export type Network = ReturnType<typeof createNetwork>;
