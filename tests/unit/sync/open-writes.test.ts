import { describe, expect, it } from 'vitest';
import { Problem } from '@/utils/payments/problem';
import { booked, books, payment } from './support/books';
import { fakeManage } from './support/fake-manage';
import { created } from './support/plans';
import { freshDatabase, journalOf, sync } from './support/run';

const paid = booked('1', 100, [payment(100, '2026-11-19')]);
const source = books([{ invoices: [paid] }]);
const held = { number: '1', total: 100 };

/** A Manage that carries a write out, loses its answer, and then does not answer any more. */
function losingItsVoice() {
  const manage = fakeManage([held], { '1': ['lost after'] });
  let lost = false;
  let left = 1;
  const port = {
    ...manage.port,
    findInvoices: (...args: Parameters<typeof manage.port.findInvoices>) =>
      lost
        ? Promise.reject(new Problem('manageSignedOut', { host: 'na' }))
        : manage.port.findInvoices(...args),
    writeBack: {
      ...manage.port.writeBack,
      write: (...args: Parameters<typeof manage.port.writeBack.write>) => {
        lost = left-- > 0;
        return manage.port.writeBack.write(...args);
      },
    },
  };
  return { ...manage, port, speakAgain: () => void (lost = false) };
}

describe('a write whose answer a run never came to know', () => {
  it('is found out about by the next run, and is that browser’s own', async () => {
    const db = await freshDatabase();
    const manage = losingItsVoice();
    const first = await sync(db, source, manage.port, { id: 'first' });
    expect(first).toMatchObject({ phase: 'failed', counts: { updated: 0 } });
    expect(await journalOf(db, 'second').openWrites()).toMatchObject([{ runId: 'first' }]);

    manage.speakAgain();
    // Meanwhile it was un-matched, so that the record says nothing that the books know of.
    const unmatched = books([{ invoices: [booked('1', 100)] }]);
    const second = await sync(db, unmatched, manage.port, { id: 'second' });
    expect(second).toMatchObject({ phase: 'finished', counts: { updated: 1, skipped: 0 } });
    expect(manage.shows()).toEqual({ 1: null });
    expect(await journalOf(db, 'third').openWrites()).toEqual([]);
  });

  it('can be taken back with the run that sent it', async () => {
    const db = await freshDatabase();
    const manage = losingItsVoice();
    await sync(db, source, manage.port, { id: 'first' });
    manage.speakAgain();
    const undone = await sync(db, source, manage.port, {
      id: 'undo',
      mode: 'undo',
      task: { kind: 'undo', runId: 'first' },
    });
    expect(undone).toMatchObject({ phase: 'finished', counts: { updated: 1 } });
    expect(manage.shows()).toEqual({ 1: null });
  });

  it('and that did not pass is no longer open', async () => {
    const db = await freshDatabase();
    const manage = fakeManage([held]);
    await sync(db, books([]), manage.port, { id: 'first' });
    const journal = journalOf(db, 'first');
    await journal.intend(created(1, '1'));
    await sync(db, books([]), manage.port, { id: 'second' });
    expect(await journal.openWrites()).toEqual([]);
    expect(await journal.confirmedChanges('first')).toEqual(new Map());
  });

  it('of an invoice that cannot be read stays open', async () => {
    const db = await freshDatabase();
    const manage = losingItsVoice();
    await sync(db, source, manage.port, { id: 'first' });
    manage.speakAgain();
    const unreadable = {
      ...manage.port,
      writeBack: {
        ...manage.port.writeBack,
        read: () => Promise.resolve(new Map([[1, new Problem('wrongShape')]])),
      },
    };
    const second = await sync(db, books([]), unreadable, { id: 'second' });
    expect(second).toMatchObject({ phase: 'finished' });
    expect(await journalOf(db, 'third').openWrites()).toMatchObject([{ runId: 'first' }]);
  });
});

describe('what cannot be named', () => {
  it('in the books holds the last run back', async () => {
    const db = await freshDatabase();
    const unreadable = [{ number: '', reason: { code: 'wrongShape', params: {} } } as const];
    const state = await sync(db, books([{ invoices: [paid], unreadable }]), fakeManage([held]).port);
    expect(state.notes).toMatchObject([{ code: 'lastRunHeldBack' }]);
    expect(await db.getAll('lastRuns')).toEqual([]);
  });

  it('in Manage may be the invoice that seems to be missing', async () => {
    const manage = fakeManage([]);
    const unreadable = [{ reason: { code: 'wrongShape', params: {} } } as const];
    const port = {
      ...manage.port,
      findInvoices: () => Promise.resolve({ invoices: [], unaskable: [], unreadable }),
    };
    const state = await sync(await freshDatabase(), source, port);
    expect(state.outcomes).toMatchObject([
      { invoiceNumber: '1', kind: 'failed', reasons: [{ code: 'wrongShape' }] },
    ]);
  });
});
