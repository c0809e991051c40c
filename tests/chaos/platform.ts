import { MEMBER_COOKIES } from '../../sandbox/manage/page/member-session';
import type { RunChange } from '@/utils/messaging/protocol';
import { Problem } from '@/utils/payments/problem';
import type { WorkerOptions } from '@/utils/worker/worker';
import type { EventLoop } from './event-loop';
import type { Life } from './life';
import type { Network } from './network';

/** What the lives of one browser's worker have in common: it outlives each of them. */
export interface Surroundings {
  readonly loop: EventLoop;
  readonly network: Network;
  /** Epoch ms by this browser's clock. */
  readonly now: () => number;
  readonly random: () => number;
  readonly newId: () => string;
  readonly signIn: 'api-keys' | 'session';
  /** The memory of the browser session. */
  readonly session: Map<string, string>;
  /** Who runs a sync of which line alone. */
  readonly locks: Map<string, Life>;
  readonly setAlarm: (on: boolean) => void;
  readonly onChange: (change: RunChange) => void;
  /** Told when nothing asks any more for the worker to be kept alive. */
  readonly onIdle: () => void;
}

/** The browser as one life of its worker knows it: for the dead, nothing happens any more. */
export function platformOf(life: Life, around: Surroundings): WorkerOptions {
  const { loop, network, session, locks, signIn } = around;
  const bornAt = loop.now();
  return {
    fetch: (input, init) => network.fetch(life, input, init),
    crypto: outsideCrypto(loop),
    now: around.now,
    monotonicNow: () => loop.now() - bornAt,
    random: around.random,
    newId: around.newId,
    sleep: (ms, signal) => sleepOn(loop, life, ms, signal),
    timeZone: () => 'Europe/Oslo',
    cookie: (_, name) => Promise.resolve(signIn === 'session' ? MEMBER_COOKIES[name] : null),
    mayReach: () => Promise.resolve(true),
    readManaged: () => Promise.resolve({}),
    sessionStore: {
      get: (key) => Promise.resolve(session.get(key)),
      set: (items) => Promise.resolve(Object.entries(items).forEach((item) => session.set(...item))),
      remove: (keys) => Promise.resolve(keys.forEach((key) => session.delete(key))),
      keys: () => Promise.resolve([...session.keys()]),
    },
    webAuthFlow: { launch: () => Promise.reject(new Error('nobody signs in')), redirectUrl: () => '' },
    withLock: (_, task) => task(),
    reasonText: ({ code }) => code,
    overview: {
      alarm: {
        get: () => Promise.resolve(null),
        set: () => Promise.resolve(),
        clear: () => Promise.resolve(),
      },
      showSign: () => Promise.resolve(),
      notify: () => Promise.resolve(),
      openManage: () => Promise.resolve(),
      words: { product: '', sentence: () => '', named: (lines) => lines },
    },
    openOptions: () => Promise.resolve(),
    loadPageViews: () => Promise.resolve(),
    openSetup: () => Promise.resolve(),
    pageScripts: {
      matches: () => Promise.resolve([]),
      set: () => Promise.resolve(),
      intoOpenTabs: () => Promise.resolve(),
    },
    broadcast: (change) => void (life.isDead() || around.onChange(change)),
    wakeEveryMinute: (on) => void (life.isDead() || around.setAlarm(on)),
    keepAlive: () => {
      life.kept += 1;
      return () => {
        life.kept -= 1;
        if (life.kept === 0) around.onIdle();
      };
    },
    alone: async (name, work) => {
      if (locks.get(name)?.isDead() === false) throw new Problem('runAlreadyActive');
      locks.set(name, life);
      return work().finally(() => locks.delete(name));
    },
  };
}

/** Waits on the virtual clock. The dead never wake. */
function sleepOn(loop: EventLoop, life: Life, ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const cancel = loop.after(ms, () => {
      signal.removeEventListener('abort', onAbort);
      if (!life.isDead()) resolve();
    });
    function onAbort(): void {
      cancel();
      if (!life.isDead()) reject(signal.reason as Error);
    }
    signal.addEventListener('abort', onAbort);
  });
}

/** Sealing happens on threads of its own; its results come in turn. */
function outsideCrypto(loop: EventLoop): Crypto {
  const { subtle } = crypto;
  type Subtle = typeof subtle;
  return {
    getRandomValues: (array: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(array),
    subtle: {
      generateKey: (...how: Parameters<Subtle['generateKey']>) => loop.outside(subtle.generateKey(...how)),
      encrypt: (...what: Parameters<Subtle['encrypt']>) => loop.outside(subtle.encrypt(...what)),
      decrypt: (...what: Parameters<Subtle['decrypt']>) => loop.outside(subtle.decrypt(...what)),
    },
  } as unknown as Crypto;
}
