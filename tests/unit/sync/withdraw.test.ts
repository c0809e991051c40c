import { describe, expect, it } from 'vitest';
import type { Change } from '@/utils/payments/change';
import { Problem } from '@/utils/payments/problem';
import { surplusOf, withdraw } from '@/utils/sync/withdraw';
import { created, held, NOTHING, PAID, record, shows, telling, type Told } from './support/plans';
import { freshDatabase, journalOf } from './support/run';

const signal = new AbortController().signal;

describe('a record of ours beside an earlier one', () => {
  const taken = (write: Told['write'] = () => Promise.resolve(shows())) => {
    const { port, asked } = telling({ write });
    return { asked, outcome: withdraw({ manage: held(7, '1'), record: record(21) }, port, signal) };
  };

  it('is taken back, and the invoice is looked at again by the next run', async () => {
    const { asked, outcome } = taken();
    expect(await outcome).toMatchObject({
      invoiceNumber: '1',
      kind: 'failed',
      reasons: [{ code: 'changedMeanwhile', params: {} }],
    });
    expect(asked.writes).toEqual([
      {
        strategy: 'payment-record',
        action: 'delete',
        recordId: 21,
        invoiceId: 7,
        invoiceNumber: '1',
        from: PAID,
        to: NOTHING,
      },
    ]);
  });

  it('that Manage does not let go is told with the reason', async () => {
    const { outcome } = taken(() => Promise.reject(new Problem('manageConflict')));
    expect(await outcome).toMatchObject({ kind: 'failed', reasons: [{ code: 'manageConflict' }] });
  });

  it('ends the run where nothing further can be done', async () => {
    const { outcome } = taken(() => Promise.reject(new Problem('manageSignedOut')));
    await expect(outcome).rejects.toMatchObject({ reason: { code: 'manageSignedOut' } });
  });
});

async function surplus(shown: Told['shown'], own: readonly number[], change: Change = created(7, '1')) {
  const journal = journalOf(await freshDatabase(), 'run');
  for (const id of own) await journal.addOwnRecord(id);
  const { port, asked } = telling(shown ? { shown } : {});
  const write = { manage: held(7, '1'), change, notes: [] };
  return { asked, found: await surplusOf(write, { manage: port, journal }, signal) };
}

const both = new Map([[7, shows(record(20), record(21))]]);

it('of two records made at once, the later one is the surplus of whoever made it', async () => {
  const { found, asked } = await surplus(both, [21]);
  expect(found).toMatchObject({ manage: { id: 7 }, record: { id: 21 } });
  expect(asked.read).toMatchObject([{ id: 7, payments: null }]);
});

describe('there is no surplus', () => {
  it.each<[string, Told['shown'], readonly number[], Change?]>([
    ['for whoever made the earlier record', both, [20]],
    ['where none of the records is ours', both, []],
    ['where ours is the only one', new Map([[7, shows(record(21))]]), [21]],
    ['where Manage shows no record', new Map([[7, shows()]]), [21]],
    ['where the invoice cannot be read', new Map([[7, new Problem('manageServerError')]]), [21]],
    ['where Manage told nothing of the invoice', new Map(), [21]],
    ['where fields are shown', new Map([[7, { strategy: 'custom-fields', ...PAID }]]), [21]],
    [
      'of a record that was changed',
      both,
      [21],
      {
        invoiceId: 7,
        invoiceNumber: '1',
        strategy: 'payment-record',
        action: 'update',
        recordId: 21,
        from: NOTHING,
        to: PAID,
      },
    ],
    [
      'of a field',
      both,
      [21],
      { invoiceId: 7, invoiceNumber: '1', strategy: 'custom-fields', from: NOTHING, to: PAID },
    ],
  ])('%s', async (_, shown, own, change) => {
    expect((await surplus(shown, own, change)).found).toBeNull();
  });
});
