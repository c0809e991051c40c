import type { Platform } from '@/utils/services/services';

/** What the worker takes from the browser, beside what every part takes. */
export interface WorkerPlatform extends Platform {
  /** Keeps the worker alive until the answered function is called. */
  readonly keepAlive: () => () => void;
  /**
   * Runs the work while no other copy of the worker runs any of this name.
   * @throws Problem `runAlreadyActive`
   */
  readonly alone: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  /** Sees to it that the worker is woken every minute, in whatever life of it, or no more. */
  readonly wakeEveryMinute: (on: boolean) => void;
}
