import { Problem } from '@/utils/payments/problem';
import type { Platform } from './services';

/**
 * Makes sure that the browser lets the extension reach hosts, given as match patterns.
 * @throws Problem `hostPermissionMissing` naming the first that it may not reach
 */
export async function requireAccess(
  { mayReach }: Pick<Platform, 'mayReach'>,
  patterns: readonly string[],
): Promise<void> {
  for (const pattern of patterns) {
    if (await mayReach([pattern])) continue;
    throw new Problem('hostPermissionMissing', { host: pattern.replaceAll(/^\w+:\/\/|\/\*$/g, '') });
  }
}

/** The match pattern of a host, which knows no port. */
export function patternOf(host: string): string {
  return `https://${host.replace(/:\d+$/, '')}/*`;
}
