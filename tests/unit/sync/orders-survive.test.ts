import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { USUALLY_PAID } from '@/utils/payments/paid-rule';
import { orderedSource } from '@/utils/sync/ordered-source';
import { AS_TYPED, bill } from '../payments/support/orders';
import { settlement } from '../payments/support/samples';
import { books } from './support/books';
import { dyingAt } from './support/dying-at';
import { fakeOrders } from './support/fake-orders';
import { freshDatabase, journalOf, SCOPE, sync } from './support/run';

const paid = (day: string, amount = '1250') => settlement('payment', amount, day);
const theirs = { id: 'theirs', customerNumber: '20002', partyName: 'Skagerak Data ASA' };
const bills = [
  bill('A1', [paid('2026-11-19')]),
  bill('A2', [paid('2026-11-18', '200')]),
  bill('A3', [paid('2026-11-17')]),
  bill('A4', [paid('2026-11-16')]),
  bill('A5', [paid('2026-11-15')], theirs),
  bill('A6', [paid('2026-11-14')]),
];
const ORDERS = [
  { number: 'PO1', bills: 'A1' },
  { number: 'PO2', bills: 'A2, A3' },
  { number: 'PO3', bills: 'A3' },
  { number: 'PO4', bills: 'A4 + A9' },
  { number: 'PO5', bills: 'A5' },
];

type Mishaps = Parameters<typeof fakeOrders>[2];

const booksOfBills = () =>
  books([{ invoices: bills.slice(0, 3) }, { invoices: bills.slice(3) }], {
    lookUp: (numbers) =>
      Promise.resolve({
        invoices: bills.filter(({ number }) => numbers.includes(number)),
        unreadable: [],
        watermark: null,
      }),
  });
const manageNow = (mishaps?: Mishaps) => fakeOrders(ORDERS, AS_TYPED, mishaps);
const ordersIn = (manage: ReturnType<typeof manageNow>) =>
  orderedSource(booksOfBills(), manage.orders, { matching: AS_TYPED, vendors: [], paid: USUALLY_PAID });

describe('a worker killed at any step of a run of bills', () => {
  it(
    'goes on to what the uninterrupted run comes to, with each write once',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 3 }),
          async (deaths) => {
            const undisturbed = manageNow();
            const wanted = await sync(await freshDatabase(), ordersIn(undisturbed), undisturbed.port);

            const db = await freshDatabase();
            const manage = manageNow();
            for (const step of deaths) {
              const death = dyingAt(step);
              const port = { ...death.wrap(manage.port), writeBack: death.wrap(manage.port.writeBack) };
              const life = sync(db, ordersIn(manage), port, {
                id: 'run',
                journal: (each) => death.wrap(each),
              });
              await Promise.race([life, death.died]);
              // What was under way when it died comes to rest.
              await new Promise((resolve) => setTimeout(resolve, 5));
            }
            const state = await sync(db, ordersIn(manage), manage.port, { id: 'run' });

            expect(manage.shows()).toEqual(undisturbed.shows());
            expect(manage.asked.writes).toHaveLength(undisturbed.asked.writes.length);
            expect(state.counts).toEqual(wanted.counts);
            expect(state.phase).toBe('finished');
            expect(await journalOf(db, 'run').leftBehind()).toEqual(new Map());
            expect(await db.get('lastRuns', SCOPE)).toMatchObject({ watermark: '2026-11-20' });
          },
        ),
        { numRuns: 60 },
      ),
    120_000,
  );
});

it('whatever becomes of single writes, the next run brings every order to what the books say', () =>
  fc.assert(
    fc.asyncProperty(
      fc.dictionary(
        fc.constantFrom('PO1', 'PO2', 'PO3', 'PO4'),
        fc.array(fc.constantFrom('lost before' as const, 'lost after' as const, 'refused' as const), {
          maxLength: 3,
        }),
      ),
      async (mishaps) => {
        const undisturbed = manageNow();
        await sync(await freshDatabase(), ordersIn(undisturbed), undisturbed.port);
        const db = await freshDatabase();
        const manage = manageNow(mishaps);
        for (let run = 0; run < 4; run += 1) await sync(db, ordersIn(manage), manage.port);
        expect(manage.shows()).toEqual(undisturbed.shows());
        const writes = manage.asked.writes.length;
        await sync(db, ordersIn(manage), manage.port);
        expect(manage.asked.writes).toHaveLength(writes);
      },
    ),
    { numRuns: 60 },
  ));
