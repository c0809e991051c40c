import { expect, it } from 'vitest';
import { openDatabase } from '@/utils/storage/database';
import { createWorld } from '../../../sandbox/world';
import { openDesk, type DeskOptions } from '../worker/support';

async function keptForSession(options: DeskOptions = {}) {
  const desk = await openDesk(createWorld, options);
  await desk.send('saveSettings', { settings: { ...desk.settings, keepSecrets: 'session' }, secrets: {} });
  return desk;
}

it('keys kept until the browser closes serve until then, and leave nothing on disk', async () => {
  const desk = await keptForSession();
  expect(await desk.connectionState()).toMatchObject({ missing: null });
  expect((await desk.run()).phase).toBe('finished');
  const db = await openDatabase();
  expect(await db.getAllKeys('secrets')).toEqual([]);
  db.close();
});

it.each<[string, DeskOptions, string]>([
  ['Manage’s', {}, 'manageKeysMissing'],
  ['the books’', { signIn: 'session' }, 'accountingKeysMissing'],
])('after that the panel says that %s keys are missing, and no run begins', async (_, options, code) => {
  const desk = await keptForSession(options);
  desk.sessionStore.items.clear();
  expect(await desk.connectionState()).toMatchObject({ missing: { code } });
  await expect(desk.run()).rejects.toThrow(/KeysMissing/);
});

it('an export with secrets holds them wherever they are kept', async () => {
  const desk = await keptForSession();
  const file = await desk.settingsPage.exportSettings({ withSecrets: true });
  for (const secret of Object.values(desk.secrets)) expect(file.ok && file.value).toContain(secret);
});
