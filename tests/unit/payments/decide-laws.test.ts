import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import type { Shown } from '@/utils/payments/change';
import { decide } from '@/utils/payments/decide';
import { addDays, isoDate } from '@/utils/payments/iso-date';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import { money, subtract } from '@/utils/payments/money';
import { showsSame } from '@/utils/payments/shows-same';
import { answersChange } from '@/utils/payments/verify-change';
import { consistentInvoices, manageInvoicesFor } from './support/arbitraries';
import { applied, NEW_RECORD_ID } from './support/manage-model';
import { books } from './support/samples';

const OWN = 501;
const FOREIGN = 502;

const someDays = fc.integer({ min: 0, max: 90 }).map((days) => addDays(isoDate('2026-01-01'), days));
const someAmounts = fc.integer({ min: 1, max: 5_000_000 }).map((minor) => money(minor, 'NOK'));

const anythingShown: fc.Arbitrary<Shown> = fc.oneof(
  fc
    .array(
      fc.record({
        id: fc.constantFrom(OWN, FOREIGN),
        amount: someAmounts,
        date: fc.option(someDays),
        appliedBy: fc.constant('kari'),
      }),
      { maxLength: 2 },
    )
    .map((records): Shown => ({ strategy: 'payment-record', records })),
  fc
    .record({
      amount: fc.option(fc.oneof(someAmounts, fc.constant(money(0, 'NOK')))),
      date: fc.option(someDays),
    })
    .map((fields): Shown => ({ strategy: 'custom-fields', ...fields })),
);

/** An invoice of the books in any state, the same invoice in Manage, and whatever that shows of it. */
const situations = consistentInvoices.chain((invoice) =>
  fc.record({
    books: fc
      .constantFrom<AccountingInvoice['state']>('posted', 'posted', 'posted', 'cancelled', 'draft')
      .map((state) => ({ ...invoice, state })),
    manage: manageInvoicesFor(invoice),
    shown: anythingShown,
  }),
);

const decideWith = (situation: { books: AccountingInvoice; manage: ManageInvoice; shown: Shown }) =>
  decide({ ...situation, ownRecordIds: new Set([OWN, NEW_RECORD_ID]) });

describe('every decision', () => {
  it('comes to nothing once it was carried out', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const decision = decideWith(situation);
        fc.pre(decision.do === 'write');
        const shown = applied(decision.change, situation.manage, situation.shown);
        expect(answersChange(decision.change, shown)).toBe(true);
        expect(decideWith({ ...situation, shown })).toEqual({ do: 'nothing', notes: decision.notes });
      }),
      { numRuns: 500 },
    );
  });

  it('changes what a reader of Manage sees', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const decision = decideWith(situation);
        fc.pre(decision.do === 'write');
        expect(showsSame(decision.change.from, decision.change.to)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('never writes a payment record of nothing, above what Manage leaves open, or without a day', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const decision = decideWith(situation);
        fc.pre(decision.do === 'write' && decision.change.strategy === 'payment-record');
        const { amount, date } = decision.change.to;
        if (decision.change.action === 'delete') {
          expect([amount, date]).toEqual([null, null]);
          return;
        }
        const { total, credits } = situation.manage;
        expect(amount?.minor).toBeGreaterThan(0);
        expect(amount?.minor).toBeLessThanOrEqual(subtract(total, credits).minor);
        expect(date).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('leaves every payment record alone that neither the journal nor the books account for', () => {
    const nobodys = money(7_000_000, 'NOK');
    const strangers = consistentInvoices.chain((invoice) =>
      fc.record({ books: fc.constant(invoice), manage: manageInvoicesFor(invoice), date: someDays }),
    );
    fc.assert(
      fc.property(strangers, ({ date, ...invoices }) => {
        const records = [{ id: FOREIGN, amount: nobodys, date, appliedBy: 'kari' }];
        const decision = decideWith({ ...invoices, shown: { strategy: 'payment-record', records } });
        expect(decision).toMatchObject({ do: 'skip', takeOver: FOREIGN });
      }),
    );
  });
});

describe('a browser that has lost its journal, or a colleague’s', () => {
  it('carries on with the record that was written after any earlier settlement', () => {
    const histories = consistentInvoices.chain((invoice) =>
      fc.record({
        invoice: fc.constant(invoice),
        manage: manageInvoicesFor(invoice),
        synced: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
      }),
    );
    fc.assert(
      fc.property(histories, ({ invoice, manage, synced }) => {
        let shown: Shown = { strategy: 'payment-record', records: [] };
        for (const at of [...invoice.settlements.keys(), invoice.settlements.length]) {
          const isNow = at === invoice.settlements.length;
          if (!isNow && synced[at] !== true) continue;
          const then = books(invoice.settlements.slice(0, at), { total: invoice.total });
          const decision = decide({ books: then, manage, shown, ownRecordIds: new Set() });
          expect(decision).not.toMatchObject({ do: 'skip' });
          if (decision.do === 'write') shown = applied(decision.change, manage, shown);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
