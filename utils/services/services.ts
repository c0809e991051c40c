import type { HttpClient } from '@/utils/http/http-client';
import { createHttpClient } from '@/utils/http/http-client';
import { createRateLimit, type RateLimit } from '@/utils/http/rate-limit';
import { createMicrosoftSignIn, type MicrosoftSignIn } from '@/utils/microsoft-sign-in/sign-in';
import type { SignInPorts } from '@/utils/microsoft-sign-in/ports';
import { openDatabase, type Database } from '@/utils/storage/database';
import { createLimitMemory } from '@/utils/storage/limit-memory';
import type { SessionStore } from '@/utils/storage/session-store';
import { createSettingsStore, type ReadManaged, type SettingsStore } from '@/utils/storage/settings-store';
import { createShownPages, type ShownPagesStore } from '@/utils/storage/shown-pages';
import { createVault, type Vault } from '@/utils/storage/vault';
import { atOnce, limitOf } from './host-limits';

/** What every part takes from the browser; everything that reads time, chance or the network is in here. */
export interface Platform extends Pick<SignInPorts, 'webAuthFlow' | 'withLock'> {
  readonly fetch: typeof fetch;
  readonly crypto: Crypto;
  /** Epoch ms. */
  readonly now: () => number;
  /** Milliseconds by a clock that only goes forward. */
  readonly monotonicNow: () => number;
  /** Between 0 and 1. */
  readonly random: () => number;
  /** A name that nothing else has. */
  readonly newId: () => string;
  /** Waits, unless the signal ends the wait. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** The user's IANA time zone. */
  readonly timeZone: () => string;
  /** Reads one of the two cookies that tell who is signed in to Manage. */
  readonly cookie: (site: string, name: 'companyName' | 'memberId') => Promise<string | null>;
  /** Whether the extension may reach the hosts of these match patterns. */
  readonly mayReach: (patterns: readonly string[]) => Promise<boolean>;
  readonly readManaged: ReadManaged;
  /** Memory that ends with the browser session. */
  readonly sessionStore: SessionStore;
}

/** The things all parts share. */
export interface Services {
  readonly http: HttpClient;
  /** What hosts were sent and will take. */
  readonly pace: Pick<RateLimit, 'sent' | 'wait'>;
  readonly database: Database;
  readonly vault: Vault;
  readonly settings: SettingsStore;
  readonly shownPages: ShownPagesStore;
  readonly microsoft: MicrosoftSignIn;
}

/**
 * Opens them when they are first needed, and anew after they could not be opened or the database went away.
 * @param onGone told when it went away: what was read from it is not to be used any longer
 */
export function createServices(platform: Platform, onGone: () => void): () => Promise<Services> {
  const { fetch, now, monotonicNow, random, sleep, crypto, sessionStore } = platform;
  const { webAuthFlow, withLock } = platform;
  let database: Promise<Database> | undefined;
  const open = (): Promise<Database> => {
    if (database !== undefined) return database;
    const forget = (): void => {
      // A run may still speak of a database that has long been replaced.
      if (database === opening) database = undefined;
    };
    const gone = (): void => {
      forget();
      onGone();
    };
    const opening: Promise<Database> = openDatabase({ onGone: gone }).catch((error: unknown) => {
      forget();
      throw error;
    });
    return (database = opening);
  };
  const memory = createLimitMemory(open);
  const limit = createRateLimit({ limitOf, now, monotonicNow, sleep, memory, name: platform.newId() });
  const http = createHttpClient({ fetch, limit, monotonicNow, sleep, random, atOnce });
  const openVault = async (): Promise<Vault> => createVault(await open(), crypto, sessionStore);
  // One for as long as these serve, since it keeps access tokens in memory.
  const microsoft = createMicrosoftSignIn({
    http,
    webAuthFlow,
    withLock,
    now,
    monotonicNow,
    vault: {
      get: async (name) => (await openVault()).get(name),
      set: async (name, secret) => (await openVault()).set(name, secret),
    },
  });
  return async () => {
    const opened = await open();
    const vault = createVault(opened, crypto, sessionStore);
    return {
      http,
      pace: limit,
      database: opened,
      vault,
      settings: createSettingsStore(opened, vault, platform.readManaged),
      shownPages: createShownPages(opened),
      microsoft,
    };
  };
}
