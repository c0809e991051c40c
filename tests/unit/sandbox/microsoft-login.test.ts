import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { openHosts, type Hosts } from '../../../sandbox/hosts';
import { MICROSOFT_LOGIN, MICROSOFT_LOGIN_HOST } from '../../../sandbox/microsoft-login/keys';
import { createWebAuthFlow } from '../../../sandbox/microsoft-login/web-auth-flow';
import { createWorld, type LivingWorld } from '../../../sandbox/world';

const NOW = Date.parse('2026-11-23T09:30:00Z');
const HOUR = 3_600_000;
const { tenant, clientId, redirect } = MICROSOFT_LOGIN;
const BASE = `https://${MICROSOFT_LOGIN_HOST}/${tenant}/oauth2/v2.0`;
const VERIFIER = 'a-verifier-of-forty-three-letters-or-more-than-that';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
const SCOPE = 'https://api.businesscentral.dynamics.com/.default offline_access openid profile';
const QUESTION = {
  client_id: clientId,
  response_type: 'code',
  redirect_uri: redirect,
  scope: SCOPE,
  state: 'a-state',
  nonce: 'a-nonce',
  code_challenge: CHALLENGE,
  code_challenge_method: 'S256',
};

let now: number;
let world: LivingWorld;
let hosts: Hosts;
beforeEach(() => {
  now = NOW;
  world = createWorld(NOW, { now: () => now });
  hosts = openHosts(world);
});

const address = (differently: Record<string, string> = {}, base = BASE): string =>
  `${base}/authorize?${new URLSearchParams({ ...QUESTION, ...differently }).toString()}`;

async function signIn(
  differently: Record<string, string> = {},
  interactive = true,
): Promise<URLSearchParams> {
  const { redirect_uri = redirect } = differently;
  const landed = await createWebAuthFlow(hosts, redirect_uri).launch(address(differently), interactive);
  return new URL(landed).searchParams;
}

interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
  readonly expires_in: number;
  readonly error: string;
  readonly error_codes: number[];
  readonly error_description: string;
}

async function ask(
  form: Record<string, string>,
  headers: Record<string, string> = { origin: 'chrome-extension://of-the-product' },
  base = BASE,
): Promise<Tokens> {
  const body = new URLSearchParams({ client_id: clientId, ...form });
  const response = await hosts.fetch(`${base}/token`, { method: 'POST', headers, body });
  return (await response.json()) as Tokens;
}

async function redeem(form: Record<string, string> = {}, headers?: Record<string, string>): Promise<Tokens> {
  const code = (await signIn()).get('code') ?? '';
  return ask(
    { grant_type: 'authorization_code', code, redirect_uri: redirect, code_verifier: VERIFIER, ...form },
    headers,
  );
}

const refresh = (refresh_token: string, headers?: Record<string, string>) =>
  ask({ grant_type: 'refresh_token', refresh_token, scope: SCOPE }, headers);

describe('Signing in', () => {
  it('leads back to the extension with a code and the state', async () => {
    const answer = await signIn();
    expect(answer.get('state')).toBe('a-state');
    expect(answer.get('code')).toMatch(/.{20}/);
  });

  it('goes on without a page once somebody signed in, unless an account is to be chosen', async () => {
    await signIn();
    expect((await signIn({ prompt: 'none' }, false)).has('code')).toBe(true);
    expect((await signIn({}, false)).has('code')).toBe(true);
    await expect(signIn({ prompt: 'select_account' }, false)).rejects.toThrow('User interaction required');
  });

  it.each<[string, (world: LivingWorld) => void, string, number]>([
    ['nobody signed in', () => undefined, 'login_required', 50058],
    [
      'a second proof is due',
      (w) => void (w.microsoftLogin.knobs.secondFactorDue = true),
      'interaction_required',
      50076,
    ],
    ['the session ended', (w) => w.microsoftLogin.sessions.clear(), 'login_required', 50058],
    [
      'nobody allowed the app',
      (w) => void (w.microsoftLogin.knobs.consent = false),
      'consent_required',
      65001,
    ],
  ])('comes back from a silent attempt with an error when %s', async (what, turn, error, code) => {
    if (what !== 'nobody signed in') await signIn();
    turn(world);
    const answer = await signIn({ prompt: 'none' }, false);
    expect(answer.get('error')).toBe(error);
    expect(answer.get('error_description')).toContain(`AADSTS${code}:`);
    expect(answer.get('state')).toBe('a-state');
  });

  it.each<[string, string, number]>([
    [
      'a tenant there is not',
      address({}, BASE.replace(tenant, '00000000-0000-0000-0000-00000000abcd')),
      90002,
    ],
    ['an authority for everybody', address({}, BASE.replace(tenant, 'common')), 50194],
    ['another app', address({ client_id: '00000000-0000-0000-0000-000000000001' }), 700016],
    [
      'another address to come back to',
      address({ redirect_uri: 'https://elsewhere.chromiumapp.org/' }),
      50011,
    ],
    ['that address without its last slash', address({ redirect_uri: redirect.slice(0, -1) }), 50011],
  ])('shows an error and sends nobody anywhere for %s', async (_, url, code) => {
    const response = await hosts.fetch(url);
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
    expect(await response.text()).toContain(`AADSTS${code}:`);
  });

  it.each<[Record<string, string>, string, number]>([
    [{ response_type: 'token' }, 'unsupported_response_type', 700054],
    [{ scope: '' }, 'invalid_request', 900144],
    [{ code_challenge_method: 'plain' }, 'invalid_request', 501491],
    [{ response_mode: 'form_post' }, 'invalid_request', 70007],
  ])('sends %o back', async (differently, error, code) => {
    const answer = await signIn(differently);
    expect([answer.get('error'), answer.get('error_description')?.split(':')[0]]).toEqual([
      error,
      `AADSTS${code}`,
    ]);
  });

  it('can be cancelled', async () => {
    const page = await (await hosts.fetch(address())).text();
    expect(page).toContain('<button name="answer" value="cancel">');
    const body = new URLSearchParams({ question: new URL(address()).search.slice(1), answer: 'cancel' });
    const response = await hosts.fetch(`https://${MICROSOFT_LOGIN_HOST}/${tenant}/login`, {
      method: 'POST',
      body,
    });
    expect(response.headers.get('location')).toContain('error=access_denied');
    expect(world.microsoftLogin.sessions.size).toBe(0);
  });

  it('goes on by itself only where it was told to', async () => {
    expect(await (await hosts.fetch(address())).text()).toContain('.click()');
    world.microsoftLogin.knobs.autoContinue = false;
    expect(await (await hosts.fetch(address())).text()).not.toContain('<script>');
  });
});

describe('Redeeming', () => {
  it('gives an access token for an hour, a refresh token, and who it is', async () => {
    const tokens = await redeem();
    expect(tokens.expires_in).toBe(3600);
    expect(world.microsoftLogin.accessTokens.get(tokens.access_token)).toMatchObject({
      tenant,
      audience: 'https://api.businesscentral.dynamics.com',
      expiresAt: NOW + HOUR,
    });
    const claims = JSON.parse(
      Buffer.from(tokens.id_token.split('.')[1] ?? '', 'base64url').toString(),
    ) as object;
    expect(claims).toMatchObject({
      aud: clientId,
      tid: tenant,
      nonce: 'a-nonce',
      preferred_username: MICROSOFT_LOGIN.user,
    });
  });

  it('gives no more than was asked for', async () => {
    const code = (await signIn({ scope: 'User.Read' })).get('code') ?? '';
    const tokens = await ask({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirect,
      code_verifier: VERIFIER,
    });
    expect([tokens.refresh_token, tokens.id_token]).toEqual([undefined, undefined]);
    expect(world.microsoftLogin.accessTokens.get(tokens.access_token)?.audience).toBe(
      'https://graph.microsoft.com',
    );
  });

  it.each<[string, Record<string, string>, Record<string, string> | undefined, string, number]>([
    ['without an origin', {}, {}, 'invalid_request', 9002327],
    ['with another verifier', { code_verifier: VERIFIER.slice(1) }, undefined, 'invalid_grant', 501481],
    [
      'with another address',
      { redirect_uri: 'https://elsewhere.chromiumapp.org/' },
      undefined,
      'invalid_grant',
      50011,
    ],
    [
      'for another app',
      { client_id: '00000000-0000-0000-0000-000000000001' },
      undefined,
      'unauthorized_client',
      700016,
    ],
    ['with a code of nobody’s', { code: 'nonsense' }, undefined, 'invalid_grant', 9002313],
    ['with a secret', { client_secret: 'secret' }, undefined, 'invalid_client', 700025],
    ['by another grant', { grant_type: 'password' }, undefined, 'unsupported_grant_type', 70003],
  ])('is refused %s', async (_, form, headers, error, code) => {
    expect(await redeem(form, headers)).toMatchObject({ error, error_codes: [code] });
    expect(world.microsoftLogin.accessTokens.size).toBe(0);
  });

  it('takes a code once, and within ten minutes', async () => {
    const code = (await signIn()).get('code') ?? '';
    const form = { grant_type: 'authorization_code', code, redirect_uri: redirect, code_verifier: VERIFIER };
    expect((await ask(form)).access_token).toBeDefined();
    expect((await ask(form)).error).toBe('invalid_grant');
    const late = (await signIn()).get('code') ?? '';
    now += 600_000;
    expect((await ask({ ...form, code: late })).error_codes).toEqual([70008]);
  });

  it('wants a proof key from a browser', async () => {
    const url = new URL(address());
    for (const name of ['code_challenge', 'code_challenge_method']) url.searchParams.delete(name);
    const landed = await createWebAuthFlow(hosts).launch(url.href, true);
    const code = new URL(landed).searchParams.get('code') ?? '';
    expect(
      (await ask({ grant_type: 'authorization_code', code, redirect_uri: redirect })).error_codes,
    ).toEqual([9002325]);
  });

  it('refuses client credentials with an origin, and without a secret', async () => {
    expect((await ask({ grant_type: 'client_credentials' })).error_codes).toEqual([9002326]);
    expect((await ask({ grant_type: 'client_credentials' }, {})).error_codes).toEqual([7000216]);
  });

  it('knows its tenants here as well', async () => {
    const base = BASE.replace(tenant, 'nowhere.example');
    expect((await ask({ grant_type: 'refresh_token' }, undefined, base)).error_codes).toEqual([90002]);
  });
});

describe('Renewing', () => {
  it('takes each refresh token once', async () => {
    const first = await redeem();
    const second = await refresh(first.refresh_token);
    expect(second.access_token).not.toBe(first.access_token);
    expect((await refresh(first.refresh_token)).error_codes).toEqual([70000]);
    expect((await refresh(second.refresh_token)).access_token).toBeDefined();
  });

  it('ends a day after the sign-in, however often it was renewed', async () => {
    let { refresh_token } = await redeem();
    for (let hour = 0; hour < 23; hour += 1) {
      now += HOUR;
      ({ refresh_token } = await refresh(refresh_token));
    }
    now += HOUR;
    expect(await refresh(refresh_token)).toMatchObject({ error: 'invalid_grant', error_codes: [700084] });
  });

  it('is refused without an origin, and then the token is not used up', async () => {
    const { refresh_token } = await redeem();
    expect((await refresh(refresh_token, {})).error_codes).toEqual([9002327]);
    expect((await refresh(refresh_token)).access_token).toBeDefined();
  });
});

describe('An address that was registered as another platform', () => {
  it('is refused with an origin where it is for desktops, and lives longer without', async () => {
    world.microsoftLogin.redirects.set(redirect, 'native');
    expect((await redeem()).error_codes).toEqual([9002326]);
    const { refresh_token } = await redeem({}, {});
    expect((await refresh(refresh_token)).error_codes).toEqual([9002326]);
    now += 48 * HOUR;
    expect((await refresh(refresh_token, {})).access_token).toBeDefined();
  });

  it('wants a secret where it is for web servers', async () => {
    world.microsoftLogin.redirects.set(redirect, 'web');
    expect((await redeem()).error_codes).toEqual([9002326]);
    expect((await redeem({}, {})).error_codes).toEqual([7000218]);
  });
});

describe('The browser’s part', () => {
  it('names the extension’s origin where it could change something, and not otherwise', async () => {
    const seen: (string | null)[] = [];
    const browser = openHosts(world, {
      origin: 'chrome-extension://of-the-product',
      intercept: (request) => void seen.push(request.headers.get('origin')),
    });
    await browser.fetch(address());
    await browser.fetch(`${BASE}/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: clientId }),
    });
    expect(seen).toEqual([null, 'chrome-extension://of-the-product']);
  });
});
