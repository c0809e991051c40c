import { describe, expect, it, vi } from 'vitest';
import { payloads } from '@/utils/messaging/payloads';
import { receive, type Handlers } from '@/utils/messaging/receive';
import type { MessageSender } from '@/utils/messaging/sender';
import { Problem } from '@/utils/payments/problem';

const own = { id: 'our-id', origin: 'chrome-extension://our-id/' };
const optionsPage: MessageSender = { id: 'our-id', url: 'chrome-extension://our-id/options.html' };
const managePage: MessageSender = {
  id: 'our-id',
  url: 'https://na.myconnectwise.net/v2025_1/ConnectWise.aspx',
  frameId: 0,
  tab: { id: 1 },
};

function setUp() {
  const seen: unknown[] = [];
  const handlers = Object.fromEntries(
    Object.keys(payloads).map((name) => [
      name,
      vi.fn((payload: unknown, from: unknown) => {
        seen.push([payload, from]);
        return Promise.resolve('done');
      }),
    ]),
  ) as unknown as Handlers;
  const send = (name: string, data: unknown, sender: MessageSender) =>
    receive({ name, data, sender }, handlers, own);
  return { send, seen, handlers };
}

describe('a Manage page', () => {
  it.each<[string, unknown]>([
    ['panelState', undefined],
    ['startRun', { connectionIds: ['a', 'b'], start: { choice: 'past-week' }, mode: 'sync' }],
    ['stopRun', { connectionIds: ['a'] }],
    ['resumeRun', { connectionId: 'a' }],
    ['takeOver', { connectionId: 'a', invoiceNumber: '12345', recordId: 7 }],
    ['badgeFacts', ['12345', '<img src=x onerror=alert(1)>']],
    ['badgeDates', []],
    ['invoiceSearchSettings', undefined],
    ['loadPageViews', undefined],
    ['openOptions', undefined],
    ['openSetup', undefined],
  ])('may send %s', async (name, data) => {
    const { send, seen } = setUp();
    expect(await send(name, data, managePage)).toEqual({ ok: true, value: 'done' });
    expect(seen).toEqual([[data, { kind: 'page', host: 'na.myconnectwise.net', tabId: 1, frameId: 0 }]]);
  });

  it.each<[string, unknown]>([
    ['saveSettings', { settings: {}, secrets: {} }],
    ['tryManage', undefined],
    ['signInToMicrosoft', { connectionId: 'a' }],
    ['overview', undefined],
  ])('may not send %s', async (name, data) => {
    const { send, seen } = setUp();
    expect(await send(name, data, managePage)).toMatchObject({
      ok: false,
      reason: { code: 'messageRefused' },
    });
    expect(seen).toEqual([]);
  });
});

it('takes settings from the extension’s own pages', async () => {
  const { send, seen } = setUp();
  await send('saveSettings', { settings: {}, secrets: {} }, optionsPage);
  expect(seen).toEqual([[{ settings: {}, secrets: {} }, { kind: 'extension' }]]);
});

it.each(['readSettings', 'exportSettings', 'importSettings', 'checkConnections', 'readSetup'])(
  'has no message %s, not even for its own pages: they do it themselves',
  async (name) => {
    const { send, seen } = setUp();
    expect(await send(name, undefined, optionsPage)).toMatchObject({ reason: { code: 'messageRefused' } });
    expect(seen).toEqual([]);
  },
);

it.each<[string, MessageSender]>([
  ['another extension', { ...optionsPage, id: 'other-id' }],
  ['a page that calls itself ours', { id: 'our-id', url: 'https://evil.example/chrome-extension://our-id/' }],
  ['a frame within a page', { ...managePage, frameId: 3 }],
  ['a page in no tab', { ...managePage, tab: undefined }],
  ['a plain http page', { ...managePage, url: 'http://na.myconnectwise.net/' }],
  ['nobody in particular', { id: 'our-id' }],
])('listens to no message from %s', async (_, sender) => {
  const { send, seen } = setUp();
  expect(await send('panelState', undefined, sender)).toMatchObject({ ok: false });
  expect(seen).toEqual([]);
});

it.each<[string, unknown]>([
  ['startRun', { connectionIds: ['a'], start: {}, mode: 'delete-everything' }],
  ['startRun', { connectionIds: ['a'], start: {}, mode: 'sync', host: 'evil.example' }],
  ['startRun', { connectionIds: [], start: {}, mode: 'sync' }],
  ['startRun', { connectionIds: ['a', 'a'], start: {}, mode: 'sync' }],
  ['stopRun', undefined],
  ['takeOver', { connectionId: 'a', invoiceNumber: '12345', recordId: -1 }],
  ['takeOver', { connectionId: 'a', invoiceNumber: '', recordId: 1 }],
  ['badgeFacts', 'all of them'],
  ['badgeFacts', Array.from({ length: 201 }, () => '1')],
  ['badgeFacts', ['x'.repeat(101)]],
  ['constructor', undefined],
  ['toString', undefined],
  ['runChanged', {}],
])('refuses %s carrying %j', async (name, data) => {
  const { send, seen } = setUp();
  expect(await send(name, data, managePage)).toMatchObject({ ok: false, reason: { code: 'messageRefused' } });
  expect(seen).toEqual([]);
});

it('tells the reason of a problem, and nothing of any other error', async () => {
  const { send, handlers } = setUp();
  vi.mocked(handlers.stopRun).mockRejectedValueOnce(new Problem('noLastRun'));
  expect(await send('stopRun', { connectionIds: ['a'] }, managePage)).toEqual({
    ok: false,
    reason: { code: 'noLastRun', params: {} },
  });
  vi.mocked(handlers.stopRun).mockRejectedValueOnce(new Error('the key is hunter2'));
  expect(await send('stopRun', { connectionIds: ['a'] }, managePage)).toEqual({
    ok: false,
    reason: { code: 'unexpected', params: {} },
  });
});
