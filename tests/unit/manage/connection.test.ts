import { describe, expect, it } from 'vitest';
import { administrationEndpoints } from '@/utils/manage/endpoints/administration';
import { inParallel } from '@/utils/manage/in-parallel';
import { KEYS, manageOn, signal } from './support/scripted-http';

describe('a request to Manage', () => {
  it('with API keys carries them and the client id, and no cookie', async () => {
    const { api, seen } = manageOn(() => ({ body: {} }));
    await administrationEndpoints(api.connection).systemInfo(signal);
    expect(seen[0]?.request).toMatchObject({
      url: 'https://api-na.myconnectwise.net/v2025_1/apis/3.0/system/info',
      credentials: 'omit',
      headers: { Authorization: `Basic ${btoa('nordit+public:private')}`, clientId: 'client-id' },
    });
  });

  it('may carry keys with letters of any script', async () => {
    const { api, seen } = manageOn(() => ({ body: {} }), { credentials: { ...KEYS, companyId: 'Łódź ø' } });
    await administrationEndpoints(api.connection).systemInfo(signal);
    const bytes = Buffer.from('Łódź ø+public:private', 'utf8').toString('base64');
    expect(seen[0]?.request.headers?.Authorization).toBe(`Basic ${bytes}`);
  });

  it('with a session carries its cookies and no keys', async () => {
    const { api, seen } = manageOn(() => ({ body: {} }), {
      credentials: { signIn: 'session', clientId: '' },
    });
    await administrationEndpoints(api.connection).systemInfo(signal);
    expect(seen[0]?.request.credentials).toBe('include');
    expect(Object.keys(seen[0]?.request.headers ?? {})).toEqual(['Accept']);
  });
});

describe('work done a few at a time', () => {
  it('answers in the order of the items, not of their ends', async () => {
    const waits = [3, 1, 2, 0];
    const results = await inParallel(waits, 2, async (wait) => {
      await new Promise((resolve) => setTimeout(resolve, wait));
      return wait;
    });
    expect(results).toEqual(waits);
  });

  it('starts nothing more after a failure', async () => {
    const started: number[] = [];
    const failing = inParallel([1, 2, 3, 4, 5, 6], 2, async (item) => {
      started.push(item);
      await Promise.resolve();
      if (item === 2) throw new Error('two');
      await new Promise((resolve) => setTimeout(resolve, 2));
      return item;
    });
    await expect(failing).rejects.toThrow('two');
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(started).toEqual([1, 2]);
  });
});
