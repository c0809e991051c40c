import { describe, expect, it } from 'vitest';
import { creditNow, payNow, reverseNow, unmatch, writeOffNow } from '../../sandbox/books/happenings';
import { expectedInManage, heldInManage } from '../../sandbox/oracle';
import type { LivingWorld } from '../../sandbox/world';
import { numbersOf, openDesk } from '../unit/worker/support';
import { BOOKS, TODAY, worldWith } from './support/books';

const PAST_MONTH = '2026-10-22';

/** An invoice whose payment is entered late, for a day long before the first sync looked. */
const BACK_DATED = '12196';

const held = ({ manage }: LivingWorld) => Object.fromEntries(heldInManage(manage));

/** What goes on at the firm after a sync. */
function theDayGoesOn(world: LivingWorld): void {
  payNow(world, 12189, 4000, TODAY);
  payNow(world, Number(BACK_DATED), 10_875, '2026-06-15');
  payNow(world, 12304, 6000, TODAY);
  payNow(world, 12391, 5150, TODAY);
  payNow(world, 12349, 500, TODAY);
  payNow(world, 12385, 1000, TODAY);
  unmatch(world, 12385);
  unmatch(world, 12345);
  creditNow(world, 12212, 11_250, 19_901);
  writeOffNow(world, 12239);
  reverseNow(world, 12250);
}

describe.each(BOOKS)('with the books in %s', (_, books) => {
  describe.each(['payment-record', 'custom-fields'] as const)('written as %s', (strategy) => {
    const open = () => openDesk(worldWith(books), { ...books, strategy });

    it('a first sync makes of Manage what happened at the firm', async () => {
      const desk = await open();
      const expected = expectedInManage(desk.world, PAST_MONTH, strategy, books.eyes);
      const state = await desk.run();
      expect(state).toMatchObject({ phase: 'finished', failure: null });
      expect(held(desk.world)).toEqual(Object.fromEntries(expected.held));
      expect(numbersOf(state, 'updated')).toEqual(expected.outcomes.updated);
      expect(numbersOf(state, 'not-found')).toEqual(expected.outcomes.notFound);
      expect(numbersOf(state, 'skipped')).toEqual(expected.outcomes.skipped);
      expect(numbersOf(state, 'failed')).toEqual(expected.outcomes.failed);
    });

    it('what happens afterwards comes with the next sync, however it was posted', async () => {
      const desk = await open();
      await desk.run();
      theDayGoesOn(desk.world);
      const state = await desk.run({ choice: 'last-run' });
      expect(state).toMatchObject({ phase: 'finished', failure: null });
      const expected = (since: string) =>
        Object.fromEntries(expectedInManage(desk.world, since, strategy, books.eyes).held);
      // A first sync of a system without time stamps would have to begin that far back to see it.
      const { [BACK_DATED]: backDated } = expected('2026-06-01');
      expect(held(desk.world)).toEqual({ ...expected(PAST_MONTH), [BACK_DATED]: backDated });
    });

    it.each([{ choice: 'past-month' }, { choice: 'last-run' }])(
      'a second sync from %j writes nothing',
      async (start) => {
        const desk = await open();
        const first = await desk.run();
        const before = held(desk.world);
        const second = await desk.run(start);
        expect(second.counts.updated).toBe(0);
        expect(second.counts.failed).toBe(first.counts.failed);
        expect(held(desk.world)).toEqual(before);
      },
    );
  });
});
