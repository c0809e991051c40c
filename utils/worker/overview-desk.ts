import type { Overview } from '@/utils/messaging/protocol';
import type { Handlers } from '@/utils/messaging/receive';
import { Problem, reasonOf } from '@/utils/payments/problem';
import type { Reason } from '@/utils/payments/reason';
import { createAttentionDesk, type AttentionDeskOptions } from './attention-desk';
import { lackingConnectionAccess, lackingManageAccess } from './lacking-access';
import { nothing, panelState } from './panel-state';
import type { RunDesk } from './run-desk';
import { createScheduledRuns, type ScheduleAlarm } from './scheduled-runs';
import type { Services } from '@/utils/services/services';
import type { WorkerPlatform } from './worker-platform';

/** What telling how things stand takes from the browser. */
export interface OverviewPorts extends Pick<AttentionDeskOptions, 'showSign' | 'notify' | 'words'> {
  readonly alarm: ScheduleAlarm;
  /** Shows the tab in which a Manage site is open, or opens one. */
  readonly openManage: (site: string) => Promise<void>;
}

interface OverviewDeskOptions {
  readonly services: () => Promise<Services>;
  readonly platform: WorkerPlatform;
  readonly ports: OverviewPorts;
  readonly desk: RunDesk;
}

/** How everything stands, in the popup and on the toolbar icon, and the runs that begin by themselves. */
export interface OverviewDesk {
  readonly handlers: Pick<Handlers, 'overview' | 'runAll' | 'openManage'>;
  /** Brings the toolbar icon up to date. */
  refresh(): Promise<void>;
  /** Settings, access or a sign-in changed. */
  mended(): Promise<void>;
  /** What became of a page's question to Manage: null where it was answered, else why it let nobody in. */
  manageTold(shut: Reason | null): Promise<void>;
  /** To be called when the worker starts. */
  wake(): Promise<void>;
  /** Begins the runs that are due. */
  runWhatIsDue(): Promise<void>;
}

export function createOverviewDesk({ services, platform, ports, desk }: OverviewDeskOptions): OverviewDesk {
  const { now } = platform;
  const standing = async () => {
    const shared = await services();
    return panelState(await shared.settings.read(), shared, desk, platform);
  };
  const attention = createAttentionDesk({ now, services, standing, ...ports });
  const scheduled = createScheduledRuns({
    now,
    alarm: ports.alarm,
    services,
    standing,
    begin: (connectionId, start) => desk.of(connectionId).start(start, 'sync'),
  });
  /** An alarm that cannot be set now is set when the worker starts next. */
  const keepTime = (): Promise<void> => scheduled.keepTime().catch(() => undefined);

  async function mended(): Promise<void> {
    await attention.mended();
    await keepTime();
  }

  async function overview(): Promise<Overview> {
    attention.looked();
    const { manage, connections } = await (await services()).settings.read();
    const lacking = await Promise.all([
      manage === null ? [] : lackingManageAccess(platform, manage),
      ...connections.map((connection) => lackingConnectionAccess(platform, connection)),
    ]);
    return {
      state: await standing().catch((error: unknown) => nothing(reasonOf(error))),
      health: await attention.health(),
      lackingOrigins: [...new Set(lacking.flat())],
      site: manage?.site ?? null,
      nextAt: await scheduled.nextAt(),
    };
  }

  return {
    handlers: {
      overview: () => overview().finally(() => void attention.refresh()),

      async runAll() {
        attention.looked();
        return scheduled.beginAll();
      },

      async openManage() {
        const { manage } = await (await services()).settings.read();
        if (manage === null) throw new Problem('manageNotConnected');
        await ports.openManage(manage.site);
        return null;
      },
    },

    refresh: () => attention.refresh(),

    mended,

    async manageTold(shut) {
      if (shut !== null) await attention.shut(shut);
      else if (!(await attention.isOpen())) await mended();
    },

    async wake() {
      await keepTime();
      await attention.refresh();
    },

    async runWhatIsDue() {
      await scheduled.ring().catch(() => undefined);
      await attention.refresh();
    },
  };
}
