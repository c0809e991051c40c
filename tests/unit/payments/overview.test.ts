import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ManagePaymentState } from '@/utils/payments/manage-payment-state';
import { money } from '@/utils/payments/money';
import { overviewOf } from '@/utils/payments/overview';

const figures = (state: ManagePaymentState, owed: number, paid: number, currency = 'NOK') => ({
  state,
  owed: money(owed, currency),
  paidAmount: money(paid, currency),
});
const nok = (minor: number) => money(minor, 'NOK');

describe('the overview of invoices', () => {
  it('adds up what is owed by how the invoices stand, and what is left of the partly paid', () => {
    const [only, ...others] = overviewOf([
      figures('paid', 100_00, 100_00),
      figures('paid', 50_00, 50_00),
      figures('partly-paid', 80_00, 30_00),
      figures('unpaid', 7_00, 0),
    ]);
    expect(others).toEqual([]);
    expect(only).toEqual({
      currency: 'NOK',
      paid: { count: 2, owed: nok(150_00) },
      partlyPaid: { count: 1, owed: nok(80_00) },
      left: nok(50_00),
      open: { count: 1, owed: nok(7_00) },
    });
  });

  it.each(['nothing-to-pay', 'credit-memo', 'credited'] as const)(
    'leaves out what nobody has to pay: %s',
    (state) => {
      expect(overviewOf([figures(state, -100_00, 0)])).toEqual([]);
    },
  );

  it('keeps currencies apart, that of most invoices first', () => {
    const currencies = overviewOf([
      figures('unpaid', 1, 0, 'EUR'),
      figures('unpaid', 1, 0, 'NOK'),
      figures('paid', 1, 1, 'NOK'),
      figures('paid', 1, 1, 'DKK'),
    ]).map(({ currency }) => currency);
    expect(currencies).toEqual(['NOK', 'DKK', 'EUR']);
  });

  it('loses no minor unit, and says the same in whatever order the invoices come', () => {
    const invoice = fc
      .record({
        state: fc.constantFrom<ManagePaymentState>('paid', 'partly-paid', 'unpaid'),
        owed: fc.nat(1_000_000),
        currency: fc.constantFrom('NOK', 'JPY', 'KWD'),
      })
      .map(({ state, owed, currency }) => figures(state, owed, state === 'unpaid' ? 0 : owed, currency));
    fc.assert(
      fc.property(fc.array(invoice), (invoices) => {
        const overview = overviewOf(invoices);
        for (const { currency, paid, partlyPaid, open } of overview) {
          const total = invoices
            .filter(({ owed }) => owed.currency === currency)
            .reduce((sum, { owed }) => sum + owed.minor, 0);
          expect(paid.owed.minor + partlyPaid.owed.minor + open.owed.minor).toBe(total);
        }
        expect(overviewOf([...invoices].reverse())).toEqual(overview);
      }),
    );
  });
});
