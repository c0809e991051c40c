import { describe, expect, it, vi } from 'vitest';
import { expectedInManage, heldInManage } from '../../../sandbox/oracle';
import { createWorld } from '../../../sandbox/world';
import type { Answer, Overview } from '@/utils/messaging/protocol';
import { openDesk, type DeskOptions } from './support';

const HOUR = 3_600_000;
const PAST_MONTH = '2026-10-22';

type Scheduled = Awaited<ReturnType<typeof openScheduled>>;

/** A desk that runs by itself every four hours. */
async function openScheduled(options: DeskOptions = {}, schedule: object = {}) {
  const desk = await openDesk(createWorld, options);
  const { send, settings, toolbar, time, worker, runs } = desk;
  const save = (change: object, secrets = {}) =>
    send('saveSettings', { settings: { ...settings, schedule: change }, secrets });
  await save({ everyHours: 4, notify: true, ...schedule });
  return {
    ...desk,
    save,
    /** Lets the time pass until the alarm rings, and what it begins come to its end. */
    async untilRung(): Promise<void> {
      const { alarm } = toolbar;
      if (alarm === null) throw new Error('No alarm is set');
      time.advance(Math.max(0, alarm - time.now()));
      toolbar.alarm = null;
      const before = runs.length;
      await worker.runWhatIsDue();
      if (runs.length > before) await untilIdle();
    },
    overview: async () => ((await send('overview')) as Extract<Answer<Overview>, { ok: true }>).value,
    untilIdle,
  };

  async function untilIdle(): Promise<void> {
    await vi.waitFor(() => expect(runs.at(-1)?.phase).not.toBe('running'), { timeout: 10_000 });
    await worker.wake();
  }
}

describe('By itself', () => {
  it('nothing is run until somebody wants it so', async () => {
    const { toolbar, worker, runs } = await openDesk(createWorld);
    await worker.wake();
    expect(toolbar.alarm).toBeNull();
    await worker.runWhatIsDue();
    expect(runs).toEqual([]);
  });

  it.each(['api-keys', 'session'] as const)(
    'with %s, the first run brings the past month, and the next go on from the last successful one',
    async (signIn) => {
      const desk = await openScheduled({ signIn });
      const expected = expectedInManage(desk.world, PAST_MONTH, 'payment-record');
      await desk.untilRung();
      expect(desk.runs.at(-1)?.phase).toBe('finished');
      expect(heldInManage(desk.world.manage)).toEqual(expected.held);
      const first = (await desk.connectionState()).lastRunAt;

      const begunAt = desk.toolbar.alarm;
      const from = desk.hosts.requests.length;
      await desk.untilRung();
      expect(begunAt).toBe((first ?? 0) + 4 * HOUR);
      expect((await desk.connectionState()).lastRunAt).toBe(begunAt);
      const writes = desk.hosts.requests
        .slice(from)
        .filter(({ method, path }) => method !== 'GET' && path.includes('/apis/'));
      expect(writes).toEqual([]);
      expect(desk.toolbar.sign.text).toBe('');
      expect(desk.toolbar.notifications).toEqual([]);
    },
  );

  it('a run is due soon after the browser was closed for long', async () => {
    const desk = await openScheduled();
    await desk.untilRung();
    // No browser is bound to keep alarms while it is closed.
    desk.toolbar.alarm = null;
    desk.time.advance(50 * HOUR);
    await desk.worker.wake();
    expect(desk.toolbar.alarm).toBe(desk.time.now() + 60_000);
  });

  it('no second one begins while one is under way', async () => {
    const desk = await openScheduled();
    await desk.fromPage('startRun', {
      connectionIds: [desk.connectionId],
      start: { choice: 'past-month' },
      mode: 'sync',
    });
    desk.time.advance(HOUR);
    await desk.worker.runWhatIsDue();
    await desk.untilIdle();
    expect(new Set(desk.runs.map(({ id }) => id)).size).toBe(1);
    expect(desk.toolbar.sign.text).toBe('');
    expect(desk.toolbar.alarm).not.toBeNull();
  });

  it('an alarm that rings too early begins nothing', async () => {
    const desk = await openScheduled();
    await desk.untilRung();
    const { length } = desk.runs;
    await desk.worker.runWhatIsDue();
    expect(desk.runs).toHaveLength(length);
    expect((await desk.overview()).nextAt).toBe(desk.toolbar.alarm);
  });

  it('it is over once it is switched off', async () => {
    const desk = await openScheduled();
    await desk.save({ everyHours: 0 });
    expect(desk.toolbar.alarm).toBeNull();
    expect((await desk.overview()).nextAt).toBeNull();
  });

  it('what does not answer is tried again within the hour, and troubles nobody', async () => {
    const desk = await openScheduled({
      intercept: ({ url }) => (url.includes('companyinfo') ? new Response('', { status: 503 }) : undefined),
    });
    await desk.untilRung();
    expect(desk.toolbar.alarm).toBe(desk.time.now() + HOUR / 4);
    expect(desk.toolbar.sign.text).toBe('');
    expect(desk.toolbar.notifications).toEqual([]);
  });
});

describe('What needs a person', () => {
  it('is told on the icon and by one notification, and is gone once it is mended', async () => {
    const desk = await openScheduled({ signIn: 'session' });
    Object.assign(desk.world.manage, { signedOut: true });
    await desk.untilRung();
    expect(desk.toolbar.sign).toMatchObject({ text: '!', tone: 'bad' });
    expect(desk.toolbar.sign.title).toMatch(/not signed in to Manage at na\.myconnectwise\.net/);
    await desk.untilRung();
    expect(desk.toolbar.notifications).toHaveLength(1);
    expect((await desk.connectionState()).refused).toMatchObject({ code: 'manageSignedOut' });
    expect((await desk.overview()).health).toMatchObject({
      reason: { code: 'manageSignedOut' },
      remedy: 'open-manage',
    });

    Object.assign(desk.world.manage, { signedOut: false });
    desk.time.advance(1_000);
    expect((await desk.send('runAll')).ok).toBe(true);
    await vi.waitFor(() => expect(desk.runs.at(-1)?.phase).toBe('finished'), { timeout: 10_000 });
    await desk.worker.wake();
    expect(desk.toolbar.sign.text).toBe('');
    expect((await desk.overview()).health).toBeNull();
    expect((await desk.connectionState()).refused).toBeNull();
  });

  it('is told by no notification that nobody wanted', async () => {
    const desk = await openScheduled({ signIn: 'session' }, { notify: false });
    Object.assign(desk.world.manage, { signedOut: true });
    await desk.untilRung();
    expect(desk.toolbar.sign.text).toBe('!');
    expect(desk.toolbar.notifications).toEqual([]);
  });

  it('is told the moment access is taken away, with what to ask for', async () => {
    let allowed = true;
    const desk = await openScheduled({
      mayReach: ([pattern]) => allowed || !pattern?.includes('poweroffice'),
    });
    expect(desk.toolbar.sign.text).toBe('');
    allowed = false;
    await desk.worker.refreshOverview();
    expect(desk.toolbar.sign).toMatchObject({
      text: '!',
      title: expect.stringContaining('goapi.poweroffice.net') as string,
    });
    expect(desk.toolbar.notifications).toHaveLength(1);
    expect(await desk.overview()).toMatchObject({
      health: { remedy: 'allow-access', connection: { id: desk.connectionId } },
      lackingOrigins: ['https://goapi.poweroffice.net/*'],
    });
    allowed = true;
    await desk.worker.refreshOverview();
    expect(desk.toolbar.sign.text).toBe('');
  });

  it('is over once access was given that a run was refused for', async () => {
    let allowed = false;
    const desk = await openScheduled({
      mayReach: ([pattern]) => allowed || !pattern?.includes('poweroffice'),
    });
    await desk.untilRung();
    expect((await desk.overview()).health).toMatchObject({ reason: { code: 'hostPermissionMissing' } });
    allowed = true;
    await desk.worker.followSettings();
    expect((await desk.connectionState()).refused).toBeNull();
    expect(desk.toolbar.sign.text).toBe('');
    expect((await desk.overview()).health).toBeNull();
  });

  it.each([
    [
      'keys',
      { signIn: 'api-keys' },
      (desk) => desk.save({ everyHours: 24 }, { 'manage.privateKey': '' }),
      (desk) => desk.save({ everyHours: 24 }, desk.secrets),
    ],
    [
      'a session in Manage',
      { signIn: 'session' },
      (desk) => Promise.resolve(Object.assign(desk.world.manage, { signedOut: true })),
      (desk) => {
        Object.assign(desk.world.manage, { signedOut: false });
        return desk.fromPage('badgeFacts', ['12345']);
      },
    ],
  ] satisfies readonly [
    string,
    DeskOptions,
    (desk: Scheduled) => Promise<unknown>,
    (desk: Scheduled) => Promise<unknown>,
  ][])(
    'does not cost a whole day: runs that waited for %s begin soon after',
    async (_, options, lose, find) => {
      const desk = await openScheduled(options, { everyHours: 24 });
      await lose(desk);
      await desk.untilRung();
      expect(desk.runs).toEqual([]);
      expect(desk.toolbar.sign.text).toBe('!');
      desk.time.advance(HOUR);
      await find(desk);
      await vi.waitFor(() => expect(desk.toolbar.sign.text).toBe(''));
      expect(desk.toolbar.alarm).toBe(desk.time.now() + 60_000);
      await desk.untilRung();
      expect(desk.runs.at(-1)?.phase).toBe('finished');
    },
  );

  it('is seen by badges as well: Manage lets nobody in, and then does again', async () => {
    const desk = await openDesk(createWorld);
    const shut = { settings: desk.settings, secrets: { 'manage.privateKey': 'wrong' } };
    await desk.send('saveSettings', shut);
    expect(desk.toolbar.sign.text).toBe('');
    await desk.fromPage('badgeFacts', ['12345']);
    await vi.waitFor(() => expect(desk.toolbar.sign).toMatchObject({ text: '!', tone: 'bad' }));
    expect(
      ((await desk.send('overview')) as Extract<Answer<Overview>, { ok: true }>).value.health,
    ).toMatchObject({
      reason: { code: 'manageKeysRefused' },
      remedy: 'open-settings',
      connection: null,
    });
    await desk.send('saveSettings', { ...shut, secrets: desk.secrets });
    expect(desk.toolbar.sign.text).toBe('');
  });

  it('is not set up at first', async () => {
    const desk = await openDesk(createWorld, { connected: false });
    await desk.worker.wake();
    expect(desk.toolbar.sign.text).toBe('!');
    expect(await desk.send('overview')).toMatchObject({
      value: { site: null, health: { remedy: 'set-up' } },
    });
  });

  it('are refused keys, until others are saved', async () => {
    const desk = await openScheduled();
    await desk.send('saveSettings', {
      settings: { ...desk.settings, schedule: { everyHours: 4 } },
      secrets: { 'manage.privateKey': 'wrong' },
    });
    await desk.untilRung();
    expect((await desk.overview()).health).toMatchObject({
      reason: { code: 'manageKeysRefused' },
      remedy: 'open-settings',
    });
    await desk.send('saveSettings', {
      settings: { ...desk.settings, schedule: { everyHours: 4 } },
      secrets: desk.secrets,
    });
    expect(desk.toolbar.sign.text).toBe('');
  });

  it('are invoices that failed, by their number', async () => {
    const desk = await openScheduled({ strategy: 'custom-fields' });
    await desk.untilRung();
    expect(desk.runs.at(-1)?.counts.failed).toBe(1);
    expect(desk.toolbar.sign).toMatchObject({ text: '1', tone: 'warning' });
    expect((await desk.overview()).health).toMatchObject({ remedy: 'retry-failed' });
  });

  it('is no news while the popup is open', async () => {
    const desk = await openScheduled({ signIn: 'session' });
    desk.cookies.clear();
    await desk.overview();
    await desk.worker.refreshOverview();
    expect(desk.toolbar.sign.text).toBe('!');
    expect(desk.toolbar.notifications).toEqual([]);
  });
});

describe('Manage is shown', () => {
  it('where it is connected, and nowhere else', async () => {
    const desk = await openDesk(createWorld);
    await desk.send('openManage');
    expect(desk.toolbar.opened).toEqual(['na.myconnectwise.net']);
    expect(await desk.fromPage('openManage')).toMatchObject({
      ok: false,
      reason: { code: 'messageRefused' },
    });
    const other = await openDesk(createWorld, { connected: false });
    expect(await other.send('openManage')).toMatchObject({
      ok: false,
      reason: { code: 'manageNotConnected' },
    });
  });
});
