import { MANAGE_KEYS } from '../../sandbox/manage/keys';
import { MEMBER_COOKIES } from '../../sandbox/manage/page/member-session';
import { POWEROFFICE_KEYS } from '../../sandbox/poweroffice-go/keys';
import type { Ledger } from '@/utils/payments/accounting-invoice';
import type { OutcomePage, RunChange } from '@/utils/messaging/protocol';
import type { OutcomeKind } from '@/utils/payments/outcome';
import type { RunState } from '@/utils/sync/run-state';
import type { Told } from './browser';
import { expectationOf, type ExpectationOptions } from './expectation';
import { recordsOn } from './manage-record';
import type { Network } from './network';
import { ledgerOf, lineOf } from './played-lines';
import type { Remains } from './remains';

/** What must be in no message and in no storage but the vault. */
const SECRETS = [
  MANAGE_KEYS.privateKey,
  ...Object.values<string>({ ...POWEROFFICE_KEYS }),
  btoa(`${POWEROFFICE_KEYS.applicationKey}:${POWEROFFICE_KEYS.clientKey}`),
  MEMBER_COOKIES.memberHash,
  'production-token-',
];

/** A request is given up after this long; then the press of Stop must have had its effect. */
const LONGEST_REQUEST_MS = 60_000;

/** PowerOffice Go takes so many requests a second. */
const POWER_OFFICE = { host: 'goapi.poweroffice.net', requests: 10, windowMs: 1_000 };

export interface InspectionOptions extends ExpectationOptions {
  readonly network: Network;
  readonly violate: (what: string) => void;
}

/** Looks whether all is as it must be: while things happen, when they have come to rest, and after clean runs. */
export function createInspection({ network, violate, ...options }: InspectionOptions) {
  const { plan, world, audit } = options;
  const expectations = plan.ledgers.map((ledger) => ({ ledger, ...expectationOf(ledger, options) }));
  const told = new Set<string>();
  /** By the ledger: the last run of each browser that has ended. */
  const ended = new Map(plan.ledgers.map((ledger) => [ledger, new Map<number, RunState>()]));
  /** By the id of a run: which life of the worker told its end. */
  const endTold = new Map<string, string>();
  const lists = new Map<string, readonly string[]>();
  const cleared = new Set<number>();
  const wasFull = [plan.events, plan.accidents].some((list) =>
    list.some(({ what }) => what.includes('storage full')),
  );

  return {
    /** Something left a worker for a page. */
    told(at: number, what: Told, life: string): void {
      const text = JSON.stringify(what);
      told.add(text);
      if (text.includes('"code":"unexpected"'))
        violate(`nobody can say what went wrong: ${text.slice(0, 300)}`);
      if (!('change' in what)) return;
      const { connectionId: line, run } = what.change;
      for (const wrong of faultsOf(run)) violate(`a run tells ${wrong}: ${JSON.stringify(run)}`);
      const { id, phase, failure } = run;
      if (phase === 'failed' && plan.passes)
        violate(`a run failed for what passes by itself: ${failure?.code ?? ''}`);
      if (['finished', 'stopped', 'failed'].includes(phase)) {
        endedIn(ledgerOf(line)).set(at, run);
        endTold.set(id, life);
      } else if (endTold.get(id) === life) violate(`${id} goes on after its end was told`);
    },

    /** Somebody wants the last run of a line in a browser to go on. */
    resumed: (at: number, line: string): void =>
      void endTold.delete(endedIn(ledgerOf(line)).get(at)?.id ?? ''),

    /** Somebody looked into a list of a run that has ended. */
    listed(at: number, { connectionId, run }: RunChange, kind: OutcomeKind, page: OutcomePage): void {
      const { id, phase, counts } = run;
      if (phase === 'finished' && page.total !== counts[kind])
        violate(`${id} counts ${counts[kind]} ${kind} and lists ${page.total}`);
      lists.set(
        `${at} ${connectionId} ${kind}`,
        page.outcomes.map(({ invoiceNumber }) => invoiceNumber),
      );
    },

    /** The press of Stop was answered. */
    stopped({ requests, took }: { readonly requests: number; readonly took: number }): void {
      const [, slowest] = plan.latency;
      if (requests > 0) violate(`${requests} requests were begun after Stop`);
      if (took > LONGEST_REQUEST_MS + 2 * slowest) violate(`Stop took ${took} ms`);
    },

    cleared: (at: number): void => void cleared.add(at),

    /** No run is under way any more. @param begun ids of the runs whose beginning was told */
    atRest(at: number, { runs, writes, outcomes, rest }: Remains, begun: readonly string[]): void {
      told.add(JSON.stringify({ runs, writes, outcomes, rest }));
      for (const { runId, invoiceNumber, settled } of writes) {
        const isFinished = runs.some(({ id, phase }) => id === runId && phase === 'finished');
        if (!isFinished || settled === null || sameJson(settled.from, settled.to)) continue;
        const outcome = outcomes.find((each) => each.runId === runId && each.invoiceNumber === invoiceNumber);
        if (outcome === undefined || outcome.kind === 'unchanged')
          violate(`${runId} does not tell that it wrote to ${invoiceNumber}`);
      }
      for (const { id, phase, failure } of runs) {
        if (phase === 'failed' && plan.passes)
          violate(`${id} failed for what passes by itself: ${failure?.code ?? ''}`);
        if (phase === 'running' || phase === 'paused')
          violate(`${id} is left ${phase}, and nothing wakes it`);
      }
      if (cleared.has(at) || wasFull) return;
      for (const id of begun) if (!runs.some((run) => run.id === id)) violate(`${id} began and is forgotten`);
    },

    cleanRunBegins: (at: number, line: string): void => void endedIn(ledgerOf(line)).delete(at),

    cleanRunEnded(at: number, line: string): void {
      const state = endedIn(ledgerOf(line)).get(at);
      if (state?.phase !== 'finished')
        violate(`a clean run ended ${state?.phase}: ${state?.failure?.code ?? ''}`);
    },

    /** Each browser has gone on from its last run: nothing that was changed since may be missing. */
    afterLastRuns(): void {
      const theirs = new Set([...audit.handEdited, ...audit.undone]);
      for (const { differing, differenceOf, isForeign } of expectations) {
        for (const number of differing()) {
          if (!theirs.has(number) && !isForeign(number))
            violate(`the last run had passed over ${differenceOf(number)}`);
        }
      }
    },

    /** Nothing is under way, and each browser has looked at everything. */
    atTheEnd({ writes }: Remains): void {
      for (const { runId, invoiceNumber, open } of writes)
        if (open !== null) violate(`nobody found out what became of ${invoiceNumber} in ${runId}`);
    },

    /** Each browser has looked at everything. */
    afterFullRuns(): void {
      for (const { ledger, differing, differenceOf, outcomes, isForeign, isStuck } of expectations) {
        const browsers = [...endedIn(ledger).keys()];
        for (const number of differing()) {
          const skippedByAll = browsers.every((at) => listOf(at, ledger, 'skipped').includes(number));
          if (!isStuck(number) && (!isForeign(number) || !skippedByAll))
            violate(`Manage is wrong about ${differenceOf(number)}`);
        }
        const { failed, notFound } = outcomes();
        for (const at of browsers) {
          for (const number of listOf(at, ledger, 'failed')) {
            if (!failed.includes(number) && !isStuck(number)) violate(`${number} still fails`);
          }
          const missing = listOf(at, ledger, 'not-found').sort().join();
          if (missing !== notFound.join()) violate(`not found are ${missing}, not ${notFound.join()}`);
        }
      }
      for (const invoice of world.manage.invoices) {
        const ours = recordsOn(invoice).filter(({ id }) => audit.isOurs(id));
        if (ours.length > 1) violate(`${invoice.invoiceNumber} has ${ours.length} payment records of ours`);
      }
    },

    /** How many writes Manage has taken. */
    writes: (): number =>
      network.hosts.requests.filter(
        ({ method, host, status }) => method !== 'GET' && host.endsWith('myconnectwise.net') && status < 300,
      ).length,

    requests(sent: readonly { readonly at: number; readonly host: string }[]): void {
      const times = sent.filter(({ host }) => host === POWER_OFFICE.host).map(({ at }) => at);
      const tooFast = times.some((at, index) => {
        const earlier = times[index - POWER_OFFICE.requests];
        return earlier !== undefined && at - earlier < POWER_OFFICE.windowMs;
      });
      if (tooFast) violate('more requests a second than PowerOffice Go takes');
    },

    secrets(): void {
      for (const secret of SECRETS) {
        const found = [...told].find((text) => text.includes(secret));
        if (found !== undefined) violate(`a secret was told: ${found.slice(0, 200)}`);
      }
    },
  };

  function endedIn(ledger: Ledger): Map<number, RunState> {
    return ended.get(ledger) ?? new Map<number, RunState>();
  }

  /** What the list of the last run that ended in a browser shows first. */
  function listOf(at: number, ledger: Ledger, kind: OutcomeKind): string[] {
    return [...(lists.get(`${at} ${lineOf(ledger)} ${kind}`) ?? [])];
  }
}

export type Inspection = ReturnType<typeof createInspection>;

/** What does not add up in what a run tells of itself. */
function faultsOf({ phase, found, done, counts, failure, resumesAt }: RunState): string[] {
  const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const wrong: (string | false)[] = [
    Object.values(counts).some((count) => count < 0) && 'of less than none',
    counted > done && 'of more outcomes than invoices',
    done > found && 'that more is done than was found',
    phase === 'finished' && done !== found && 'that it finished before everything was done',
    (phase === 'finished') !== (failure === null) &&
      phase !== 'running' &&
      phase !== 'stopped' &&
      'no reason, or one too many',
    (phase === 'paused') !== (resumesAt !== null) && 'when it goes on, or not',
  ];
  return wrong.filter((each) => each !== false);
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
