import { beforeEach, expect, it } from 'vitest';
import { createWorld } from '../../../sandbox/world';
import { openDesk } from './support';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeEach(async () => {
  desk = await openDesk(createWorld, { system: 'dynamics-nav' });
});

/** Saves the settings with the connection pointed at another company. */
async function pointAtAnotherCompany(): Promise<void> {
  const { send, settings, secrets } = desk;
  const connections = settings.connections.map((each) => ({ ...each, company: 'ANOTHER' }));
  const saved = await send('saveSettings', { settings: { ...settings, connections }, secrets });
  expect(saved.ok).toBe(true);
}

it('how far the books of one company were read says nothing of another company’s', async () => {
  await desk.run();
  expect((await desk.connectionState()).lastRunAt).not.toBeNull();
  await pointAtAnotherCompany();
  expect((await desk.connectionState()).lastRunAt).toBeNull();
  const { notes } = await desk.run({ choice: 'last-run' });
  expect(notes).toContainEqual({ code: 'noLastRun', params: {} });
});
