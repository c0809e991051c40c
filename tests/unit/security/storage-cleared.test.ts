import { expect, it, vi } from 'vitest';
import { heldInManage } from '../../../sandbox/oracle';
import { createWorld } from '../../../sandbox/world';
import { openDesk } from '../worker/support';

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

it('a run that has no room left for its notes ends before it writes what it cannot note', async () => {
  const desk = await openDesk(createWorld);
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const state = await desk.run();
  put.mockRestore();
  expect(state).toMatchObject({ phase: 'failed', failure: { code: 'storageFull' } });
  const written = desk.hosts.requests.filter(
    ({ host, method }) => host.includes('myconnectwise') && method !== 'GET',
  );
  expect(written).toEqual([]);
});
