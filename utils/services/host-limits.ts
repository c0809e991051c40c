import type { HostLimit } from '@/utils/http/rate-limit';

/**
 * What the vendors let one client ask. PowerOffice Go: 10 requests a second per subscription key; the window
 * is a tenth longer, since requests that leave a second apart may arrive closer together. Business Central: 6,000
 * requests in five minutes per user, in any such span ("operational limits" of its documentation).
 */
const LIMITS: ReadonlyMap<string, HostLimit> = new Map([
  ['goapi.poweroffice.net', { requests: 10, windowMs: 1_100 }],
  ['api.businesscentral.dynamics.com', { requests: 6_000, windowMs: 300_000 }],
]);

/**
 * Manage, on any host it runs on: "more than 1,000 requests a minute" is likely to be limited (ConnectWise Developer
 * Guide). A server of the firm's own is treated no worse.
 */
const OTHERS: HostLimit = { requests: 1_000, windowMs: 60_000 };

export function limitOf(host: string): HostLimit {
  return LIMITS.get(host) ?? OTHERS;
}

/**
 * How many requests a host takes under way at once, of all connections together: Business Central five per user; "the
 * rest queue". Source: the same.
 */
export function atOnce(host: string): number | undefined {
  return host === 'api.businesscentral.dynamics.com' ? 5 : undefined;
}
