import { describe, expect, it } from 'vitest';
import { money } from '@/utils/payments/money';
import type { Outcome } from '@/utils/payments/outcome';
import { Problem } from '@/utils/payments/problem';
import { reason } from '@/utils/payments/reason';
import { planBatch } from '@/utils/sync/plan-batch';
import { booked, payment } from './support/books';
import { ALONE } from './support/run';
import { held, record, shows, telling, type Told } from './support/plans';

const paid = booked('1', 100, [payment(100, '2026-11-19')]);
const unpaid = booked('1', 100);

async function plan(
  invoice: typeof paid,
  told: Told,
  { unsure = [] as string[], own = [] as number[], rules = ALONE } = {},
) {
  const { port, asked } = telling(told);
  const journal = {
    ownAmong: (ids: readonly number[]) => Promise.resolve(new Set(ids.filter((id) => own.includes(id)))),
  };
  const options = { manage: port, journal, unsure: new Set(unsure), rules };
  return { ...(await planBatch([invoice], options, new AbortController().signal)), asked };
}

const here = (more = {}): Told => ({ invoices: [held(7, '1', more)], shown: new Map([[7, shows()]]) });

describe('an invoice of the books', () => {
  it('that Manage holds unpaid is written', async () => {
    const { writes, outcomes } = await plan(paid, here());
    expect(writes).toMatchObject([
      { manage: { id: 7 }, change: { action: 'create', invoiceId: 7 }, notes: [] },
    ]);
    expect(outcomes).toEqual([]);
  });

  it.each<[string, Told, Outcome]>([
    ['that Manage does not hold', {}, outcome('not-found', 'notFoundInManage')],
    [
      'that two of Manage carry',
      { invoices: [held(7, '1'), held(8, '1')] },
      outcome('skipped', 'ambiguousInManage', { count: '2' }),
    ],
    [
      'that Manage cannot be asked for',
      { unaskable: ['1'] },
      outcome('skipped', 'numberNotAskable', { number: '1' }),
    ],
    [
      'that came from Manage unreadable',
      { unreadable: [{ number: '1', reason: reason('wrongShape') }] },
      outcome('failed', 'wrongShape'),
    ],
    [
      'whose payment could not be read',
      { ...here(), shown: new Map([[7, new Problem('manageServerError')]]) },
      outcome('failed', 'manageServerError'),
    ],
    [
      'of whose payment Manage told nothing',
      { ...here(), shown: new Map() },
      outcome('failed', 'unexpected'),
    ],
    [
      'in another currency',
      here({ currency: 'SEK' }),
      outcome('skipped', 'currencyDiffers', { manage: 'SEK', books: 'NOK' }),
    ],
    [
      'that shows its payment already',
      { ...here(), shown: new Map([[7, shows(record(9))]]) },
      { invoiceNumber: '1', kind: 'unchanged', reasons: [] },
    ],
  ])('%s is told', async (_, told, expected) => {
    const { writes, outcomes } = await plan(paid, told);
    expect(outcomes).toMatchObject([expected]);
    expect(writes).toEqual([]);
  });

  it('that Manage holds is told with whose it is there', async () => {
    const { outcomes } = await plan(paid, { ...here(), shown: new Map([[7, shows(record(9))]]) });
    expect(outcomes).toMatchObject([{ company: 'Fjord Bygg AS', manageId: 7 }]);
    const nobodys = await plan(paid, {
      ...here({ companyName: '' }),
      shown: new Map([[7, shows(record(9))]]),
    });
    expect(nobodys.outcomes[0]).not.toHaveProperty('company');
  });

  it('beside another one that came unreadable is not held back', async () => {
    const unreadable = [{ number: '2', reason: reason('wrongShape') }];
    expect((await plan(paid, { ...here(), unreadable })).writes).toHaveLength(1);
  });

  it.each<[string, Told]>([
    ['is not in Manage', {}],
    ['cannot be asked for', { unaskable: ['1'] }],
  ])('on which no money was booked and that %s is nobody’s business', async (_, told) => {
    expect(await plan(unpaid, told)).toMatchObject({ outcomes: [], writes: [] });
  });

  it('that somebody else paid otherwise offers to take that record over', async () => {
    const theirs = record(9, { amount: money(50, 'NOK') });
    const told = { ...here({ payments: money(50, 'NOK') }), shown: new Map([[7, shows(theirs)]]) };
    const { outcomes } = await plan(paid, told);
    expect(outcomes).toMatchObject([
      { kind: 'skipped', takeOver: 9, reasons: [{ code: 'otherPaymentRecord' }] },
    ]);
    expect((await plan(paid, told, { own: [9] })).writes).toMatchObject([{ change: { recordId: 9 } }]);
  });

  it('that has several records offers none', async () => {
    const { outcomes } = await plan(paid, { ...here(), shown: new Map([[7, shows(record(8), record(9))]]) });
    expect(outcomes[0]).not.toHaveProperty('takeOver');
    expect(outcomes).toMatchObject([{ kind: 'skipped' }]);
  });

  it.each([
    ['1', null],
    ['2', money(0, 'NOK')],
  ])('is read by its records where a write to %j may just have been made', async (number, payments) => {
    expect((await plan(paid, here(), { unsure: [number] })).asked.read).toMatchObject([{ id: 7, payments }]);
  });

  it('that a glance finds right is not read', async () => {
    const { outcomes, asked } = await plan(paid, { ...here(), glanced: new Map([[7, shows(record(0))]]) });
    expect(outcomes).toMatchObject([{ invoiceNumber: '1', kind: 'unchanged' }]);
    expect(asked.read).toEqual([]);
  });

  it.each<[string, Partial<Told>, string[]]>([
    ['finds wrong', { glanced: new Map([[7, shows(record(0, { date: null }))]]) }, []],
    ['tells nothing of', { glanced: new Map() }, []],
    [
      'finds right, though a write to it may just have been made',
      { glanced: new Map([[7, shows(record(0))]]) },
      ['1'],
    ],
  ])('that a glance %s is read, and decided about by that', async (_, glanced, unsure) => {
    const told = { ...here(), ...glanced, shown: new Map([[7, shows(record(9))]]) };
    const { outcomes, asked } = await plan(paid, told, { unsure });
    expect(asked.read).toHaveLength(1);
    expect(outcomes).toMatchObject([{ kind: 'unchanged' }]);
  });

  it('that a glance finds wrong is not written by it, should Manage tell nothing more', async () => {
    const theirs = shows(record(0, { amount: money(50, 'NOK') }));
    const told = { invoices: [held(7, '1')], glanced: new Map([[7, theirs]]) };
    expect(await plan(paid, told)).toMatchObject({ outcomes: [outcome('failed', 'unexpected')], writes: [] });
  });

  it('that is not among those of Manage may be the one that came without a number', async () => {
    const unreadable = [{ reason: reason('wrongShape') }];
    expect((await plan(unpaid, { unreadable })).outcomes).toEqual([outcome('failed', 'wrongShape')]);
    expect((await plan(paid, { ...here(), unreadable })).writes).toHaveLength(1);
  });

  it.each<[string, number[], object]>([
    [
      'ours is the later one, which goes',
      [9],
      { surplus: [{ manage: { id: 7 }, record: { id: 9 } }], outcomes: [] },
    ],
    [
      'ours is the first, which waits for the other to go',
      [8],
      {
        surplus: [],
        outcomes: [{ kind: 'failed', reasons: [{ code: 'severalPaymentRecords', params: { count: '2' } }] }],
      },
    ],
    [
      'both are ours, of which the later one goes',
      [8, 9],
      { surplus: [{ record: { id: 9 } }], outcomes: [] },
    ],
    ['none is ours', [], { surplus: [], outcomes: [{ kind: 'skipped' }] }],
  ])('that shows two records: %s', async (_, own, expected) => {
    const told = { ...here(), shown: new Map([[7, shows(record(9), record(8))]]) };
    expect(await plan(paid, told, { own })).toMatchObject({ ...expected, writes: [] });
  });
});

function outcome(
  kind: Outcome['kind'],
  code: Parameters<typeof reason>[0],
  params: Record<string, string> = {},
): Outcome {
  return { invoiceNumber: '1', kind, reasons: [reason(code, params)] };
}
