import { expect, it } from 'vitest';
import { createWorld } from '../../../sandbox/world';
import { openDesk } from './support';

const WRITE_OFFS_COUNT = { paid: { writeOffs: 'paid' } };
const CUSTOM_FIELDS = { strategy: 'custom-fields' };

/** A connection that has run, and whose settings are then saved with a change. */
async function changed(change: { connection?: object; writeBack?: object; name?: string }) {
  const desk = await openDesk(createWorld);
  await desk.run();
  const { settings } = desk;
  const [connection] = settings.connections;
  const next = {
    ...settings,
    manage: { ...settings.manage, writeBack: { ...settings.manage.writeBack, ...change.writeBack } },
    connections: [{ ...connection, ...change.connection }],
  };
  const saved = await desk.send('saveSettings', { settings: next, secrets: {} });
  expect(saved.ok).toBe(true);
  return desk;
}

it.each([
  ['what counts as paid', { connection: WRITE_OFFS_COUNT }, 'paidChanged'],
  ['how invoices match', { connection: { matching: { managePrefix: 'INV-' } } }, 'matchingChanged'],
  ['how it is written', { writeBack: CUSTOM_FIELDS }, 'writingChanged'],
])(
  'a change of %s makes the next run begin a month back, until one has lost nothing',
  async (_, change, code) => {
    const desk = await changed(change);
    expect((await desk.connectionState()).startAtLatest).toEqual({
      day: '2026-10-22',
      why: { code, params: {} },
    });
    const preview = await desk.run({ choice: 'last-run' }, 'preview');
    expect(preview.notes).toContainEqual({ code, params: {} });
    expect((await desk.connectionState()).startAtLatest).not.toBeNull();
    const run = await desk.run({ choice: 'last-run' });
    expect(run.notes).toContainEqual({ code, params: {} });
    expect((await desk.connectionState()).startAtLatest).toBeNull();
    expect((await desk.run({ choice: 'last-run' })).notes).not.toContainEqual({ code, params: {} });
  },
);

it('a write-off that counts now is written for invoices that have long been synced', async () => {
  const desk = await changed({ connection: WRITE_OFFS_COUNT });
  const run = await desk.run({ choice: 'last-run' });
  expect(run.counts.updated).toBeGreaterThan(0);
  for (const { kind, change } of run.outcomes) {
    if (kind === 'updated') expect(change?.to.amount?.minor).toBeGreaterThan(change?.from.amount?.minor ?? 0);
  }
});

it('another name changes nothing', async () => {
  const desk = await changed({ connection: { name: 'Head office' } });
  expect((await desk.connectionState()).startAtLatest).toBeNull();
});
