import type { SourceContext } from '@/utils/accounting/registry';
import type { Services, WorkerPlatform } from './services';

/** What an accounting source is given of the worker. */
export function sourceContext(
  { http, vault, microsoft }: Pick<Services, 'http' | 'vault' | 'microsoft'>,
  { now, monotonicNow, timeZone }: Pick<WorkerPlatform, 'now' | 'monotonicNow' | 'timeZone'>,
): SourceContext {
  return { http, secret: (name) => vault.get(name), microsoft, now, monotonicNow, timeZone };
}
