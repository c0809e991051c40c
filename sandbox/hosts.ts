import { businessCentralApi } from './business-central/api';
import { BUSINESS_CENTRAL_HOST } from './business-central/keys';
import { createCookieJar } from './cookie-jar';
import { dynamicsNavApi } from './dynamics-nav/api';
import { DYNAMICS_NAV } from './dynamics-nav/keys';
import { DROP, DROP_ANSWER } from './drop';
import { createRequestLimit, REQUESTS_PER_MINUTE } from './manage/access/request-limit';
import { manageApi } from './manage/api';
import { API_HOST, OWN_SITE, SITE } from './manage/keys';
import { manageSite, ownManageSite } from './manage/site';
import { microsoftLogin } from './microsoft-login/api';
import { MICROSOFT_LOGIN_HOST } from './microsoft-login/keys';
import { powerOfficeApi } from './poweroffice-go/api';
import type { World } from './world';

export interface HostsOptions {
  /**
   * Answers in a vendor's stead: with a response of its own, with DROP or DROP_ANSWER, or not at all, so that the
   * vendor answers. It may read the request.
   */
  readonly intercept?: (request: Request) => Response | Promise<Response | undefined> | undefined;
  /** How many API requests a minute Manage takes before it answers 429. */
  readonly requestsPerMinute?: number;
  /** Milliseconds by a clock that only goes forward, for that minute. */
  readonly clock?: () => number;
  /** The extension's own origin, which a browser names in requests that could change something. */
  readonly origin?: string;
  /** What the firm calls its NAV server. */
  readonly navHost?: string;
}

/** A request that reached a host. */
interface LoggedRequest {
  /** Epoch ms by the world's clock. */
  readonly at: number;
  readonly host: string;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** Of the answer; 0 while there is none, and for good where the connection was dropped. */
  readonly status: number;
}

/** All hosts of the sandbox, without sockets. */
export interface Hosts {
  readonly hosts: readonly string[];
  /** Everything asked so far, oldest first. */
  readonly requests: readonly LoggedRequest[];
  /** How many requests Manage has answered with 429. */
  readonly tooManyRequests: number;
  /** Answers a request as the host it names would; undefined where the connection breaks. */
  answer(request: Request): Promise<Response | undefined>;
  /**
   * Like the browser's: fails with a TypeError for a host that is not here and for a broken connection, heeds the
   * abort signal, and sends the cookies it was given with requests that include credentials. It follows no redirect.
   */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
}

/** Opens every host the product talks to, on one world. */
export function openHosts(world: World, options: HostsOptions = {}): Hosts {
  const {
    intercept,
    requestsPerMinute = REQUESTS_PER_MINUTE,
    clock = () => performance.now(),
    origin,
    navHost = DYNAMICS_NAV.host,
  } = options;
  const limit = createRequestLimit(requestsPerMinute, clock);
  const apps = new Map<string, { fetch(request: Request): Response | Promise<Response> }>([
    [SITE, manageSite(world, limit)],
    [API_HOST, manageApi(world, limit)],
    [OWN_SITE, ownManageSite(world, limit, OWN_SITE)],
    ['goapi.poweroffice.net', powerOfficeApi(world)],
    [BUSINESS_CENTRAL_HOST, businessCentralApi(world)],
    [MICROSOFT_LOGIN_HOST, microsoftLogin(world)],
    [navHost, dynamicsNavApi(world)],
  ]);
  const requests: { -readonly [K in keyof LoggedRequest]: LoggedRequest[K] }[] = [];
  const jar = createCookieJar();

  async function answer(request: Request): Promise<Response | undefined> {
    const { hostname, pathname, search } = new URL(request.url);
    const entry = {
      at: world.now(),
      host: hostname,
      method: request.method,
      path: pathname + search,
      status: 0,
    };
    requests.push(entry);
    const instead = await intercept?.(request.clone());
    if (instead === DROP) return undefined;
    const response =
      instead === undefined || instead === DROP_ANSWER
        ? await (apps.get(hostname)?.fetch(request) ?? new Response('Unknown host', { status: 421 }))
        : instead.clone();
    if (instead === DROP_ANSWER) return undefined;
    entry.status = response.status;
    return dated(response, world.now());
  }

  return {
    hosts: [...apps.keys()],
    requests,
    get tooManyRequests() {
      return limit.refused;
    },
    answer,
    async fetch(input, init) {
      const request = jar.equip(new Request(input, init));
      const { hostname } = new URL(request.url);
      if (origin !== undefined && request.method !== 'GET') request.headers.set('origin', origin);
      request.signal.throwIfAborted();
      if (!apps.has(hostname)) throw new TypeError(`fetch failed: there is no host ${hostname}`);
      const response = await untilAborted(answer(request), request.signal);
      if (response === undefined) throw new TypeError('fetch failed: the connection broke');
      jar.keep(hostname, response);
      return response;
    },
  };
}

/** Servers date their answers, by the world's clock. */
function dated(response: Response, now: number): Response {
  if (response.headers.has('date')) return response;
  const copy = new Response(response.body, response);
  copy.headers.set('Date', new Date(now).toUTCString());
  return copy;
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}
