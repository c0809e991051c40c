import { createStores, lastingRows, RUNS, summary, WRITES, writeRows } from './first-version';

/*
 * The database as version 2 wrote it: runs know what they are about, writes keep what is open apart from what is
 * confirmed, outcomes have a basis, and limits are remembered.
 */
const run = (id: string, phase: string, startedAt: number): object => ({
  ...summary(id, phase, startedAt),
  resumesAt: null,
  resumed: 0,
  connectionId: 'poweroffice-go',
  task: { kind: 'numbers', numbers: ['12345'] },
});

/** Writes a database of version 2 with a finished run, a stopped one, and everything else there was. */
export async function writeSecondVersion(name: string): Promise<void> {
  const db = await createStores(name, 2, (created) => created.createObjectStore('limits'));
  await writeRows(db, {
    ...(await lastingRows()),
    limits: [[[], 'goapi.poweroffice.net']],
    runs: [[run(RUNS.finished, 'finished', 10)], [run(RUNS.cutOff, 'stopped', 20)]],
    outcomes: [
      [
        {
          runId: RUNS.finished,
          invoiceNumber: '12345',
          kind: 'updated',
          change: WRITES.confirmed,
          reasons: [],
          basis: '["id"]',
        },
      ],
    ],
    writes: [
      [{ runId: RUNS.finished, invoiceNumber: '12345', open: null, settled: WRITES.confirmed }],
      [{ runId: RUNS.cutOff, invoiceNumber: '12346', open: WRITES.open, settled: null }],
      [
        {
          runId: RUNS.cutOff,
          invoiceNumber: '12347',
          open: null,
          settled: WRITES.confirmedWithoutOutcome,
        },
      ],
    ],
  });
}
