import { describe, expect, it } from 'vitest';
import { createHttpClient, type HttpRequest } from '@/utils/http/http-client';
import { fakeTime } from '../support/fake-time';

const signal = new AbortController().signal;
const read: HttpRequest = { url: 'https://api.example/things' };
const write: HttpRequest = { url: 'https://api.example/things', method: 'POST', body: '{}' };

/** A request that is no GET, and changes nothing all the same. */
const question: HttpRequest = { ...write, repeatable: true };

type Step = Response | (() => Response) | 'drop' | 'hang';

function setUp(steps: readonly Step[]) {
  const time = fakeTime();
  const sent: Request[] = [];
  const client = createHttpClient({
    fetch: async (input, init) => {
      sent.push(new Request(input, init));
      const step = steps[sent.length - 1];
      if (step === undefined) throw new Error('one request too many');
      if (step === 'drop') throw new TypeError('Failed to fetch');
      if (step === 'hang') {
        return new Promise((_, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
        });
      }
      return typeof step === 'function' ? step() : step;
    },
    limit: { take: () => Promise.resolve() },
    monotonicNow: time.now,
    sleep: time.sleep,
    random: () => 0,
    timeoutMs: 20,
  });
  return { client, sent, time };
}

const status = (code: number, headers: Record<string, string> = {}): Response =>
  new Response(code === 204 ? null : 'body', { status: code, headers });

describe.each([
  ['a read', read],
  ['a request that says of itself that it may be repeated', question],
])('%s', (_, read) => {
  it.each([429, 500, 502, 503, 504])('is asked again after %i', async (code) => {
    const { client, sent } = setUp([status(code), status(200)]);
    expect((await client.send(read, signal)).status).toBe(200);
    expect(sent).toHaveLength(2);
  });

  it.each([400, 401, 403, 404, 409])('is not asked again after %i', async (code) => {
    const { client, sent } = setUp([status(code)]);
    expect((await client.send(read, signal)).status).toBe(code);
    expect(sent).toHaveLength(1);
  });

  it('is asked again after a lost connection', async () => {
    const { client } = setUp(['drop', status(200)]);
    expect((await client.send(read, signal)).text).toBe('body');
  });

  it('gives the last answer when patience has run out', async () => {
    const { client, time } = setUp([status(503), status(503), status(503), status(503)]);
    expect((await client.send(read, signal)).status).toBe(503);
    expect(time.slept).toEqual([500, 1000, 2000]);
  });

  it('names the host when the connection stays lost', async () => {
    const { client } = setUp(['drop', 'drop', 'drop', 'drop']);
    await expect(client.send(read, signal)).rejects.toMatchObject({
      reason: { code: 'network', params: { host: 'api.example' } },
      retryable: true,
    });
  });

  it('gives each try its own time', async () => {
    const { client, sent } = setUp(['hang', status(200)]);
    expect((await client.send(read, signal)).status).toBe(200);
    expect(sent).toHaveLength(2);
  });

  it('waits as long as Retry-After says', async () => {
    const { client, time } = setUp([status(429, { 'retry-after': '30' }), status(200)]);
    await client.send(read, signal);
    expect(time.slept).toEqual([30_000]);
  });

  it('reads an empty answer as empty text', async () => {
    const { client } = setUp([status(204)]);
    expect(await client.send(read, signal)).toMatchObject({ status: 204, text: '' });
  });

  it('never comes from the HTTP cache', async () => {
    const { client, sent } = setUp([status(200)]);
    await client.send(read, signal);
    expect(sent[0]?.cache).toBe('no-store');
  });
});

describe('a write', () => {
  it('is sent again after 429, since it was refused', async () => {
    const { client, sent } = setUp([status(429), status(201)]);
    expect((await client.send(write, signal)).status).toBe(201);
    expect(sent).toHaveLength(2);
  });

  it.each<[string, Step]>([
    ['a lost connection', 'drop'],
    ['a time-out', 'hang'],
  ])('is never sent again after %s, since it may have been carried out', async (_, step) => {
    const { client, sent } = setUp([step]);
    await expect(client.send(write, signal)).rejects.toMatchObject({ retryable: true });
    expect(sent).toHaveLength(1);
  });

  it.each([500, 503])('is not sent again after %i', async (code) => {
    const { client, sent } = setUp([status(code)]);
    expect((await client.send(write, signal)).status).toBe(code);
    expect(sent).toHaveLength(1);
  });
});

it('lets no more requests be under way at once than the host takes, whoever sends them', async () => {
  const underWay: string[] = [];
  const seen: string[] = [];
  const answers: (() => void)[] = [];
  const client = createHttpClient({
    fetch: async (input) => {
      const { host } = new URL(input as string);
      underWay.push(host);
      seen.push(underWay.filter((each) => each === host).length + ` at ${host}`);
      await new Promise<void>((resolve) => answers.push(resolve));
      underWay.splice(underWay.indexOf(host), 1);
      return status(200);
    },
    limit: { take: () => Promise.resolve() },
    monotonicNow: () => 0,
    sleep: (_, until) => new Promise((_resolve, reject) => (until.onabort = () => reject(new Error('over')))),
    random: () => 0,
    atOnce: (host) => (host === 'api.example' ? 2 : undefined),
  });
  const elsewhere: HttpRequest = { url: 'https://elsewhere.example/' };
  const requests = [read, read, read, read, elsewhere, elsewhere, elsewhere];
  const sending = Promise.all(requests.map((request) => client.send(request, signal)));
  const answering = setInterval(() => answers.shift()?.(), 0);
  expect(await sending).toHaveLength(requests.length);
  clearInterval(answering);
  expect([...new Set(seen)].sort()).toEqual([
    '1 at api.example',
    '1 at elsewhere.example',
    '2 at api.example',
    '2 at elsewhere.example',
    '3 at elsewhere.example',
  ]);
});

it('stops at once when told to, with the reason it was told', async () => {
  const stop = new AbortController();
  const { client } = setUp(['hang', status(200)]);
  const sending = client.send(read, stop.signal);
  stop.abort(new Error('stopped by the user'));
  await expect(sending).rejects.toThrow('stopped by the user');
});

describe('a write under way when it is told to stop', () => {
  const stoppedDuring = (answer: Response) => {
    const stop = new AbortController();
    const answering = (): Response => {
      stop.abort(new Error('stopped by the user'));
      return answer;
    };
    const { client, sent } = setUp([answering, status(201)]);
    return { sent, sending: client.send(write, stop.signal) };
  };

  it('comes to its end, since its answer tells what was done', async () => {
    expect((await stoppedDuring(status(201)).sending).status).toBe(201);
  });

  it('is not sent again, whatever its answer was', async () => {
    const { sending, sent } = stoppedDuring(status(429));
    await expect(sending).rejects.toThrow('stopped by the user');
    expect(sent).toHaveLength(1);
  });
});
