import type { SourceContext } from '@/utils/accounting/registry';
import { createSourceMemory } from '@/utils/storage/source-memory';
import type { Services, Platform } from './services';

/** What an accounting source is given of the worker. */
export function sourceContext(
  { http, database, vault, microsoft }: Pick<Services, 'http' | 'database' | 'vault' | 'microsoft'>,
  { now, monotonicNow, timeZone }: Pick<Platform, 'now' | 'monotonicNow' | 'timeZone'>,
): SourceContext {
  return {
    http,
    secret: (name) => vault.get(name),
    memory: (connection, ledger) => createSourceMemory(database, connection, ledger),
    microsoft,
    now,
    monotonicNow,
    timeZone,
  };
}
