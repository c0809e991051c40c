import type { HttpClient } from '@/utils/http/http-client';
import { createHttpClient } from '@/utils/http/http-client';
import { createRateLimit } from '@/utils/http/rate-limit';
import { Problem } from '@/utils/payments/problem';
import { openDatabase, type Database } from '@/utils/storage/database';
import { createSettingsStore, type SettingsStore } from '@/utils/storage/settings-store';
import { createVault, type Vault } from '@/utils/storage/vault';
import { limitOf } from './host-limits';

/** What the worker takes from the browser; everything that reads time, chance or the network is in here. */
export interface WorkerPlatform {
  readonly fetch: typeof fetch;
  readonly crypto: Crypto;
  /** Epoch ms. */
  readonly now: () => number;
  /** Milliseconds by a clock that only goes forward. */
  readonly monotonicNow: () => number;
  readonly random: () => number;
  /** Waits, unless the signal ends the wait. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** The user's IANA time zone. */
  readonly timeZone: () => string;
  /** Reads one of the two cookies that tell who is signed in to Manage. */
  readonly cookie: (site: string, name: 'companyName' | 'memberId') => Promise<string | null>;
  /** Whether the extension may reach the hosts of these match patterns. */
  readonly mayReach: (patterns: readonly string[]) => Promise<boolean>;
}

/** The things all parts of the worker share. */
export interface Services {
  readonly http: HttpClient;
  readonly database: Database;
  readonly vault: Vault;
  readonly settings: SettingsStore;
}

export function createHttp({ fetch, monotonicNow, random, sleep }: WorkerPlatform): HttpClient {
  const limit = createRateLimit({ limitOf, monotonicNow, sleep });
  return createHttpClient({ fetch, limit, monotonicNow, sleep, random });
}

export async function openServices(platform: WorkerPlatform, http: HttpClient): Promise<Services> {
  const database = await openDatabase().catch((cause: unknown) => {
    throw new Problem('storageFailed', {}, { cause });
  });
  const vault = createVault(database, platform.crypto);
  return { http, database, vault, settings: createSettingsStore(database, vault) };
}
