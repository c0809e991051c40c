import { describe, expect, it } from 'vitest';
import { openDatabase, scopeOf } from '@/utils/storage/database';
import { heldInManage } from '../../../sandbox/oracle';
import { createWorld } from '../../../sandbox/world';
import { openDesk } from '../worker/support';

/** Writes that reached Manage. */
const writes = (desk: Awaited<ReturnType<typeof openDesk>>) =>
  desk.hosts.requests.filter(({ host, method }) => host.includes('myconnectwise') && method !== 'GET');

async function afterOneRun() {
  const desk = await openDesk(createWorld);
  const state = await desk.run();
  return { ...desk, desk, state, before: writes(desk).length };
}

const refused = (code: string): object => ({ ok: false, reason: { code } });

describe('a page that speaks in the panel’s name', () => {
  it('takes over no payment record but what the last run offered', async () => {
    const { desk, state, before, fromPage, world } = await afterOneRun();
    const held = heldInManage(world.manage);
    const foreign = state.outcomes.find(({ takeOver }) => takeOver !== undefined);
    const other = state.outcomes.find(({ kind }) => kind === 'updated');
    for (const wish of [
      { invoiceNumber: other?.invoiceNumber, recordId: foreign?.takeOver },
      { invoiceNumber: foreign?.invoiceNumber, recordId: (foreign?.takeOver ?? 0) + 1 },
      { invoiceNumber: 'no such invoice', recordId: 1 },
    ]) {
      expect(await fromPage('takeOver', { connectionId: desk.connectionId, ...wish })).toMatchObject(
        refused('takeOverNotOffered'),
      );
    }
    expect(writes(desk)).toHaveLength(before);
    expect(heldInManage(world.manage)).toEqual(held);
    const db = await openDatabase();
    expect((await db.getAll('ownRecords')).map(({ recordId }) => recordId)).not.toContain(foreign?.takeOver);
    db.close();
  });

  it('takes back no run of another Manage', async () => {
    const { desk, state, before, fromPage } = await afterOneRun();
    const db = await openDatabase();
    const run = await db.get('runs', state.id);
    if (run) await db.put('runs', { ...run, scope: scopeOf('eu.myconnectwise.net', 'other', 'x', 'y') });
    db.close();
    const { connectionId } = desk;
    expect(await fromPage('undoRun', { connectionId, runId: state.id })).toMatchObject(
      refused('runNotThere'),
    );
    expect(await fromPage('undoRun', { connectionId, runId: 'made up' })).toMatchObject(
      refused('runNotThere'),
    );
    expect(writes(desk)).toHaveLength(before);
  });

  it.each([
    'startRun',
    'stopRun',
    'resumeRun',
    'retryFailed',
    'undoRun',
    'takeOver',
    'badgeFacts',
    'badgeDates',
    'runOutcomes',
  ])('of another Manage site gets nowhere with %s', async (name) => {
    const payloads: Record<string, unknown> = {
      startRun: { connectionIds: ['x'], start: { choice: 'past-week' }, mode: 'sync' },
      stopRun: { connectionIds: ['x'] },
      resumeRun: { connectionId: 'x' },
      retryFailed: { connectionId: 'x' },
      undoRun: { connectionId: 'x', runId: 'x' },
      runOutcomes: {
        connectionId: 'x',
        runId: 'x',
        from: 0,
        kind: 'updated',
        search: '',
        order: 'number',
        descending: false,
      },
      takeOver: { connectionId: 'x', invoiceNumber: '12345', recordId: 1 },
      badgeFacts: ['12345'],
      badgeDates: ['12345'],
    };
    const desk = await openDesk(createWorld);
    const elsewhere = { id: 'our-id', url: 'https://eu.myconnectwise.net/', frameId: 0, tab: { id: 1 } };
    const asked = desk.hosts.requests.length;
    expect(await desk.send(name, payloads[name], elsewhere)).toMatchObject(refused('otherManageSite'));
    expect(desk.hosts.requests).toHaveLength(asked);
  });

  it('has the views loaded beside itself, and nowhere else', async () => {
    const { send, viewsIn } = await openDesk(createWorld);
    const page = { id: 'our-id', url: 'https://eu.myconnectwise.net/', frameId: 0, tab: { id: 7 } };
    expect(await send('loadPageViews', undefined, page)).toEqual({ ok: true, value: null });
    expect(await send('loadPageViews', { tabId: 8, file: 'x.js' }, page)).toMatchObject(
      refused('messageRefused'),
    );
    expect(await send('loadPageViews')).toMatchObject(refused('messageRefused'));
    expect(viewsIn).toEqual([[7, 0]]);
  });

  it('learns nothing of settings, keys and hosts', async () => {
    const { fromPage, settings } = await afterOneRun();
    for (const name of [
      'readSettings',
      'exportSettings',
      'saveSettings',
      'importSettings',
      'checkConnections',
      'tryManage',
    ]) {
      expect(await fromPage(name, { withSecrets: true })).toMatchObject(refused('messageRefused'));
    }
    const told = JSON.stringify([await fromPage('panelState'), await fromPage('invoiceSearchSettings')]);
    expect(told).not.toContain(settings.manage.clientId);
    expect(told).not.toContain(settings.manage.publicKey);
  });

  it('can have no host asked but those that are connected', async () => {
    const { hosts, fromPage, connectionId } = await afterOneRun();
    const known = new Set(hosts.requests.map(({ host }) => host));
    await fromPage('badgeFacts', ['https://evil.example/', '" or 1=1 or number="', '../../system/members']);
    await fromPage('startRun', {
      connectionIds: [connectionId],
      start: { choice: 'custom', date: 'https://evil.example/' },
      mode: 'sync',
    });
    expect(new Set(hosts.requests.map(({ host }) => host))).toEqual(known);
  });
});

describe('a page that teaches', () => {
  const page = {
    screen: { title: 'Rechnungen', address: null },
    grid: null,
    captions: ['Nummer', 'Firma'],
    column: { caption: 'Nummer', cellIndex: '1', position: 1, cells: 4 },
    within: [],
  };

  it('teaches its own site only, and is told of no other', async () => {
    const { fromPage } = await openDesk(createWorld);
    expect(await fromPage('keepShownPage', page)).toMatchObject({ ok: true });
    const db = await openDatabase();
    await db.put('shownPages', { site: 'eu.myconnectwise.net', pages: [page] });
    expect((await db.getAll('shownPages')).map(({ site }) => site)).toHaveLength(2);
    expect(await fromPage('forgetShownPages', undefined)).toMatchObject({ ok: true });
    expect((await db.getAll('shownPages')).map(({ site }) => site)).toEqual(['eu.myconnectwise.net']);
    expect(await fromPage('invoiceSearchSettings', undefined)).toMatchObject({
      ok: true,
      value: { shown: [] },
    });
    db.close();
  });

  it.each([
    ['another site’s page', { ...page, site: 'eu.myconnectwise.net' }],
    ['a selector', { ...page, column: { ...page.column, selector: 'body' } }],
    ['no end of captions', { ...page, captions: Array.from({ length: 101 }, () => 'x') }],
  ])('teaches nothing with %s', async (_, message) => {
    const { fromPage } = await openDesk(createWorld);
    expect(await fromPage('keepShownPage', message)).toMatchObject(refused('messageRefused'));
  });
});
