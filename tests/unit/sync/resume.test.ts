import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Journal } from '@/utils/sync/journal';
import type { RunState } from '@/utils/sync/run-state';
import { Problem } from '@/utils/payments/problem';
import { booked, books, payment } from './support/books';
import { dyingAt } from './support/dying-at';
import { fakeManage } from './support/fake-manage';
import { freshDatabase, journalOf, SCOPE, sync } from './support/run';

const NUMBERS = ['1001', '1002', '1003', '1004', '1005', '1006'];
const invoices = NUMBERS.map((number, at) => booked(number, 100 + at, [payment(100 + at, '2026-11-19')]));
const source = books([{ invoices: invoices.slice(0, 4) }, { invoices: invoices.slice(4) }]);
/** Manage holds all but one; one shows its payment already. */
const manageNow = () =>
  fakeManage(
    NUMBERS.slice(0, 5).map((number, at) => ({
      number,
      total: 100 + at,
      records: at === 2 ? [{ amount: 102, date: '2026-11-19' }] : [],
    })),
  );

describe('a worker killed at any step', () => {
  it(
    'goes on to what the uninterrupted run comes to, with each write once',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 3 }),
          async (deaths) => {
            const undisturbed = manageNow();
            const wanted = await sync(await freshDatabase(), source, undisturbed.port);

            const db = await freshDatabase();
            const manage = manageNow();
            for (const step of deaths) {
              const death = dyingAt(step);
              const port = { ...death.wrap(manage.port), writeBack: death.wrap(manage.port.writeBack) };
              const life = sync(db, source, port, { id: 'run', journal: (journal) => death.wrap(journal) });
              await Promise.race([life, death.died]);
              // What was under way when it died comes to rest.
              await new Promise((resolve) => setTimeout(resolve, 5));
            }
            const state = await sync(db, source, manage.port, { id: 'run' });

            expect(manage.shows()).toEqual(undisturbed.shows());
            expect(manage.asked.writes).toHaveLength(undisturbed.asked.writes.length);
            expect(state.counts).toEqual(wanted.counts);
            expect(state).toMatchObject({ found: wanted.found, done: wanted.done, phase: 'finished' });
            expect(await journalOf(db, 'run').leftBehind()).toEqual(new Map());
            expect(await db.get('lastRuns', SCOPE)).toMatchObject({ watermark: '2026-11-20' });
          },
        ),
        { numRuns: 100 },
      ),
    180_000,
  );
});

it('passes over what it has dealt with, and looks again at what the books changed meanwhile', async () => {
  const db = await freshDatabase();
  const manage = manageNow();
  await sync(db, source, manage.port, { id: 'run' });
  const before = manage.asked.lookUps;
  const later = booked('1001', 100, [payment(60, '2026-11-20')]);
  const changed = books([{ invoices: [later, ...invoices.slice(1)] }]);
  const state = await sync(db, changed, manage.port, { id: 'run' });
  expect(manage.shows()['1001']).toBe('60 2026-11-20');
  expect(state.counts.updated).toBe(4);
  // One look-up for the changed invoice and the one that Manage does not hold, one to read back.
  expect(manage.asked.lookUps - before).toBeLessThanOrEqual(2);
});

describe('when somebody does not answer', () => {
  const failing = (times: number, problem: Problem) => {
    const manage = manageNow();
    let left = times;
    const port = {
      ...manage.port,
      findInvoices: (...args: Parameters<typeof manage.port.findInvoices>) =>
        left-- > 0 ? Promise.reject(problem) : manage.port.findInvoices(...args),
    };
    return { ...manage, port };
  };
  const silent = new Problem('manageNotAnswering', { host: 'na', status: '503' }, { retryable: true });

  it('pauses, says until when, and goes on by itself', async () => {
    const told: RunState['phase'][] = [];
    const manage = failing(2, silent);
    const state = await sync(await freshDatabase(), source, manage.port, {
      onProgress: (_, runs) => told.push(runs.current()?.phase ?? 'failed'),
    });
    expect(told.filter((phase) => phase === 'paused')).toHaveLength(2);
    expect(state).toMatchObject({ phase: 'finished', resumesAt: null, failure: null });
    expect(manage.shows()['1001']).toBe('100 2026-11-19');
  });

  it('gives up after an hour or so, with the reason', async () => {
    const state = await sync(await freshDatabase(), source, failing(100, silent).port);
    expect(state).toMatchObject({ phase: 'failed', failure: { code: 'manageNotAnswering' } });
  });

  it('does not pause for what only a person can put right', async () => {
    const state = await sync(await freshDatabase(), source, failing(1, new Problem('manageSignedOut')).port);
    expect(state).toMatchObject({ phase: 'failed', failure: { code: 'manageSignedOut' } });
  });
});

describe('notes that cannot be kept', () => {
  it('keep a write from being sent', async () => {
    const manage = manageNow();
    const full = (journal: Journal): Journal => ({
      ...journal,
      intend: () => Promise.reject(new Problem('storageFull')),
    });
    const state = await sync(await freshDatabase(), source, manage.port, { journal: full });
    expect(state).toMatchObject({ phase: 'failed', failure: { code: 'storageFull' } });
    expect(manage.asked.writes).toEqual([]);
  });
});
