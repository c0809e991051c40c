import type { ConnectionState, PanelState } from '@/utils/messaging/protocol';
import { health, type Health } from '@/utils/payments/health';
import { reasonOf } from '@/utils/payments/problem';
import type { Reason } from '@/utils/payments/reason';
import { changeAttention, readAttention } from '@/utils/storage/attention';
import { nothing } from './panel-state';
import { isShut } from '@/utils/sync/judge-problem';
import type { Services } from '@/utils/services/services';

/** While somebody looks at the panel or the popup, what happens there is no news. */
const LOOKING_MS = 30_000;

/** No more fits on the icon. */
const MOST_SHOWN = 99;

/** What stands on the toolbar icon. */
export interface ToolbarSign {
  /** At most four characters; '' for none. */
  readonly text: string;
  readonly tone: 'bad' | 'warning';
  /** What the icon says when it is pointed at. */
  readonly title: string;
}

/** The words the worker itself has to say. */
export interface AttentionWords {
  readonly product: string;
  readonly sentence: (reason: Reason) => string;
  /** Lines by the names that tell them apart. */
  readonly named: (lines: readonly ConnectionState[]) => readonly ConnectionState[];
}

export interface AttentionDeskOptions {
  /** Epoch ms. */
  readonly now: () => number;
  readonly services: () => Promise<Pick<Services, 'database' | 'settings'>>;
  readonly standing: () => Promise<PanelState>;
  readonly showSign: (sign: ToolbarSign) => Promise<void>;
  /** Shows a notification, where the user allowed it. */
  readonly notify: (title: string, message: string) => Promise<void>;
  readonly words: AttentionWords;
}

/** Tells on the toolbar icon, and by a notification if wanted, what needs a person. */
export interface AttentionDesk {
  /** What needs a person now. */
  health(): Promise<Health | null>;
  /** Brings the icon up to date. It never fails: what cannot be told now is told next time. */
  refresh(): Promise<void>;
  /** Settings, access or a sign-in changed: what failed before may be mended. */
  mended(): Promise<void>;
  /** Manage let nobody in when a page asked. */
  shut(why: Reason): Promise<void>;
  /** Whether Manage is not known to let nobody in. */
  isOpen(): Promise<boolean>;
  /** Somebody is looking, and needs no notification. */
  looked(): void;
}

export function createAttentionDesk(options: AttentionDeskOptions): AttentionDesk {
  const { now, services, standing, showSign, notify, words } = options;
  let lookedAt = -Infinity;
  let last: Promise<void> = Promise.resolve();

  async function current(): Promise<{ readonly health: Health | null; readonly several: boolean }> {
    const state = await standing().catch((error: unknown) => nothing(reasonOf(error)));
    const { mendedAt, shut } = await services()
      .then(({ database }) => readAttention(database))
      .catch(() => ({ mendedAt: 0, shut: null }));
    const connections = words.named(state.connections).map(({ run, ...connection }) => {
      const isMended = run !== null && (run.finishedAt ?? Infinity) < mendedAt;
      return { ...connection, run: isMended ? { ...run, failure: null } : run };
    });
    const missing = state.missing ?? shut;
    return { health: health({ missing, connections }), several: connections.length > 1 };
  }

  async function update(): Promise<void> {
    const { health: trouble, several } = await current();
    await showSign(signOf(trouble, several));
    const { database, settings } = await services();
    const { toldOf } = await readAttention(database);
    const key = trouble && `${trouble.connection?.id ?? ''} ${trouble.reason.code}`;
    if (key === toldOf) return;
    await changeAttention(database, () => ({ toldOf: key }));
    const { everyHours, notify: isWanted } = (await settings.read()).schedule;
    const isLooking = now() - lookedAt < LOOKING_MS;
    if (trouble !== null && everyHours > 0 && isWanted && !isLooking) {
      await notify(nameOf(trouble, several), words.sentence(trouble.reason));
    }
  }

  function signOf(trouble: Health | null, several: boolean): ToolbarSign {
    if (trouble === null) return { text: '', tone: 'warning', title: words.product };
    const { reason } = trouble;
    const title = `${nameOf(trouble, several)}\n${words.sentence(reason)}`;
    if (reason.code !== 'invoicesFailed') return { text: '!', tone: 'bad', title };
    const count = Number(reason.params.count);
    return { text: count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count), tone: 'warning', title };
  }

  function nameOf({ connection }: Health, several: boolean): string {
    return several && connection !== null ? `${words.product}: ${connection.name}` : words.product;
  }

  /** One at a time, so that an older state never ends up on the icon. */
  const refresh = (): Promise<void> => (last = last.then(update).catch(() => undefined));

  return {
    health: async () => (await current()).health,
    refresh,

    async mended() {
      await services()
        .then(({ database }) =>
          changeAttention(database, ({ schedule, toldOf }) => ({
            mendedAt: now(),
            shut: null,
            // Where every run waited for a person, the next one comes soon, and not only after a whole period.
            schedule: isPressing(toldOf) ? null : schedule && { ...schedule, refused: {} },
          })),
        )
        .catch(() => undefined);
      await refresh();
    },

    async isOpen() {
      const { shut, schedule } = await readAttention((await services()).database);
      return shut === null && !Object.values(schedule?.refused ?? {}).some(isShut);
    },

    async shut(why) {
      const { database } = await services();
      if ((await readAttention(database)).shut?.code === why.code) return;
      await changeAttention(database, () => ({ shut: why }));
      await refresh();
    },

    looked: () => void (lookedAt = now()),
  };
}

/** Whether what was told of last keeps runs from beginning or from their end, and not single invoices only. */
function isPressing(toldOf: string | null): boolean {
  return toldOf !== null && !toldOf.endsWith(' invoicesFailed');
}
