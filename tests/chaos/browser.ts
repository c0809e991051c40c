import { createCookieJar } from '../../sandbox/cookie-jar';
import { MANAGE_KEYS, SITE } from '../../sandbox/manage/keys';
import { POWEROFFICE_KEYS } from '../../sandbox/poweroffice-go/keys';
import type { Answer, RunAnswer, RunChange } from '@/utils/messaging/protocol';
import { receive } from '@/utils/messaging/receive';
import type { Outcome } from '@/utils/payments/outcome';
import { createWorker, type Worker } from '@/utils/worker/worker';
import type { EventLoop } from './event-loop';
import type { Life } from './life';
import type { Network } from './network';
import { platformOf, type Surroundings } from './platform';
import { CONNECTION_ID, ledgerOf } from './played-lines';
import { abandon, clear, createStorage } from './storage';

const OWN = { id: 'our-id', origin: 'chrome-extension://our-id/' };
const OPTIONS_PAGE = { id: 'our-id', url: 'chrome-extension://our-id/options.html' };
const MANAGE_PAGE = {
  id: 'our-id',
  url: `https://${SITE}/v2025_1/ConnectWise.aspx`,
  frameId: 0,
  tab: { id: 1 },
};

/** Messages that begin a run or go on with one. */
const BEGINS = ['startRun', 'resumeRun', 'retryFailed', 'undoRun', 'takeOver'];

const MINUTE_MS = 60_000;

/** A worker that asks for nothing is ended after so long, where the browser does that. */
const IDLE_MS = 30_000;

export interface BrowserOptions {
  readonly name: string;
  readonly loop: EventLoop;
  readonly network: Network;
  /** Epoch ms of the world. */
  readonly worldNow: () => number;
  readonly random: () => number;
  readonly signIn: 'api-keys' | 'session';
  readonly strategy: 'payment-record' | 'custom-fields';
  /** Whether vendors' bills are switched on. */
  readonly bills: boolean;
  readonly endsIdleWorkers: boolean;
  readonly trace: (line: string) => void;
  /** Told of everything that leaves the worker for a page. */
  readonly onTold: (what: Told, life: string) => void;
  /** Told when the beginning of a run is answered, one call for each. */
  readonly onBegun: () => void;
  /** Told when what became of an invoice or an order is about to be stored. */
  readonly onNoted: (number: string) => void;
  /** Told before each step the worker takes. */
  readonly onStep: () => void;
}

/** What leaves a worker for a page. */
export type Told = { readonly change: RunChange } | { readonly answer: Answer<unknown> };

interface LivingWorker extends Life {
  readonly worker: Worker;
  dead: boolean;
}

/** A browser with the extension in it: its storage, its clock, its alarm, and the lives of its background worker. */
export function openBrowser(options: BrowserOptions) {
  const { name, loop, network, worldNow, random, signIn, trace, onTold, onStep } = options;
  const storage = createStorage();
  const session = new Map<string, string>();
  const cookies = createCookieJar();
  const requests: { at: number; host: string }[] = [];
  let lives = 0;
  let runs = 0;
  let skew = 0;
  let life: LivingWorker | null = null;
  let unsetAlarm: () => void = () => undefined;

  const around: Omit<Surroundings, 'onChange' | 'onIdle'> = {
    loop,
    network,
    random,
    signIn,
    session,
    now: () => worldNow() + skew,
    newId: () => `${name}-run-${(runs += 1)}`,
    locks: new Map(),
    setAlarm,
  };

  function setAlarm(on: boolean): void {
    unsetAlarm();
    unsetAlarm = on ? loop.after(MINUTE_MS, ring, null) : () => undefined;
  }

  function ring(): void {
    setAlarm(true);
    inTheNameOf(alive(), ({ worker }) => void worker.wake());
  }

  /** The worker, which the browser starts for every event if it is dead. */
  function alive(): LivingWorker {
    if (life?.dead === false) return life;
    const born: Omit<LivingWorker, 'worker'> = {
      name: `${name}${(lives += 1)}`,
      browser: name,
      storage,
      cookies,
      requests,
      modes: new Map(),
      kept: 0,
      dead: false,
      isDead: () => born.dead,
      onStep,
      onNoted: (store, row) => {
        if (store !== 'outcomes' || born.dead) return;
        const { invoiceNumber } = row as Outcome;
        // Once whoever stores it is done with this step.
        loop.post(() => options.onNoted(invoiceNumber), null);
      },
    };
    const platform = platformOf(born, {
      ...around,
      onChange: (change) => tell(born, change),
      onIdle: () => idle(born),
    });
    life = Object.assign(born, { worker: createWorker(platform) });
    inTheNameOf(life, ({ worker }) => void worker.wake());
    return life;
  }

  function tell(from: Life, change: RunChange): void {
    const { id, mode, phase, done, found, failure } = change.run;
    if (phase === 'running') from.modes.set(change.connectionId, mode);
    else from.modes.delete(change.connectionId);
    const of = ledgerOf(change.connectionId) === 'payable' ? ' of bills' : '';
    trace(`${from.name} ${id}${of} ${phase} ${done}/${found}${failure === null ? '' : ` ${failure.code}`}`);
    onTold({ change }, from.name);
  }

  function idle(resting: Life): void {
    if (!options.endsIdleWorkers) return;
    loop.after(IDLE_MS, () => void (resting === life && resting.kept === 0 && die()), null);
  }

  function die(): void {
    if (life === null || life.dead) return;
    trace(`${life.name} dies`);
    life.dead = true;
    abandon(storage, random() < 0.5);
    network.abandon(life, () => random() < 0.5);
  }

  function inTheNameOf(who: LivingWorker, work: (who: LivingWorker) => void): void {
    loop.post(() => work(who), who);
  }

  /** Sends a message to the worker, as a page does. The answers, one of each line, come as long as the worker lives. */
  function send(
    message: string,
    data?: unknown,
    onAnswer: (answer: Answer<unknown>, line: string) => void = () => undefined,
  ): void {
    inTheNameOf(alive(), (to) => {
      const sender = message === 'saveSettings' ? OPTIONS_PAGE : MANAGE_PAGE;
      void receive({ name: message, data, sender }, to.worker.handlers, OWN).then((told) => {
        if (to.dead) return;
        const answers =
          message === 'startRun' && told.ok
            ? (told.value as readonly RunAnswer[])
            : [{ answer: told, connectionId: CONNECTION_ID }];
        for (const { answer, connectionId: line } of answers) {
          trace(`${to.name} ${message}: ${answer.ok ? 'ok' : answer.reason.code}`);
          onTold({ answer }, to.name);
          if (answer.ok && BEGINS.includes(message)) options.onBegun();
          onAnswer(answer, line);
        }
      });
    });
  }

  return {
    name,
    storage,
    requests: requests as readonly { readonly at: number; readonly host: string }[],
    send,
    die,
    /** How far its clock is ahead of the world's, in ms. */
    setClock: (ahead: number): void => void (skew = ahead),

    /** Connects both systems, as the user does in the options. */
    setUp(): void {
      const { companyId, clientId, publicKey, privateKey } = MANAGE_KEYS;
      const byKeys = signIn === 'api-keys';
      const settings = {
        version: 1,
        manage: {
          site: SITE,
          companyId,
          signIn,
          publicKey: byKeys ? publicKey : '',
          clientId,
          writeBack: { strategy: options.strategy },
        },
        connections: [
          {
            id: CONNECTION_ID,
            system: 'poweroffice-go',
            environment: 'production',
            ...(options.bills && { bills: { on: true } }),
          },
        ],
      };
      const { applicationKey, clientKey, subscriptionKey } = POWEROFFICE_KEYS;
      const secrets = {
        'manage.privateKey': byKeys ? privateKey : '',
        'poweroffice-go.applicationKey': applicationKey,
        'poweroffice-go.clientKey': clientKey,
        'poweroffice-go.subscriptionKey': subscriptionKey,
      };
      send('saveSettings', { settings, secrets });
    },

    /** The user clears the browser's storage. */
    clearStorage(told: boolean): void {
      inTheNameOf(alive(), () => {
        session.clear();
        clear(storage, told);
      });
    },

    /** Signs in to Manage's pages, where that is how its API is used. */
    async signInToManage(): Promise<void> {
      if (signIn === 'api-keys') return;
      const page = await network.hosts.answer(new Request(`https://${SITE}/v2025_1/ConnectWise.aspx`));
      if (page !== undefined) cookies.keep(SITE, page);
    },
  };
}

export type Browser = ReturnType<typeof openBrowser>;
