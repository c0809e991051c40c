import { describe, expect, it } from 'vitest';
import { openHosts } from '../../../sandbox/hosts';
import { API_MEMBER, SESSION_MEMBER } from '../../../sandbox/manage/api';
import { signInCookies } from '../../../sandbox/manage/access/session';
import { API, clientOf, invoice, keyHeaders, SITE_API, worldWith } from './manage-support';

const world = () => worldWith([invoice(1)]);
const pay = { method: 'POST', body: JSON.stringify({ amount: 100, paymentDate: '2024-05-01T00:00:00Z' }) };
const json = { 'Content-Type': 'application/json' };

describe('company information', () => {
  it('tells anybody the code base, in the documented shape', async () => {
    const response = await openHosts(world()).fetch('https://na.myconnectwise.net/login/companyinfo/nordit');
    expect(await response.json()).toMatchObject({
      Codebase: 'v2025_1/',
      CompanyID: 'nordit',
      IsCloud: 'True',
    });
  });

  it('is the literal null for a company nobody knows', async () => {
    const response = await openHosts(world()).fetch('https://na.myconnectwise.net/login/companyinfo/other');
    expect([response.status, await response.text()]).toEqual([200, 'null']);
  });
});

describe('API keys', () => {
  it.each([
    ['no headers at all', {}, 401, { code: 'ConnectWiseApi', message: 'UserNotAuthenticated' }],
    ['no client id', { Authorization: keyHeaders.Authorization }, 401, { message: 'UserNotAuthenticated' }],
    ['no keys', { clientId: keyHeaders.clientId }, 401, { code: 'Unauthorized' }],
    ['another client id', { ...keyHeaders, clientId: 'other' }, 401, { code: 'Unauthorized' }],
    [
      'wrong keys',
      { ...keyHeaders, Authorization: `Basic ${btoa('nordit+a:b')}` },
      401,
      { code: 'Unauthorized' },
    ],
  ])('are refused with %s', async (_, headers, status, body) => {
    const response = await openHosts(world()).fetch(`${API}/system/info`, { headers });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject(body);
  });

  it('sent to the web host are answered as if SSL were missing', async () => {
    const response = await openHosts(world()).fetch(`${SITE_API}/system/info`, { headers: keyHeaders });
    expect(await response.json()).toEqual({ code: 'Security', message: 'SSL is required.', errors: null });
  });

  it('write in the name of their member', async () => {
    const { send } = clientOf(world());
    const { body } = await send('POST', '/finance/invoices/1/payments', JSON.parse(pay.body));
    expect(body).toMatchObject({ appliedBy: API_MEMBER, _info: { updatedBy: API_MEMBER } });
  });
});

describe('the code base', () => {
  const ask = (codebase: string, headers: Record<string, string> = keyHeaders) =>
    openHosts(world()).fetch(`https://api-na.myconnectwise.net/${codebase}/apis/3.0/system/info`, {
      headers,
    });

  it.each(['v2025_1', 'v4_6_release'])('%s is served', async (codebase) => {
    expect((await ask(codebase)).status).toBe(200);
  });

  it('of another release is no endpoint', async () => {
    const response = await ask('v2024_1');
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      code: 'ConnectWiseApi',
      message: 'The endpoint does not exist.',
    });
  });

  it('v4_6_release hides wrong keys behind a missing endpoint', async () => {
    expect((await ask('v4_6_release', {})).status).toBe(404);
  });
});

describe('a signed-in session', () => {
  async function signedIn(part: Parameters<typeof worldWith>[1] = {}) {
    const held = worldWith([invoice(1)], part);
    const hosts = openHosts(held);
    await hosts.fetch('https://na.myconnectwise.net/login/sandbox', { credentials: 'include' });
    return { held, hosts };
  }

  it('is set up by the four cookies of the web client', async () => {
    const response = await openHosts(world()).fetch('https://na.myconnectwise.net/login/sandbox');
    const cookies = response.headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split('=')[0]).toSorted()).toEqual(
      ['companyName', 'memberContext', 'memberHash', 'memberId'].toSorted(),
    );
    for (const cookie of cookies) expect(cookie).toMatch(/; Secure; HttpOnly; SameSite=None$/);
  });

  it('writes in the name of its member', async () => {
    const { held, hosts } = await signedIn();
    const url = `${SITE_API}/finance/invoices/1/payments`;
    expect((await hosts.fetch(url, { ...pay, headers: json, credentials: 'include' })).status).toBe(201);
    expect(held.manage.invoices[0]?.payments[0]?.appliedBy).toBe(SESSION_MEMBER);
  });

  it.each([
    ['without cookies', {}, 'omit' as const],
    ['once it has ended', { signedOut: true }, 'include' as const],
  ])(
    '%s is answered with the login page and status 200, and nothing is written',
    async (_, part, credentials) => {
      const { held, hosts } = await signedIn(part);
      const url = `${SITE_API}/finance/invoices/1/payments`;
      const response = await hosts.fetch(url, { ...pay, headers: json, credentials });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toMatch('text/html');
      expect(await response.text()).toContain('<!DOCTYPE html>');
      expect(held.manage.invoices[0]?.payments).toEqual([]);
    },
  );

  it.each(['companyName', 'memberHash', 'memberId', 'memberContext'])(
    'without its %s is none',
    async (missing) => {
      const pairs = signInCookies().map((cookie) => cookie.split(';')[0] ?? '');
      const ask = async (cookies: string[]) =>
        (
          await openHosts(world()).fetch(`${SITE_API}/system/info`, {
            headers: { cookie: cookies.join('; ') },
          })
        ).headers;
      expect((await ask(pairs)).get('content-type')).toMatch('application/json');
      expect((await ask(pairs.filter((pair) => !pair.startsWith(missing)))).get('content-type')).toMatch(
        'text/html',
      );
    },
  );

  it('may be one that only reads', async () => {
    const { hosts } = await signedIn({ sessionMayWrite: false });
    const url = `${SITE_API}/finance/invoices/1/payments`;
    expect((await hosts.fetch(url, { ...pay, headers: json, credentials: 'include' })).status).toBe(401);
    expect((await hosts.fetch(url, { credentials: 'include' })).status).toBe(200);
  });
});

describe('every answer of the API', () => {
  it('names its request and lets no other origin read it', async () => {
    const { get } = clientOf(world());
    const { headers } = await get('/system/info');
    expect(headers.get('x-cw-request-id')).toMatch(/^[\da-f-]{36}$/);
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('to a preflight refuses it', async () => {
    const { send } = clientOf(world());
    const { status, headers } = await send('OPTIONS', '/finance/invoices');
    expect(status).toBe(405);
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('is dated by the clock of the world', async () => {
    const { get } = clientOf(world());
    expect((await get('/system/info')).headers.get('date')).toBe('Wed, 15 May 2024 12:00:00 GMT');
  });
});
