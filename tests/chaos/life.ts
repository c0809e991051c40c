import type { CookieJar } from '../../sandbox/cookie-jar';
import type { RunMode } from '@/utils/sync/run-state';
import type { StorageUser } from './storage';

/** One life of a browser's background worker: from its start to the moment the browser ends it. */
export interface Life extends StorageUser {
  /** The browser's name and which of its lives this is, for the trace. */
  readonly name: string;
  readonly browser: string;
  readonly cookies: CookieJar;
  /** When the browser sent what to whom, in all its lives. */
  readonly requests: { readonly at: number; readonly host: string }[];
  /** By its line: the mode of the run it told of last, while that goes on. */
  readonly modes: Map<string, RunMode>;
  /** By how many it is asked to be kept alive. */
  kept: number;
}
