import { describe, expect, it } from 'vitest';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { isWorthMentioning, liveInvoice, matchInManage } from '@/utils/payments/match';
import { textIn } from '@/utils/payments/reason';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import { books, manageInvoice, nok, settlement } from './support/samples';

describe('of the invoices of the books that carry one number', () => {
  const posted = books([], { id: 'posted' });
  const alsoPosted = books([], { id: 'also posted' });
  const cancelled = books([], { id: 'cancelled', state: 'cancelled' });
  const reversed = books([], { id: 'reversed', state: 'reversed' });
  const draft = books([], { id: 'draft', state: 'draft' });
  const creditNote = books([], { id: 'credit note', kind: 'credit-note', total: nok('-1250') });

  it.each<[string, AccountingInvoice[], string]>([
    ['the only one', [posted], 'found posted'],
    ['the live one beside reversed ones', [reversed, posted, cancelled], 'found posted'],
    ['the live one beside a draft and a credit note', [draft, creditNote, posted], 'found posted'],
    ['the last that was reversed or cancelled where none is live', [cancelled, reversed], 'found reversed'],
    [
      'the last that was reversed or cancelled, the other way round',
      [reversed, cancelled, draft],
      'found cancelled',
    ],
    ['none of two live ones', [posted, reversed, alsoPosted], 'duplicate 2'],
    ['none of drafts and credit notes', [draft, creditNote], 'none'],
    ['none of none', [], 'none'],
    ['one that the books list twice', [posted, { ...posted }], 'found posted'],
  ])('%s counts', (_, invoices, counts) => {
    expect(told(invoices)).toBe(counts);
  });

  it('the last reading of one listed twice counts', () => {
    const later = { ...posted, state: 'reversed' as const };
    expect(liveInvoice([posted, later])).toEqual({ is: 'found', invoice: later });
  });

  it('two live ones of several customers are named by whose they are', () => {
    const theirs = { ...alsoPosted, customerNumber: '20044' };
    const mine = { ...posted, customerNumber: '10018' };
    expect(liveInvoice([theirs, mine])).toEqual({
      is: 'duplicate',
      reason: { code: 'duplicateOfCustomers', params: { customers: '10018, 20044' } },
    });
  });

  function told(invoices: readonly AccountingInvoice[]): string {
    const live = liveInvoice(invoices);
    if (live.is === 'found') return `found ${live.invoice.id}`;
    if (live.is === 'none') return 'none';
    expect(live.reason.code).toBe('duplicateInBooks');
    return `duplicate ${textIn(live.reason, 'count')}`;
  }
});

describe('of the invoices Manage returns for a number', () => {
  const named = (id: number, number: string, other: Partial<ManageInvoice> = {}): ManageInvoice =>
    manageInvoice({ id, number, ...other });
  const memo = { type: 'CreditMemo' };

  it.each<[string, string, ManageInvoice[], string]>([
    ['the one that carries it', '42', [named(1, '42'), named(2, '43')], 'found 1'],
    ['none where only the case is alike', 'inv-42', [named(1, 'INV-42')], 'not-found'],
    ['the one of the same case', 'inv-42', [named(1, 'INV-42'), named(2, 'inv-42')], 'found 2'],
    ['none where only leading zeros differ', '42', [named(1, '00042')], 'not-found'],
    ['none where only spaces differ', '42', [named(1, '42 '), named(2, ' 42')], 'not-found'],
    ['none where letters only look alike', 'Å-1', [named(1, 'A\u030A-1')], 'not-found'],
    ['none of two', '42', [named(1, '42'), named(2, '42')], 'ambiguous 2'],
    ['one that came on two pages', '42', [named(1, '42'), named(1, '42')], 'found 1'],
    ['the invoice and not the credit memo', '42', [named(1, '42', memo), named(2, '42')], 'found 2'],
    [
      'the invoice and not the negative one',
      '42',
      [named(1, '42'), named(2, '42', { total: nok('-5') })],
      'found 1',
    ],
    ['the credit memo where there is no invoice', '42', [named(1, '42', memo)], 'found 1'],
    [
      'none of two invoices beside a credit memo',
      '42',
      [named(1, '42'), named(2, '42', memo), named(3, '42')],
      'ambiguous 2',
    ],
    ['none of none', '42', [], 'not-found'],
  ])('%s matches', (_, number, candidates, matches) => {
    const match = matchInManage(number, candidates);
    if (match.is === 'ambiguous') expect(match.reason.code).toBe('ambiguousInManage');
    expect(
      match.is === 'found'
        ? `found ${match.invoice.id}`
        : match.is === 'ambiguous'
          ? `ambiguous ${textIn(match.reason, 'count')}`
          : match.is,
    ).toBe(matches);
  });
});

describe('an invoice that Manage does not hold', () => {
  const payment = settlement('payment', '50', '2026-03-01');

  it.each<[string, boolean, AccountingInvoice]>([
    ['with a payment', true, books([payment])],
    ['with a payment taken back', true, books([payment, settlement('payment', '-50', '2026-03-02')])],
    ['settled in a way the books do not name', true, books([settlement('unclassified', '50', null)])],
    ['of which the rest is unknown, with a payment', true, books([payment], { remaining: null })],
    ['that is unpaid', false, books()],
    ['that was only credited', false, books([settlement('credit', '1250', '2026-03-01')])],
    ['that was only written off', false, books([settlement('write-off', '1250', '2026-03-01')])],
    ['that is a draft', false, books([payment], { state: 'draft' })],
    ['that was cancelled', false, books([payment], { state: 'cancelled' })],
    ['that was reversed', false, books([payment], { state: 'reversed' })],
    ['that is a credit note', false, books([payment], { kind: 'credit-note' })],
  ])('%s is worth mentioning: %s', (_, worth, invoice) => {
    expect(isWorthMentioning(invoice)).toBe(worth);
  });
});
