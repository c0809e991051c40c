import { expect, it } from 'vitest';
import { money } from '@/utils/payments/money';
import type { ManagePort } from '@/utils/sync/manage-port';
import type { RunController } from '@/utils/sync/run-controller';
import { booked, books, payment } from './support/books';
import { fakeManage } from './support/fake-manage';
import { freshDatabase, sync } from './support/run';

const source = books([{ invoices: [booked('1', 100, [payment(100, '2026-11-19')])] }]);

/** A run that is stopped right after a write, before it could read it back, in a Manage that sums up nothing yet. */
async function stoppedRun() {
  const db = await freshDatabase();
  const manage = fakeManage([{ number: '1', total: 100, more: { payments: money(0, 'NOK') } }]);
  let runs: RunController | undefined;
  const port: ManagePort = {
    ...manage.port,
    writeBack: {
      ...manage.port.writeBack,
      async write(...what) {
        const shown = await manage.port.writeBack.write(...what);
        runs?.stop();
        return shown;
      },
    },
  };
  const run = await sync(db, source, port, {
    id: 'stopped',
    onProgress: (_, controller) => (runs = controller),
  });
  expect(run).toMatchObject({ phase: 'stopped', counts: { updated: 1 } });
  return { db, manage };
}

it('what a run wrote before it was stopped is not written again by the next one', async () => {
  const { db, manage } = await stoppedRun();
  const next = await sync(db, source, manage.port);
  expect(next.counts).toMatchObject({ unchanged: 1, failed: 0 });
  expect(manage.asked.writes).toHaveLength(1);
});

it('what a run wrote before it was stopped can be taken back at once', async () => {
  const { db, manage } = await stoppedRun();
  const undo = await sync(db, books([]), manage.port, {
    mode: 'undo',
    task: { kind: 'undo', runId: 'stopped' },
  });
  expect(undo.counts).toMatchObject({ updated: 1 });
  expect(manage.shows()).toEqual({ '1': null });
});
