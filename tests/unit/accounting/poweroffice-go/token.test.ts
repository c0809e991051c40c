import { describe, expect, it } from 'vitest';
import { createTokenSource } from '@/utils/accounting/poweroffice-go/token';
import type { HttpAnswer, HttpClient, HttpRequest } from '@/utils/http/http-client';
import { Problem } from '@/utils/payments/problem';
import { fakeTime } from '../../support/fake-time';
import { KEYS, never } from './support/fake-power-office';

const GRANTED = { status: 200, text: '{"access_token":"T","token_type":"bearer","expires_in":1200}' };

/** A token service that gives `T1`, `T2` … or the answers it is told. */
function tokenService(answers: readonly Partial<HttpAnswer>[] = []) {
  const requests: HttpRequest[] = [];
  const time = fakeTime();
  const http: HttpClient = {
    async send(request, signal) {
      requests.push(request);
      const { length } = requests;
      await Promise.resolve();
      signal.throwIfAborted();
      const answer = answers[length - 1] ?? { ...GRANTED, text: GRANTED.text.replace('"T"', `"T${length}"`) };
      return { status: 200, headers: new Headers(), text: '', tookMs: 1, ...answer };
    },
  };
  return { http, requests, time, environment: 'production' as const, keys: KEYS, monotonicNow: time.now };
}

const reasonCode = (error: unknown): unknown => (error instanceof Problem ? error.reason : error);

describe('the access token', () => {
  it('is asked for with both keys, the subscription key and nothing else', async () => {
    const service = tokenService();
    await createTokenSource({ ...service, keys: { ...KEYS, clientKey: 'clé' } }).get(never);
    expect(service.requests).toEqual([
      {
        method: 'POST',
        repeatable: true,
        url: 'https://goapi.poweroffice.net/OAuth/Token',
        headers: {
          Authorization: `Basic ${Buffer.from('app:clé').toString('base64')}`,
          'Ocp-Apim-Subscription-Key': 'sub',
          'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
          Accept: 'application/json',
        },
        body: 'grant_type=client_credentials',
      },
    ]);
  });

  it('comes from the demo installation for a demo connection', async () => {
    const service = tokenService();
    await createTokenSource({ ...service, environment: 'demo' }).get(never);
    expect(service.requests[0]?.url).toBe('https://goapi.poweroffice.net/Demo/OAuth/Token');
  });

  it('is kept until a minute before the answer says it expires, then renewed', async () => {
    const service = tokenService();
    const token = createTokenSource(service);
    expect(await token.get(never)).toBe('T1');
    service.time.advance(1_139_999);
    expect(await token.get(never)).toBe('T1');
    service.time.advance(1);
    expect(await token.get(never)).toBe('T2');
  });

  it('of a short life is kept for half of it', async () => {
    const service = tokenService([{ text: GRANTED.text.replace('1200', '60').replace('"T"', '"T1"') }]);
    const token = createTokenSource(service);
    expect(await token.get(never)).toBe('T1');
    service.time.advance(29_999);
    expect(await token.get(never)).toBe('T1');
    service.time.advance(1);
    expect(await token.get(never)).toBe('T2');
  });

  it('is asked for once by any number of callers at the same time', async () => {
    const service = tokenService();
    const token = createTokenSource(service);
    const given = await Promise.all([token.get(never), token.get(never), token.get(never)]);
    expect(given).toEqual(['T1', 'T1', 'T1']);
    expect(service.requests).toHaveLength(1);
  });

  it('is asked for again after a refusal', async () => {
    const service = tokenService([{ status: 503 }]);
    const token = createTokenSource(service);
    await expect(token.get(never)).rejects.toBeInstanceOf(Problem);
    expect(await token.get(never)).toBe('T2');
  });

  it('is asked for again by those who wait when the one who asked is stopped', async () => {
    const service = tokenService();
    const token = createTokenSource(service);
    const stop = new AbortController();
    const first = token.get(stop.signal);
    const second = token.get(never);
    stop.abort(new Error('stopped'));
    await expect(first).rejects.toThrow('stopped');
    expect(await second).toBe('T2');
  });

  it('is forgotten when the API no longer takes it, unless it was renewed since', async () => {
    const service = tokenService();
    const token = createTokenSource(service);
    token.drop(await token.get(never));
    expect(await token.get(never)).toBe('T2');
    token.drop('T1');
    expect(await token.get(never)).toBe('T2');
  });

  it.each([
    [
      'keys that do not belong together',
      {
        status: 400,
        text: '{"error":"invalid_client","error_description":"Client integration not found."}',
      },
      {
        code: 'powerOfficeKeysRefused',
        params: { environment: 'production', detail: 'Client integration not found.' },
      },
    ],
    [
      'a missing subscription key',
      { status: 401, text: '{"statusCode":401,"message":"Access denied due to missing subscription key."}' },
      {
        code: 'powerOfficeKeysRefused',
        params: { environment: 'production', detail: 'Access denied due to missing subscription key.' },
      },
    ],
    [
      'too many requests',
      { status: 429, text: '{"statusCode":"429","message":"Rate limit is exceeded."}' },
      { code: 'rateLimited', params: { host: 'goapi.poweroffice.net' } },
    ],
    [
      'a server in trouble',
      { status: 500 },
      { code: 'httpStatus', params: { host: 'goapi.poweroffice.net', status: '500' } },
    ],
    [
      'a page instead of data',
      { text: '<html>Sign in</html>' },
      { code: 'notJson', params: { host: 'goapi.poweroffice.net', start: '<html>Sign in</html>' } },
    ],
    [
      'an answer without a token',
      { text: '{"token_type":"bearer","expires_in":1200}' },
      { code: 'wrongShape', params: expect.objectContaining({ what: 'PowerOffice Go token' }) as unknown },
    ],
  ])('%s is a reason of its own', async (_, answer, expected) => {
    const error: unknown = await createTokenSource(tokenService([answer]))
      .get(never)
      .catch(reasonCode);
    expect(error).toEqual(expected);
  });
});
