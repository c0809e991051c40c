import { afterEach, expect, it, vi } from 'vitest';
import { heldInManage } from '../../../sandbox/oracle';
import { createWorld } from '../../../sandbox/world';
import { openDesk } from '../worker/support';

afterEach(() => {
  vi.restoreAllMocks();
});

const cleared = (): Promise<unknown> =>
  new Promise((resolve) => (indexedDB.deleteDatabase('payment-sync').onsuccess = resolve));

it('a run whose notes the user deletes ends and says so, and the next call begins anew', async () => {
  let clear = false;
  const desk = await openDesk(createWorld, {
    async intercept({ method, url }) {
      if (method === 'POST' && url.includes('/payments') && !clear) {
        clear = true;
        await cleared();
      }
      return undefined;
    },
  });
  expect(await desk.run()).toMatchObject({ phase: 'failed', failure: { code: 'storageGone' } });
  expect(clear).toBe(true);
  expect(await desk.fromPage('panelState')).toMatchObject({
    value: { missing: { code: 'manageNotConnected' } },
  });
  // Keys that were deleted are not used any longer.
  expect(await desk.fromPage('badgeFacts', ['12345'])).toMatchObject({
    reason: { code: 'manageNotConnected' },
  });
  await desk.send('saveSettings', { settings: desk.settings, secrets: desk.secrets });
  expect(await desk.run()).toMatchObject({ phase: 'finished' });
  for (const { records } of heldInManage(desk.world.manage).values()) expect(records.length).toBeLessThan(3);
});

/** From now on there is no room for rows of these stores. */
function fill(isFull: (store: string) => boolean): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the store it was taken from
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
    if (isFull(this.name)) throw new DOMException('full', 'QuotaExceededError');
    return put.apply(this, row);
  });
}

const writesOf = (desk: Awaited<ReturnType<typeof openDesk>>): unknown[] =>
  desk.hosts.requests.filter(({ host, method }) => host.includes('myconnectwise') && method !== 'GET');

it('a run that cannot be noted does not begin', async () => {
  const desk = await openDesk(createWorld);
  fill(() => true);
  await expect(desk.run()).rejects.toThrow('storageFull');
  expect(writesOf(desk)).toEqual([]);
});

it('a run that runs out of room ends before it writes what it cannot note', async () => {
  const desk = await openDesk(createWorld);
  fill((store) => store === 'writes');
  expect(await desk.run()).toMatchObject({ phase: 'failed', failure: { code: 'storageFull' } });
  expect(writesOf(desk)).toEqual([]);
});
