import { describe, expect, it } from 'vitest';
import type { Answer } from '@/utils/messaging/protocol';
import { overlay } from '@/utils/storage/overlay';
import type { Settings } from '@/utils/storage/settings';
import { MANAGE_KEYS, OWN_SITE, SITE } from '../../../sandbox/manage/api';
import { heldInManage } from '../../../sandbox/oracle';
import { createWorld } from '../../../sandbox/world';
import { openDesk } from './support';

/** Everything but keys. */
const WHOLE = {
  manage: {
    site: SITE,
    companyId: MANAGE_KEYS.companyId,
    signIn: 'api-keys',
    publicKey: MANAGE_KEYS.publicKey,
    clientId: MANAGE_KEYS.clientId,
  },
  connections: [{ id: 'poweroffice-go', name: 'Nord IT', system: 'poweroffice-go' }],
};
const MISTAKEN = { schedule: { everyHours: 999 } };
const POLICY_INVALID = { code: 'policyInvalid', params: { where: 'schedule.everyHours' } };

const managed = (policy: Record<string, unknown>) => openDesk(createWorld, { connected: false, policy });
type Desk = Awaited<ReturnType<typeof managed>>;
async function valueOf<T>(question: Promise<Answer<T>>): Promise<T> {
  const answer = await question;
  if (!answer.ok) throw new Error(answer.reason.code);
  return answer.value;
}
const settingsOf = async (desk: Desk): Promise<Settings> =>
  (await valueOf(desk.openSettingsPage().readSettings())).settings;

describe('Where the organisation has set everything but keys', () => {
  it('a run needs nothing but keys, and none of what is set is exported as the user’s own', async () => {
    const desk = await managed(WHOLE);
    expect(await desk.fromPage('panelState')).toMatchObject({
      value: { missing: { code: 'manageKeysMissing' } },
    });
    const answer = await desk
      .openSettingsPage()
      .saveSettings({ settings: await settingsOf(desk), secrets: desk.secrets });
    expect(answer).toEqual({ ok: true, value: null });
    const { phase } = await desk.run();
    expect(phase).toBe('finished');
    expect(heldInManage(desk.world.manage).get('12345')?.records).not.toEqual([]);
  });

  it('the setup is offered all the same, once', async () => {
    const desk = await managed(WHOLE);
    await desk.worker.offerSetup();
    await desk.worker.offerSetup();
    expect(desk.tabs).toHaveLength(1);
  });
});

describe('The settings file, under a policy,', () => {
  const policy = { manage: { companyId: 'other' }, schedule: { everyHours: 4 } };

  it('holds what counts, and names what a policy has set', async () => {
    const desk = await openDesk(createWorld);
    desk.policy.told = { schedule: { everyHours: 4 } };
    const value = await valueOf(desk.openSettingsPage().exportSettings({ withSecrets: false }));
    expect(JSON.parse(value)).toMatchObject({
      manage: { site: SITE },
      schedule: { everyHours: 4 },
      managed: ['schedule.everyHours'],
    });
  });

  it('brings in what is the user’s, and says what it could not', async () => {
    const desk = await openDesk(createWorld);
    desk.policy.told = policy;
    const text = JSON.stringify({ ...desk.settings, keepSecrets: 'session', schedule: { everyHours: 8 } });
    expect(await desk.openSettingsPage().importSettings({ text })).toEqual({
      ok: true,
      value: ['manage.companyId', 'schedule.everyHours'],
    });
    expect(await settingsOf(desk)).toMatchObject({
      manage: { companyId: 'other' },
      schedule: { everyHours: 4 },
      keepSecrets: 'session',
    });
  });

  it('can be read again where it was written', async () => {
    const desk = await openDesk(createWorld);
    desk.policy.told = policy;
    const text = await valueOf(desk.openSettingsPage().exportSettings({ withSecrets: false }));
    expect(await desk.openSettingsPage().importSettings({ text })).toEqual({ ok: true, value: [] });
    desk.policy.told = {};
    expect(await settingsOf(desk)).toMatchObject({ manage: { companyId: MANAGE_KEYS.companyId } });
  });
});

describe('A page that wants what is set otherwise', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>, string]>([
    [
      'is told so',
      { manage: { writeBack: { strategy: 'payment-record' } } },
      { manage: { writeBack: { strategy: 'custom-fields' } } },
      'manage.writeBack.strategy',
    ],
    [
      'is told so of connections of the user’s own',
      { connections: WHOLE.connections, allowOwnConnections: false },
      { connections: [{ id: 'mine', name: 'Mine', system: 'poweroffice-go' }] },
      'connections',
    ],
  ])('%s, and nothing is stored', async (_, policy, change, where) => {
    const desk = await openDesk(createWorld);
    desk.policy.told = policy;
    const before = await settingsOf(desk);
    const settings = overlay(before, change) as unknown as Settings;
    const page = desk.openSettingsPage();
    const refusal = { ok: false, reason: { code: 'setByPolicy', params: { where } } };
    expect(await page.saveSettings({ settings, secrets: {} })).toEqual(refusal);
    expect(await page.saveSetup({ settings, secrets: {}, step: 'trial' })).toEqual(refusal);
    expect(await settingsOf(desk)).toEqual(before);
  });
});

describe('A policy with a mistake', () => {
  it('is told by panel, popup, settings and icon, and nothing runs', async () => {
    const desk = await openDesk(createWorld);
    const before = heldInManage(desk.world.manage);
    desk.policy.told = MISTAKEN;
    await desk.worker.followSettings();
    expect(desk.toolbar.sign).toMatchObject({ text: '!' });
    expect(await desk.fromPage('panelState')).toMatchObject({ value: { missing: POLICY_INVALID } });
    // The panel appears by these.
    expect(await desk.fromPage('invoiceSearchSettings')).toMatchObject({ ok: true });
    expect(await desk.send('overview')).toMatchObject({ reason: POLICY_INVALID });
    expect(await desk.openSettingsPage().readSettings()).toMatchObject({ reason: POLICY_INVALID });
    await expect(desk.run()).rejects.toThrow('policyInvalid');
    expect(heldInManage(desk.world.manage)).toEqual(before);
    desk.policy.told = {};
    await desk.worker.followSettings();
    expect(desk.toolbar.sign).toMatchObject({ text: '' });
    expect((await desk.run()).phase).toBe('finished');
  });
});

it('A policy that changes is followed: the panel goes where Manage is now', async () => {
  const desk = await openDesk(createWorld);
  desk.policy.told = { manage: { site: OWN_SITE } };
  await desk.worker.followSettings();
  expect(desk.pageScripts.matches).toEqual([`https://${OWN_SITE}/*`]);
  desk.policy.told = {};
  await desk.worker.followSettings();
  expect(desk.pageScripts.matches).toEqual([]);
});
