import { describe, expect, it } from 'vitest';
import { isCloudSite } from '@/utils/manage/cloud-sites';
import type { SetupState } from '@/utils/settings-desk/answers';
import { createSetupDraft } from '@/utils/settings-desk/setup-draft';
import { MANAGE_KEYS, OWN_SITE, SITE } from '../../../sandbox/manage/api';
import type { Settings } from '@/utils/storage/settings';
import { createWorld } from '../../../sandbox/world';
import { openDesk } from './support';

const MANAGE_TAB = `https://${SITE}/v2025_1/ConnectWise.aspx?locale=en_US#startscreen=sr100`;
const SETUP = 'chrome-extension://our-id/setup.html';
const fresh = () => openDesk(createWorld, { connected: false });
const valueOf = async (answer: Promise<unknown>): Promise<unknown> =>
  ((await answer) as { value?: unknown }).value;

describe('installing', () => {
  it('opens the guided setup once, however often the browser says so', async () => {
    const { worker, tabs } = await fresh();
    await worker.offerSetup();
    await worker.offerSetup();
    expect(tabs).toEqual([SETUP]);
  });

  it('opens it, too, where the organisation has set something that cannot be read', async () => {
    const { worker, tabs } = await openDesk(createWorld, { connected: false, policy: { manage: 'wrong' } });
    await worker.offerSetup();
    expect(tabs).toEqual([SETUP]);
  });

  it('opens nothing where Manage is connected already', async () => {
    const { worker, tabs } = await openDesk(createWorld);
    await worker.offerSetup();
    expect(tabs).toEqual([]);
  });
});

describe('Manage is discovered', () => {
  const discover = async (desk: Awaited<ReturnType<typeof fresh>>, site?: string) =>
    valueOf(desk.settingsPage.discoverManage(site === undefined ? {} : { site }));

  it('on an open tab: site, company, member and version', async () => {
    const desk = await fresh();
    await desk.signInToManage();
    desk.tabs.push(MANAGE_TAB, `https://${SITE}/v2025_1/other`, 'https://example.com/ConnectWise.html');
    expect(await discover(desk)).toEqual([
      {
        site: SITE,
        companyId: 'nordit',
        companyName: 'Nord IT AS',
        member: 'knilsen',
        version: 'v2025.1',
        problem: null,
      },
    ]);
  });

  it('where nobody is signed in: the site alone', async () => {
    const desk = await fresh();
    desk.tabs.push(MANAGE_TAB);
    expect(await discover(desk)).toMatchObject([{ site: SITE, companyId: '', member: '', problem: null }]);
  });

  it('at an address of the firm’s own that was named, or is open and may be reached', async () => {
    const desk = await fresh();
    await desk.signInToManage();
    expect(await discover(desk, OWN_SITE)).toMatchObject([{ site: OWN_SITE, companyId: 'nordit' }]);
    desk.tabs.push(`https://${OWN_SITE}/v4_6_release/connectwise.aspx`);
    expect(await discover(desk)).toMatchObject([{ site: OWN_SITE, member: 'knilsen' }]);
  });

  it('in words where what answers is no Manage', async () => {
    const desk = await openDesk(createWorld, {
      connected: false,
      intercept: (request) =>
        request.url.includes('companyinfo') ? new Response('no', { status: 403 }) : undefined,
    });
    await desk.signInToManage();
    expect(await discover(desk, SITE)).toMatchObject([
      { site: SITE, companyId: '', problem: { code: 'manageSiteWrong' } },
    ]);
  });

  it('nowhere that the browser does not let it be reached', async () => {
    const desk = await openDesk(createWorld, { connected: false, mayReach: () => false });
    expect(await discover(desk, SITE)).toMatchObject([{ site: SITE, companyId: '' }]);
    expect(desk.hosts.requests).toEqual([]);
  });
});

it.each([
  ['na.myconnectwise.net', true],
  ['staging.connectwisedev.com:443', true],
  ['myconnectwise.net.example.com', false],
  ['notmyconnectwise.net', false],
  ['cw.example.com:8443', false],
])('%s belongs to Manage’s cloud: %s', (site, isCloud) => {
  expect(isCloudSite(site)).toBe(isCloud);
});

describe('what is half entered', () => {
  const draft = { step: 'manage', fields: { clientId: 'half' }, secrets: { 'manage.privateKey': 'typed' } };
  const read = async (desk: Awaited<ReturnType<typeof fresh>>) =>
    (await valueOf(desk.settingsPage.readSetup())) as SetupState;

  it('is there again, keys by their names alone, and sealed', async () => {
    const desk = await fresh();
    expect(await read(desk)).toEqual({ step: '', fields: {}, secretNames: [] });
    await desk.settingsPage.reachStep({ step: 'manage' });
    await desk.settingsPage.keepSetup(draft);
    await desk.settingsPage.keepSetup({ ...draft, fields: { clientId: 'whole' }, secrets: {} });
    const kept = await read(desk);
    expect(kept).toEqual({
      step: 'manage',
      fields: { manage: { clientId: 'whole' } },
      secretNames: ['manage.privateKey'],
    });
  });

  it('in one step is there still when another was gone to, and however late it is kept', async () => {
    const { settingsPage, ...desk } = await fresh();
    const books = { step: 'accounting', fields: { user: 'SY' }, secrets: {} };
    await settingsPage.reachStep({ step: 'accounting' });
    await Promise.all([
      settingsPage.keepSetup(draft),
      settingsPage.reachStep({ step: 'manage' }),
      settingsPage.keepSetup(books),
    ]);
    expect(await read({ settingsPage, ...desk })).toMatchObject({
      step: 'manage',
      fields: { manage: draft.fields, accounting: books.fields },
    });
  });

  it('of an older version is read, its fields at their step and every key at its own', async () => {
    const secrets = { 'manage.privateKey': 'typed', 'dynamics-nav.webServiceKey': 'typed too' };
    const older = JSON.stringify({ step: 'accounting', fields: { user: 'SY' }, secrets });
    const kept = createSetupDraft({ get: () => Promise.resolve(older), set: () => Promise.resolve() });
    expect(await kept.read()).toMatchObject({ step: 'accounting', fields: { accounting: { user: 'SY' } } });
    expect(await kept.secretsOf('manage')).toEqual({ 'manage.privateKey': 'typed' });
    expect(await kept.secretsOf('accounting')).toEqual({ 'dynamics-nav.webServiceKey': 'typed too' });
  });

  it('goes into the settings with the keys entered before, and is kept no longer', async () => {
    const desk = await fresh();
    const secrets = { 'manage.privateKey': MANAGE_KEYS.privateKey };
    await desk.settingsPage.keepSetup({ ...draft, secrets });
    await desk.settingsPage.keepSetup({ step: 'matching', fields: { managePrefix: 'INV-' }, secrets: {} });
    await desk.settingsPage.saveSetup({
      settings: desk.settings as unknown as Settings,
      secrets: desk.secrets,
      step: 'manage',
    });
    expect(await read(desk)).toMatchObject({
      fields: { matching: { managePrefix: 'INV-' } },
      secretNames: [],
    });
    const file = await valueOf(desk.settingsPage.exportSettings({ withSecrets: true }));
    expect(JSON.parse(file as string)).toMatchObject({ secrets });
    expect(file).not.toContain('setup.draft');
  });

  it('for other books than were chosen in the end becomes no key of the settings', async () => {
    const desk = await fresh();
    const { settingsPage } = desk;
    const settings = desk.settings as unknown as Settings;
    const [books] = settings.connections;
    const ofBooks = `${books?.id}.clientKey`;
    const secrets = {
      [ofBooks]: 'chosen',
      [`${books?.id}.webServiceKey`]: 'x',
      'dynamics-nav.webServiceKey': 'y',
    };
    await settingsPage.keepSetup({ step: 'accounting', fields: {}, secrets });
    await settingsPage.saveSetup({ settings, secrets: {}, step: 'accounting' });
    expect(await valueOf(settingsPage.readSettings())).toMatchObject({ secretsSet: [ofBooks] });
    expect(await read(desk)).toMatchObject({ secretNames: [] });
  });

  it('for books is no key of the settings before their own step is saved, and is not lost by then', async () => {
    const desk = await fresh();
    const { settingsPage } = desk;
    const settings = desk.settings as unknown as Settings;
    const ofBooks = `${settings.connections[0]?.id}.clientKey`;
    await settingsPage.keepSetup({ step: 'accounting', fields: {}, secrets: { [ofBooks]: 'hal' } });
    await settingsPage.saveSetup({ settings, secrets: {}, step: 'manage' });
    expect(await valueOf(settingsPage.readSettings())).toMatchObject({ secretsSet: [] });
    expect(await read(desk)).toMatchObject({ secretNames: [ofBooks] });
  });

  it('stays half entered where the settings are refused', async () => {
    const desk = await fresh();
    await desk.settingsPage.keepSetup(draft);
    const settings = { ...desk.settings, version: 99 } as unknown as Settings;
    const refused = { settings, secrets: {}, step: 'manage' };
    expect(await desk.settingsPage.saveSetup(refused)).toMatchObject({ reason: { code: 'settingsInvalid' } });
    expect(await read(desk)).toMatchObject({
      fields: { manage: draft.fields },
      secretNames: ['manage.privateKey'],
    });
  });

  it('is no business of a Manage page, which may have it opened and no more', async () => {
    const desk = await fresh();
    for (const name of ['readSetup', 'discoverManage', 'saveSettings']) {
      expect(await desk.fromPage(name, {})).toMatchObject({ reason: { code: 'messageRefused' } });
    }
  });
});

describe('the panel on a Manage of the firm’s own', () => {
  const PATTERN = `https://${OWN_SITE}/*`;
  const connectedTo = async (site: string) => {
    const desk = await fresh();
    const settings = { ...desk.settings, manage: { ...desk.settings.manage, site } };
    await desk.send('saveSettings', { settings, secrets: desk.secrets });
    return desk;
  };

  it('appears once it is connected, in open tabs too, and goes with it', async () => {
    const desk = await connectedTo(OWN_SITE);
    expect(desk.pageScripts).toEqual({ matches: [PATTERN], injected: [PATTERN] });
    await desk.send('saveSettings', { settings: desk.settings, secrets: {} });
    expect(desk.pageScripts.matches).toEqual([]);
  });

  it('needs nothing of the kind on the cloud', async () => {
    expect((await connectedTo(SITE)).pageScripts).toEqual({ matches: [], injected: [] });
  });

  it('is there again after an update of the extension, which forgets what was registered', async () => {
    const desk = await connectedTo(OWN_SITE);
    desk.pageScripts.matches = [];
    await desk.worker.keepPageScript();
    expect(desk.pageScripts.matches).toEqual([PATTERN]);
  });
});
