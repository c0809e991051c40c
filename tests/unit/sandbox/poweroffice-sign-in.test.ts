import { describe, expect, it } from 'vitest';
import { powerOfficeApi } from '../../../sandbox/poweroffice-go/api';
import { POWEROFFICE_DEMO_KEYS, POWEROFFICE_KEYS } from '../../../sandbox/poweroffice-go/keys';
import { createWorld } from '../../../sandbox/world';
import { askForToken, createClock, HOST, NOW, signIn } from './poweroffice-client';

const clock = createClock();
const world = createWorld(NOW, clock);
const DEMO_TOKEN = '/Demo/OAuth/Token';

/** Each test gets a gateway of its own, which has not counted any requests yet. */
const api = () => powerOfficeApi(world);

describe('The token service', () => {
  it('gives a bearer token for twenty minutes, and says what time it is', async () => {
    const answer = await askForToken(api());
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      access_token: expect.any(String) as string,
      token_type: 'bearer',
      expires_in: 1200,
    });
    expect(answer.headers.get('date')).toBe('Mon, 23 Nov 2026 09:30:00 GMT');
  });

  it.each([
    ['another client key', { keys: { ...POWEROFFICE_KEYS, clientKey: 'x' } }, 'invalid_client'],
    ['another application key', { keys: { ...POWEROFFICE_KEYS, applicationKey: 'x' } }, 'invalid_client'],
    ['another subscription key', { keys: { ...POWEROFFICE_KEYS, subscriptionKey: 'x' } }, 'invalid_client'],
    ['a bearer header', { headers: { Authorization: 'Bearer x' } }, 'invalid_client'],
    ['keys of the demo installation', { keys: POWEROFFICE_DEMO_KEYS }, 'invalid_client'],
    ['keys of production in the demo installation', { path: DEMO_TOKEN }, 'invalid_client'],
    ['a JSON body', { headers: { 'Content-Type': 'application/json' } }, 'invalid_request'],
    ['no grant', { body: '' }, 'unsupported_grant_type'],
    ['another grant', { body: 'grant_type=password' }, 'unsupported_grant_type'],
  ])('refuses %s with 400', async (_, wrong, error) => {
    const answer = await askForToken(api(), wrong);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error });
  });

  it('explains keys that do not belong together in the documented words', async () => {
    const answer = await askForToken(api(), { keys: { ...POWEROFFICE_KEYS, clientKey: 'x' } });
    expect(await answer.json()).toMatchObject({
      error_description:
        'Client integration not found. Please ensure the provided keys are matching the desired environment.',
    });
  });

  it('takes the subscription key as a query parameter too', async () => {
    const path = `/OAuth/Token?subscription-key=${POWEROFFICE_KEYS.subscriptionKey}`;
    const { applicationKey, clientKey } = POWEROFFICE_KEYS;
    const answer = await api().fetch(
      new Request(HOST + path, {
        method: 'POST',
        headers: {
          Authorization: `Basic ${btoa(`${applicationKey}:${clientKey}`)}`,
          'Content-Type': 'application/x-www-form-urlencoded',
        },
        body: 'grant_type=client_credentials',
      }),
    );
    expect(answer.status).toBe(200);
  });

  it('takes nothing but POST', async () => {
    expect((await api().fetch(new Request(`${HOST}/OAuth/Token`))).status).toBe(405);
  });
});

describe('The API', () => {
  it.each([
    ['no token', { 'Ocp-Apim-Subscription-Key': POWEROFFICE_KEYS.subscriptionKey }],
    [
      'a made-up token',
      { Authorization: 'Bearer x', 'Ocp-Apim-Subscription-Key': POWEROFFICE_KEYS.subscriptionKey },
    ],
    ['neither header', {}],
  ])('answers %s with 401 and no body', async (_, headers) => {
    const answer = await api().fetch(new Request(`${HOST}/v2/OutgoingInvoices`, { headers }));
    expect(answer.status).toBe(401);
    expect(await answer.text()).toBe('');
  });

  it('wants the subscription key beside the token', async () => {
    const server = api();
    const { access_token: token } = (await (await askForToken(server)).json()) as { access_token: string };
    const headers = { Authorization: `Bearer ${token}` };
    expect((await server.fetch(new Request(`${HOST}/v2/OutgoingInvoices`, { headers }))).status).toBe(401);
  });

  it('knows a token until it expires', async () => {
    const get = await signIn(api());
    clock.advance(1_199_999);
    expect((await get('/v2/ClientIntegrationInformation')).status).toBe(200);
    clock.advance(1);
    expect((await get('/v2/ClientIntegrationInformation')).status).toBe(401);
  });

  it('keeps production and demo apart', async () => {
    const server = api();
    const production = await signIn(server);
    const demo = await signIn(server, POWEROFFICE_DEMO_KEYS, DEMO_TOKEN);
    const nameAt = async (answer: Promise<Response>) =>
      ((await (await answer).json()) as { ClientName: string }).ClientName;
    expect(await nameAt(production('/v2/ClientIntegrationInformation'))).toBe('Nord IT AS');
    expect(await nameAt(demo('/demo/v2/ClientIntegrationInformation'))).toBe('Demo Company AS');
    expect((await production('/demo/v2/ClientIntegrationInformation')).status).toBe(401);
    expect((await demo('/v2/ClientIntegrationInformation')).status).toBe(401);
    const invoices = (await (await demo('/demo/v2/OutgoingInvoices')).json()) as unknown[];
    expect(invoices).toHaveLength(2);
  });

  it('does not mind the case of a path', async () => {
    const get = await signIn(api(), POWEROFFICE_KEYS, '/oauth/token');
    expect((await get('/V2/clientintegrationINFORMATION')).status).toBe(200);
  });

  it('takes nothing but GET, so that no client can change the books', async () => {
    const ask = await signIn(api());
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect((await ask('/v2/OutgoingInvoices', { method })).status).toBe(405);
    }
  });

  it('answers 404 for what it does not have', async () => {
    const get = await signIn(api());
    expect((await get('/v2/CustomerLedger')).status).toBe(404);
    expect((await get('/v2/OutgoingInvoices/00000000-0000-0000-0000-000000000000')).status).toBe(404);
  });

  it('answers 403 without a body where the privilege is missing, and names it in the integration’s information', async () => {
    const narrow = createWorld(NOW, createClock());
    narrow.powerOffice.privileges.delete('CustomerLedger');
    const get = await signIn(powerOfficeApi(narrow));
    const refused = await get('/v2/Customerledger/EntriesByMatchId?matchId=1');
    expect([refused.status, await refused.text()]).toEqual([403, '']);
    expect((await get('/v2/OutgoingInvoices')).status).toBe(200);
    expect(await (await get('/v2/ClientIntegrationInformation')).json()).toMatchObject({
      ValidPrivileges: ['OutgoingInvoice', 'IncomingInvoice', 'SupplierLedger'],
      InvalidPrivileges: ['CustomerLedger'],
    });
  });
});
