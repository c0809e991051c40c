import { describe, expect, it } from 'vitest';
import { heldInOrders } from '../../sandbox/books/build-orders';
import { expectedOfOrders } from '../../sandbox/oracle-of-orders';
import { numbersOf, openDesk } from '../unit/worker/support';
import { BOOKS, WITH_BILLS, worldWith } from './support/books';

const PAST_MONTH = '2026-10-22';
const VENDORS = [{ books: '20005', manage: 'CLOUDWRIGHT' }];

/** Its bill has a small letter, which some systems keep as a capital. */
const WITH_SMALL_LETTER = 'PO3029';

describe.each(BOOKS.filter(([name]) => WITH_BILLS.includes(name)))('with the bills in %s', (_, books) => {
  const open = () =>
    openDesk(worldWith(books), {
      system: books.system,
      connection: { ...books.connection, bills: { on: true, vendors: VENDORS } },
    });

  it('a first sync makes of purchase orders what happened in the books', async () => {
    const desk = await open();
    const expected = expectedOfOrders(desk.world, PAST_MONTH, books.eyes);
    const state = await desk.run(undefined, undefined, `${books.system}:bills`);
    expect(state).toMatchObject({ phase: 'finished', failure: null });
    expect(Object.fromEntries(heldInOrders(desk.world.manage))).toEqual(Object.fromEntries(expected.held));
    expect(numbersOf(state, 'updated')).toEqual(expected.outcomes.updated);
    expect(numbersOf(state, 'not-found')).toEqual(expected.outcomes.notFound);
    expect(numbersOf(state, 'skipped')).toEqual(expected.outcomes.skipped);
    expect(numbersOf(state, 'updated')).toContain(WITH_SMALL_LETTER);
  });
});
