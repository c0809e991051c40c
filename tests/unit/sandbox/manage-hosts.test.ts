import { request as ask } from 'node:https';
import { afterEach, describe, expect, it } from 'vitest';
import { openHosts } from '../../../sandbox/hosts';
import { DROP, DROP_ANSWER, startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/server';
import { API, clientOf, invoice, keyHeaders, SITE_API, worldWith } from './manage-support';

const world = () => worldWith([invoice(1)]);

describe('the limit of requests a minute', () => {
  const limited = () => {
    const time = { ms: 0 };
    return { time, ...clientOf(world(), { requestsPerMinute: 3, clock: () => time.ms }) };
  };

  it('is answered in its odd form, and counted', async () => {
    const { get, hosts } = limited();
    for (let at = 0; at < 3; at += 1) expect((await get('/system/info')).status).toBe(200);
    const { status, headers, body } = await get('/system/info');
    expect([status, headers.get('retry-after')]).toEqual([429, '30']);
    expect(body).toEqual({
      error: 'ConnectWiseAPI',
      message: 'Too many requests. Please try again in 30 seconds.',
    });
    expect(hosts.tooManyRequests).toBe(1);
  });

  it('rolls on with time', async () => {
    const { get, time } = limited();
    await get('/system/info');
    time.ms = 30_000;
    await get('/system/info');
    await get('/system/info');
    expect((await get('/system/info')).status).toBe(429);
    time.ms = 60_000;
    expect((await get('/system/info')).status).toBe(200);
    expect((await get('/system/info')).status).toBe(429);
  });

  it('holds over both hosts, and for signed-out calls too', async () => {
    const { get, hosts } = limited();
    for (let at = 0; at < 3; at += 1) await hosts.fetch(`${SITE_API}/system/info`);
    expect((await get('/system/info')).status).toBe(429);
  });
});

describe('the hosts without sockets', () => {
  it('keep a log of what they were asked', async () => {
    const held = world();
    const hosts = openHosts(held);
    await hosts.fetch(`${API}/system/info?fields=version`, { headers: keyHeaders });
    await hosts.fetch('https://goapi.poweroffice.net/v2/OutgoingInvoices');
    expect(hosts.requests).toEqual([
      {
        at: held.now(),
        host: 'api-na.myconnectwise.net',
        method: 'GET',
        path: '/v2025_1/apis/3.0/system/info?fields=version',
        status: 200,
      },
      expect.objectContaining({ host: 'goapi.poweroffice.net', status: 401 }),
    ]);
  });

  it('do not answer for others', async () => {
    await expect(openHosts(world()).fetch('https://eu.myconnectwise.net/')).rejects.toThrow(TypeError);
  });

  it('can be answered for, once the request has been read', async () => {
    const { send, hosts } = clientOf(world(), {
      async intercept(request) {
        const { amount } = (await request.json()) as { amount: number };
        return amount === 1 ? Response.json({ code: 'Odd' }, { status: 500 }) : undefined;
      },
    });
    const path = '/finance/invoices/1/payments';
    expect(await send('POST', path, { amount: 1 })).toMatchObject({ status: 500, body: { code: 'Odd' } });
    expect((await send('POST', path, { amount: 2 })).status).toBe(201);
    expect(hosts.requests.map(({ status }) => status)).toEqual([500, 201]);
  });

  it.each([
    ['before the payment is made', DROP, 0],
    ['after the payment was made', DROP_ANSWER, 1],
  ])('can lose the connection %s', async (_, drop, made) => {
    const held = world();
    const { send, hosts } = clientOf(held, {
      intercept: ({ method }) => (method === 'POST' ? drop : undefined),
    });
    await expect(send('POST', '/finance/invoices/1/payments', { amount: 1 })).rejects.toThrow(TypeError);
    expect(held.manage.invoices[0]?.payments).toHaveLength(made);
    expect(hosts.requests).toMatchObject([{ method: 'POST', status: 0 }]);
  });

  it('let a caller give up on an answer that never comes', async () => {
    const { hosts } = clientOf(world(), { intercept: () => new Promise(() => {}) });
    const leaving = new AbortController();
    const asked = hosts.fetch(`${API}/system/info`, { signal: leaving.signal });
    leaving.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
  });

  it('forget a session that was ended', async () => {
    const hosts = openHosts(world());
    const type = async (url: string) =>
      (await hosts.fetch(url, { credentials: 'include' })).headers.get('content-type') ?? '';
    await type('https://na.myconnectwise.net/login/sandbox');
    expect(await type(`${SITE_API}/system/info`)).toMatch('application/json');
    await type('https://na.myconnectwise.net/v2025_1/ConnectWise.aspx?signedOut=1');
    expect(await type(`${SITE_API}/system/info`)).toMatch('text/html');
  });
});

describe('the server', () => {
  let held = world();
  let sandbox: Sandbox | undefined;
  afterEach(() => sandbox?.close());

  async function over(path: string, options: SandboxOptions = {}, method = 'GET', body = '') {
    held = world();
    sandbox = await startSandbox(held, options);
    const { port } = sandbox;
    return new Promise<{ status: number | undefined; headers: Record<string, unknown>; text: string }>(
      (resolve, reject) => {
        const host = 'api-na.myconnectwise.net';
        const headers = { ...keyHeaders, host, 'Content-Type': 'application/json' };
        const options = { port, method, path, headers, servername: host, rejectUnauthorized: false };
        const request = ask({ host: '127.0.0.1', ...options }, (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => (text += chunk.toString()));
          response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
        });
        request.on('error', reject);
        request.end(body);
      },
    );
  }

  it('leads a name to its host over TLS', async () => {
    const { status, headers, text } = await over('/v2025_1/apis/3.0/finance/invoices/1?fields=id');
    expect([status, JSON.parse(text)]).toEqual([200, { id: 1 }]);
    expect(headers.date).toBe('Wed, 15 May 2024 12:00:00 GMT');
    expect(sandbox?.requests).toHaveLength(1);
    expect(sandbox?.hosts).toEqual([
      'na.myconnectwise.net',
      'api-na.myconnectwise.net',
      'manage.nordit.example',
      'goapi.poweroffice.net',
      'api.businesscentral.dynamics.com',
      'login.microsoftonline.com',
      'nav.nordit.example',
    ]);
  });

  it.each([
    ['before', DROP, 0],
    ['after', DROP_ANSWER, 1],
  ])('breaks the connection %s it has done as asked', async (_, drop, made) => {
    const path = '/v2025_1/apis/3.0/finance/invoices/1/payments';
    await expect(over(path, { intercept: () => drop }, 'POST', '{"amount":1}')).rejects.toThrow(
      'socket hang up',
    );
    expect(sandbox?.requests).toMatchObject([{ method: 'POST', status: 0 }]);
    expect(held.manage.invoices[0]?.payments).toHaveLength(made);
  });
});
