import { describe, expect, it } from 'vitest';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import type { Shown } from '@/utils/payments/change';
import { decide } from '@/utils/payments/decide';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import { books, manageInvoice, nok, record, settlement } from './support/samples';

const NO_RECORD: Shown = { strategy: 'payment-record', records: [] };
const OWN_RECORD: Shown = { strategy: 'payment-record', records: [record('1250', '2026-03-01')] };
const EMPTY_FIELDS: Shown = { strategy: 'custom-fields', amount: null, date: null };
const FILLED_FIELDS: Shown = { strategy: 'custom-fields', amount: nok('1250'), date: null };

const paid = books([settlement('payment', '1250', '2026-03-01')]);
const decideOn = (
  invoice: AccountingInvoice,
  manage: Partial<ManageInvoice> = {},
  shown: Shown = NO_RECORD,
) => decide({ books: invoice, manage: manageInvoice(manage), shown, ownRecordIds: new Set([501]) });

describe('what is done about an invoice', () => {
  it('is nothing that is written where Manage names no currency', () => {
    expect(decideOn(paid, { currency: '' })).toEqual({
      do: 'skip',
      reason: { code: 'manageCurrencyUnknown', params: {} },
    });
  });

  it('is written the way it was read', () => {
    expect(decideOn(paid, {}, NO_RECORD)).toMatchObject({
      change: { strategy: 'payment-record', action: 'create' },
    });
    expect(decideOn(paid, {}, EMPTY_FIELDS)).toMatchObject({ change: { strategy: 'custom-fields' } });
  });

  it.each<[string, AccountingInvoice, Partial<ManageInvoice>]>([
    ['a credit memo of Manage', paid, { type: 'CreditMemo' }],
    ['a negative invoice of Manage', paid, { total: nok('-1250') }],
    ['a credit note', { ...paid, kind: 'credit-note' }, {}],
    ['a draft', { ...paid, state: 'draft' }, {}],
    ['an invoice of amount 0', books([], { total: nok('0') }), {}],
    ['an invoice of amount 0 in another currency', books([], { total: nok('0') }), { currency: 'SEK' }],
  ])('is nothing for %s, whatever Manage shows', (_, invoice, manage) => {
    for (const shown of [NO_RECORD, OWN_RECORD, EMPTY_FIELDS, FILLED_FIELDS]) {
      expect(decideOn(invoice, manage, shown)).toEqual({ do: 'nothing', notes: [] });
    }
  });

  it.each([OWN_RECORD, FILLED_FIELDS])(
    'is clearing $strategy once the invoice was cancelled or reversed',
    (shown) => {
      for (const state of ['cancelled', 'reversed'] as const) {
        expect(decideOn({ ...paid, state, remaining: null }, {}, shown)).toMatchObject({
          do: 'write',
          change: { to: { amount: null, date: null } },
        });
      }
    },
  );

  it('is skipping where the books do not say what remains', () => {
    expect(decideOn({ ...paid, remaining: null })).toEqual({
      do: 'skip',
      reason: { code: 'remainingUnknown', params: {} },
    });
  });

  it('is skipping with what the books themselves say of it', () => {
    expect(decideOn({ ...paid, remaining: null, notes: ['splitInvoice'] })).toEqual({
      do: 'skip',
      reason: { code: 'splitInvoice', params: {} },
    });
  });

  it('is skipping where Manage has it in another currency', () => {
    expect(decideOn(paid, { currency: 'SEK' })).toEqual({
      do: 'skip',
      reason: { code: 'currencyDiffers', params: { manage: 'SEK', books: 'NOK' } },
    });
  });
});

describe('what is told beside it', () => {
  it('is both totals where more than one minor unit lies between them', () => {
    const totals = (manage: string) => ({
      code: 'totalsDiffer',
      params: { manage: nok(manage), books: nok('1250.00') },
    });
    expect(decideOn(paid, { total: nok('1300') })).toMatchObject({ do: 'write', notes: [totals('1300.00')] });
    expect(decideOn(paid, { total: nok('1250.02') }, EMPTY_FIELDS)).toMatchObject({
      notes: [totals('1250.02')],
    });
    expect(decideOn(paid, { total: nok('1250.01') })).toMatchObject({ do: 'write', notes: [] });
  });

  it('is nothing of the totals while nothing was paid', () => {
    expect(decideOn(books(), { total: nok('1300') })).toEqual({ do: 'nothing', notes: [] });
  });

  it('is what makes the books’ own figures less than certain, first of all', () => {
    const notes = [
      'mayIncludeCredits',
      'convertedAtInvoiceRate',
      'unclassifiedSettlement',
      'dateIsUpperBound',
    ] as const;
    const decision = decideOn({ ...paid, notes }, { total: nok('1000') });
    expect(decision).toMatchObject({ do: 'write' });
    expect(decision.do === 'skip' ? [] : decision.notes.map(({ code }) => code)).toEqual([
      ...notes,
      'totalsDiffer',
      'cappedAtOpenAmount',
    ]);
  });

  it('stays with an invoice that needs no change', () => {
    expect(decideOn({ ...paid, notes: ['dateIsUpperBound'] }, {}, OWN_RECORD)).toEqual({
      do: 'nothing',
      notes: [{ code: 'dateIsUpperBound', params: {} }],
    });
  });
});
