import { describe, expect, it } from 'vitest';
import { payNow } from '../../../sandbox/books/happenings';
import { BUSINESS_CENTRAL, BUSINESS_CENTRAL_HOST } from '../../../sandbox/business-central/keys';
import { MICROSOFT_LOGIN } from '../../../sandbox/microsoft-login/keys';
import { heldInManage } from '../../../sandbox/oracle';
import { createWorld } from '../../../sandbox/world';
import { openDesk, type DeskOptions } from './support';

const CONNECTION = { connectionId: 'business-central' };
const HOUR = 3_600_000;

const open = (options: DeskOptions = {}) => openDesk(createWorld, { system: 'business-central', ...options });

describe('connecting to Business Central', () => {
  it('lists environments, and companies of one that is not stored yet', async () => {
    const { settingsPage } = await open({ connection: { environment: '', company: '' } });
    expect(await settingsPage.listEnvironments(CONNECTION)).toEqual({
      ok: true,
      value: [
        { value: 'Production', label: 'Production (Production)' },
        { value: 'Test', label: 'Test (Sandbox)' },
      ],
    });
    const environment = 'Production';
    expect(await settingsPage.listCompanies({ ...CONNECTION, environment })).toMatchObject({
      ok: true,
      value: [{ value: BUSINESS_CENTRAL.company, label: 'Nord IT AS' }, {}],
    });
  });

  it.each(['signInToMicrosoft', 'listBusinessCentralEnvironments'])(
    'never does %s for a page of Manage',
    async (message) => {
      const { fromPage } = await open();
      expect(await fromPage(message, CONNECTION)).toMatchObject({ reason: { code: 'messageRefused' } });
    },
  );

  it('needs a connection that is stored, of this system', async () => {
    const { send } = await openDesk(createWorld);
    for (const connectionId of ['poweroffice-go', 'none']) {
      expect(await send('signInToMicrosoft', { connectionId })).toMatchObject({
        reason: { code: 'accountingNotConnected' },
      });
    }
  });

  it('asks for permission to reach Microsoft first', async () => {
    let allowed = true;
    const { send } = await open({
      mayReach: (patterns) => allowed || !patterns.some((each) => each.includes('microsoft')),
    });
    allowed = false;
    expect(await send('signInToMicrosoft', CONNECTION)).toMatchObject({
      reason: { code: 'hostPermissionMissing', params: { host: 'login.microsoftonline.com' } },
    });
  });

  it('tells the panel that nobody has signed in yet, or not for this app', async () => {
    const { connectionState, send, settings } = await open();
    expect(await connectionState()).toMatchObject({ missing: null });
    const [connection] = settings.connections;
    const other = { ...connection, clientId: '00000000-1111-4222-8333-444444444444' };
    await send('saveSettings', { settings: { ...settings, connections: [other] }, secrets: {} });
    expect(await connectionState()).toMatchObject({ missing: { code: 'microsoftSignInMissing' } });
  });

  it('checks well', async () => {
    const { settingsPage } = await open();
    const answer = await settingsPage.checkConnections();
    const blocks = answer.ok ? answer.value : [];
    const verdicts = blocks
      .find(({ of }) => of === 'business-central')
      ?.results.map(({ verdict }) => verdict);
    expect(new Set(verdicts)).toEqual(new Set(['ok']));
  });

  it.each([
    ['web', 'microsoftRedirectNotSpa'],
    ['native', 'microsoftRedirectNotSpa'],
  ] as const)('says what is wrong with a redirect address registered as %s', async (type, code) => {
    const { send, world } = await open();
    world.microsoftLogin.redirects.set(MICROSOFT_LOGIN.redirect, type);
    expect(await send('signInToMicrosoft', CONNECTION)).toMatchObject({ reason: { code } });
  });
});

describe('a sign-in that ends', () => {
  it('half-way through a sync is renewed, and the sync goes on', async () => {
    let revoke = (): void => undefined;
    let asked = 0;
    const { run, world } = await open({
      intercept: (request) => {
        if (new URL(request.url).host === BUSINESS_CENTRAL_HOST && (asked += 1) === 4) revoke();
        return undefined;
      },
    });
    revoke = () => world.microsoftLogin.accessTokens.clear();
    expect(await run()).toMatchObject({ phase: 'finished', failure: null });
  });

  it('after a day is renewed without the user as long as Microsoft remembers who it is', async () => {
    const { run, time } = await open();
    time.advance(25 * HOUR);
    expect(await run()).toMatchObject({ phase: 'finished' });
  });

  it('for good pauses nothing for ever: it says to sign in, and then all is caught up', async () => {
    const { run, send, world, time } = await open();
    await run();
    payNow(world, 12189, 4000, '2026-11-23');
    time.advance(25 * HOUR);
    world.microsoftLogin.sessions.clear();
    expect(await run({ choice: 'last-run' })).toMatchObject({
      phase: 'failed',
      failure: { code: 'microsoftSignInNeeded' },
    });
    expect(await send('signInToMicrosoft', CONNECTION)).toMatchObject({
      ok: true,
      value: { name: MICROSOFT_LOGIN.user },
    });
    expect(await run({ choice: 'last-run' })).toMatchObject({ phase: 'finished' });
    expect(heldInManage(world.manage).get('12189')?.records).toEqual([{ amount: 4000, date: '2026-11-23' }]);
  });
});

describe('a replica that is behind', () => {
  it('loses nothing', async () => {
    const { run, world } = await open();
    await run();
    world.businessCentral.knobs.replicaLagMs = 10 * 60_000;
    payNow(world, 12189, 4000, '2026-11-22');
    await run({ choice: 'last-run' });
    world.businessCentral.knobs.replicaLagMs = 0;
    await run({ choice: 'last-run' });
    expect(heldInManage(world.manage).get('12189')?.records).toEqual([{ amount: 4000, date: '2026-11-22' }]);
  });
});

it('has no more than five requests under way', async () => {
  const { run, world } = await open();
  await run();
  expect(world.businessCentral.traffic.mostAtOnce).toBeLessThanOrEqual(5);
  expect(world.businessCentral.traffic.queued).toBe(0);
});
