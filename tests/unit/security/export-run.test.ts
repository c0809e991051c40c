import { expect, it } from 'vitest';
import { createWorld } from '../../../sandbox/world';
import { openDesk } from '../worker/support';

it('a run leaves as a table with a line for each of its invoices', async () => {
  const desk = await openDesk(createWorld);
  const state = await desk.run();
  const lines = (await desk.tableOf(state.id)).trim().split('\r\n');
  expect(lines[0]).toContain('Invoice,Result,Currency');
  expect(lines.length - 1).toBe(Object.values(state.counts).reduce((sum, count) => sum + count, 0));
  expect(lines.find((line) => line.startsWith('10020,'))).toContain('Updated,USD,,,50.00,2020-03-01');
});

it('a preview leaves as one too, as long as it is shown', async () => {
  const desk = await openDesk(createWorld);
  const state = await desk.run({ choice: 'past-month' }, 'preview');
  expect((await desk.tableOf(state.id)).split('\r\n').length).toBeGreaterThan(2);
});

it('a run that nobody knows does not', async () => {
  const desk = await openDesk(createWorld);
  await expect(desk.tableOf('none')).rejects.toThrow('runNotThere');
});
