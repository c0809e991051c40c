import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createMicrosoftSignIn } from '@/utils/microsoft-sign-in/sign-in';
import { APP, fakeEntra, never, NOW, REDIRECT, refused } from './support/fake-entra';

const HOUR = 3_600_000;

describe('signing in by hand', () => {
  it('asks the firm’s own directory, for Business Central, with PKCE, state and nonce', async () => {
    const { signIn, pages, asked } = fakeEntra();
    await signIn.signIn(APP, never);
    const [page] = pages;
    const { origin, pathname } = page?.url ?? new URL('about:blank');
    expect(page?.interactive).toBe(true);
    expect(origin + pathname).toBe(`https://login.microsoftonline.com/${APP.tenantId}/oauth2/v2.0/authorize`);
    const { code_challenge, state, nonce, ...params } = Object.fromEntries(page?.url.searchParams ?? []);
    expect(params).toEqual({
      client_id: APP.clientId,
      response_type: 'code',
      response_mode: 'query',
      redirect_uri: REDIRECT,
      scope: 'https://api.businesscentral.dynamics.com/.default offline_access openid profile',
      code_challenge_method: 'S256',
      prompt: 'select_account',
    });
    expect(new Set([code_challenge, state, nonce]).size).toBe(3);
    const verifier = asked[0]?.get('code_verifier') ?? '';
    expect(createHash('sha256').update(verifier).digest('base64url')).toBe(code_challenge);
    expect([...(asked[0]?.keys() ?? [])].sort()).toEqual([
      'client_id',
      'code',
      'code_verifier',
      'grant_type',
      'redirect_uri',
    ]);
  });

  it('tells who has signed in and since when', async () => {
    const { signIn } = fakeEntra();
    const account = { name: 'kari@nord-it.example', signedInAt: NOW };
    expect(await signIn.signIn(APP, never)).toEqual(account);
    expect(await signIn.account(APP)).toEqual(account);
  });

  it('keeps the refresh token in the vault and the access token in memory alone', async () => {
    const { signIn, secrets } = fakeEntra();
    await signIn.signIn(APP, never);
    expect([...secrets.keys()]).toEqual(['bc.microsoftSignIn']);
    expect([...secrets.values()].join()).toContain('refresh-1');
    expect([...secrets.values()].join()).not.toContain('access-1');
  });

  it.each([
    ['another question’s answer', { lands: () => `${REDIRECT}?code=x&state=foreign` }],
    ['an id token for another question', { claims: { nonce: 'foreign' } }],
    ['an id token of another directory', { claims: { iss: 'https://login.microsoftonline.com/x/v2.0' } }],
    ['an id token for another app', { claims: { aud: 'other' } }],
    ['no token', { instead: () => ({ text: '{"token_type":"Bearer"}' }) }],
    ['no JSON', { instead: () => ({ text: '<html>' }) }],
  ])('does not use %s', async (_, entra) => {
    const { signIn, secrets } = fakeEntra(entra);
    await expect(signIn.signIn(APP, never)).rejects.toMatchObject({
      reason: { code: 'microsoftAnswerWrong' },
    });
    expect(secrets.size).toBe(0);
  });

  it('works although the clock of the computer is wrong', async () => {
    const lastYear = NOW / 1000 - 31_000_000;
    const { signIn } = fakeEntra({ claims: { iat: lastYear, exp: lastYear + 3600 } });
    await expect(signIn.signIn(APP, never)).resolves.toMatchObject({ name: 'kari@nord-it.example' });
  });

  it('says what to look for when the window was closed', async () => {
    const { signIn } = fakeEntra({
      lands: () => {
        throw new Error('The user did not approve access.');
      },
    });
    await expect(signIn.signIn(APP, never)).rejects.toMatchObject({
      reason: { code: 'microsoftSignInClosed', params: { redirect: REDIRECT } },
    });
  });

  it.each([
    [9002326, 'microsoftRedirectNotSpa'],
    [9002327, 'microsoftRedirectNotSpa'],
    [50011, 'microsoftRedirectUnknown'],
    [65001, 'microsoftConsentMissing'],
    [700016, 'microsoftAppUnknown'],
    [90002, 'microsoftTenantUnknown'],
    [50020, 'microsoftUserNotInTenant'],
    [50105, 'microsoftUserNotAssigned'],
    [123456, 'microsoftSignInRefused'],
  ])('knows the remedy for AADSTS%i, wherever Microsoft says it', async (aadsts, code) => {
    const reason = { code, params: { redirect: REDIRECT, tenant: APP.tenantId, client: APP.clientId } };
    const byToken = fakeEntra({ instead: () => refused('invalid_request', aadsts) });
    await expect(byToken.signIn.signIn(APP, never)).rejects.toMatchObject({ reason });
    const words = encodeURIComponent(`AADSTS${aadsts}: What went wrong.`);
    const byPage = fakeEntra({
      lands: (page) =>
        `${REDIRECT}?error=invalid_request&error_description=${words}&state=${page.searchParams.get('state') ?? ''}`,
    });
    await expect(byPage.signIn.signIn(APP, never)).rejects.toMatchObject({ reason });
  });

  it('shows Microsoft’s words without its trace', async () => {
    const { signIn } = fakeEntra({ instead: () => refused('invalid_request', 123456) });
    await expect(signIn.signIn(APP, never)).rejects.toMatchObject({
      reason: { params: { detail: 'AADSTS123456: What went wrong.' } },
    });
  });
});

describe('an access token', () => {
  async function signedIn(entra: Parameters<typeof fakeEntra>[0] = {}) {
    const fake = fakeEntra(entra);
    await fake.signIn.signIn(APP, never);
    return fake;
  }

  it('is the same one until five minutes before it expires', async () => {
    const { signIn, time, asked } = await signedIn();
    time.advance(55 * 60_000 - 1);
    expect(await signIn.accessToken(APP, never)).toBe('access-1');
    expect(asked).toHaveLength(1);
    time.advance(1);
    expect(await signIn.accessToken(APP, never)).toBe('access-2');
    expect(asked.at(-1)?.get('refresh_token')).toBe('refresh-1');
  });

  it('is renewed with the newest refresh token, which Microsoft replaces each time', async () => {
    const { signIn, time, asked } = await signedIn();
    for (const expected of ['refresh-1', 'refresh-2', 'refresh-3']) {
      time.advance(HOUR);
      await signIn.accessToken(APP, never);
      expect(asked.at(-1)?.get('refresh_token')).toBe(expected);
    }
  });

  it('is renewed once for all who ask for it at the same time, here and in another worker', async () => {
    const { signIn, ports, time, asked } = await signedIn();
    time.advance(HOUR);
    const other = createMicrosoftSignIn(ports);
    const tokens = await Promise.all([
      signIn.accessToken(APP, never),
      signIn.accessToken(APP, never),
      other.accessToken(APP, never),
    ]);
    expect(tokens).toEqual(['access-2', 'access-2', 'access-3']);
    expect(asked.slice(1).map((body) => body.get('refresh_token'))).toEqual(['refresh-1', 'refresh-2']);
  });

  it('is asked for anew after a service refused it', async () => {
    const { signIn } = await signedIn();
    signIn.drop(APP, 'access-1');
    expect(await signIn.accessToken(APP, never)).toBe('access-2');
    signIn.drop(APP, 'access-1');
    expect(await signIn.accessToken(APP, never)).toBe('access-2');
  });

  it('survives the end of the worker', async () => {
    const { ports } = await signedIn();
    expect(await createMicrosoftSignIn(ports).accessToken(APP, never)).toBe('access-2');
  });

  it('needs a sign-in first', async () => {
    const { signIn, asked, pages } = fakeEntra();
    await expect(signIn.accessToken(APP, never)).rejects.toMatchObject({
      reason: { code: 'microsoftSignInMissing' },
    });
    expect([...asked, ...pages]).toEqual([]);
  });

  it.each([
    ['directory', { tenantId: 'other' }],
    ['app', { clientId: 'other' }],
  ])('of another %s is not made of this sign-in', async (_, other) => {
    const { signIn } = await signedIn();
    await expect(signIn.accessToken({ ...APP, ...other }, never)).rejects.toMatchObject({
      reason: { code: 'microsoftSignInMissing' },
    });
    expect(await signIn.account({ ...APP, ...other })).toBe(null);
  });

  it('after a day is renewed without the user while Microsoft remembers who it is', async () => {
    const { signIn, time, pages } = await signedIn({
      instead: (body) =>
        body.get('grant_type') === 'refresh_token' ? refused('invalid_grant', 700084) : undefined,
    });
    time.advance(24 * HOUR);
    expect(await signIn.accessToken(APP, never)).toBe('access-2');
    expect(pages.at(-1)).toMatchObject({ interactive: false });
    expect(Object.fromEntries(pages.at(-1)?.url.searchParams ?? [])).toMatchObject({
      prompt: 'none',
      login_hint: 'kari@nord-it.example',
    });
    expect(await signIn.account(APP)).toMatchObject({ signedInAt: NOW + 24 * HOUR });
  });

  it.each([
    ['the browser says so', () => Promise.reject(new Error('User interaction required.'))],
    [
      'Microsoft says so',
      (address: string) =>
        Promise.resolve(
          `${REDIRECT}?error=login_required&state=${new URL(address).searchParams.get('state') ?? ''}`,
        ),
    ],
  ])('needs the user when %s', async (_, silently) => {
    const { ports, time } = await signedIn({
      instead: (body) =>
        body.get('grant_type') === 'refresh_token' ? refused('invalid_grant', 700084) : undefined,
    });
    time.advance(24 * HOUR);
    const webAuthFlow = { ...ports.webAuthFlow, launch: silently };
    await expect(
      createMicrosoftSignIn({ ...ports, webAuthFlow }).accessToken(APP, never),
    ).rejects.toMatchObject({ reason: { code: 'microsoftSignInNeeded' }, retryable: false });
  });

  it.each([
    [{ status: 503, text: '' }, 'httpStatus', true],
    [refused('temporarily_unavailable', 90033), 'rateLimited', true],
    [refused('invalid_request', 9002327), 'microsoftRedirectNotSpa', false],
  ])('is not asked of the user because of %j', async (answer, code, retryable) => {
    const { signIn, time, pages } = await signedIn({
      instead: (body) => (body.get('grant_type') === 'refresh_token' ? answer : undefined),
    });
    time.advance(HOUR);
    await expect(signIn.accessToken(APP, never)).rejects.toMatchObject({ reason: { code }, retryable });
    expect(pages).toHaveLength(1);
  });

  it('that cannot be read from the vault is none', async () => {
    const { signIn, secrets } = fakeEntra();
    secrets.set('bc.microsoftSignIn', '{"refreshToken":');
    await expect(signIn.accessToken(APP, never)).rejects.toMatchObject({
      reason: { code: 'microsoftSignInMissing' },
    });
  });
});
