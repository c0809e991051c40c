import { describe, expect, it } from 'vitest';
import { powerOfficeApi } from '../../../sandbox/poweroffice-go/api';
import { POWEROFFICE_DEMO_KEYS } from '../../../sandbox/poweroffice-go/keys';
import { createRequestLimit } from '../../../sandbox/poweroffice-go/request-limit';
import { createWorld } from '../../../sandbox/world';
import { createClock, NOW, signIn } from './poweroffice-client';

async function opened() {
  const clock = createClock();
  const limit = createRequestLimit();
  const api = powerOfficeApi(createWorld(NOW, clock), limit);
  const get = await signIn(api);
  const ask = async () => (await get('/v2/ClientIntegrationInformation')).status;
  return { api, ask, clock, get, limit };
}

describe('The limit of ten requests a second', () => {
  it('counts the token request too, refuses the eleventh and counts the refusal', async () => {
    const { ask, limit } = await opened();
    for (let asked = 2; asked <= 10; asked += 1) expect(await ask()).toBe(200);
    expect(limit.refused).toBe(0);
    expect(await ask()).toBe(429);
    expect(limit.refused).toBe(1);
  });

  it('says so in the documented words, the status code being text, and when to come back', async () => {
    const { ask, get } = await opened();
    for (let asked = 2; asked <= 10; asked += 1) await ask();
    const refused = await get('/v2/OutgoingInvoices');
    expect(await refused.json()).toEqual({
      statusCode: '429',
      message: 'Rate limit is exceeded. Try again in 1 seconds.',
    });
    expect(refused.headers.get('retry-after')).toBe('1');
  });

  it('looks at any second, not at the seconds of a clock', async () => {
    const { ask, clock } = await opened();
    clock.advance(900);
    for (let asked = 0; asked < 9; asked += 1) expect(await ask()).toBe(200);
    clock.advance(99);
    expect(await ask()).toBe(429);
    clock.advance(1);
    expect(await ask()).toBe(200);
    expect(await ask()).toBe(429);
    clock.advance(900);
    expect(await ask()).toBe(200);
  });

  it('is kept by a client that asks every hundred milliseconds', async () => {
    const { ask, clock, limit } = await opened();
    for (let asked = 0; asked < 100; asked += 1) {
      clock.advance(100);
      expect(await ask()).toBe(200);
    }
    expect(limit.refused).toBe(0);
  });

  it('is counted for each subscription key', async () => {
    const { api, ask } = await opened();
    for (let asked = 2; asked <= 10; asked += 1) await ask();
    expect(await ask()).toBe(429);
    const demo = await signIn(api, POWEROFFICE_DEMO_KEYS, '/Demo/OAuth/Token');
    expect((await demo('/demo/v2/ClientIntegrationInformation')).status).toBe(200);
  });
});
