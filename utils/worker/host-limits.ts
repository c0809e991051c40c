import type { HostLimit } from '@/utils/http/rate-limit';

/**
 * What the vendors let one client ask. PowerOffice Go: 10 requests a second per subscription key; the window
 * is a tenth longer, since requests that leave a second apart may arrive closer together. Manage: "more than
 * 1,000 requests a minute" is likely to be limited (ConnectWise Developer Guide), for any host it runs on.
 */
export function limitOf(host: string): HostLimit {
  return host === 'goapi.poweroffice.net'
    ? { requests: 10, windowMs: 1_100 }
    : { requests: 1_000, windowMs: 60_000 };
}
