import { describe, expect, it } from 'vitest';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import type { Decision } from '@/utils/payments/decision';
import { isoDate } from '@/utils/payments/iso-date';
import type { ManageInvoice, PaymentRecord } from '@/utils/payments/manage-invoice';
import { toDecimalText } from '@/utils/payments/money';
import { USUALLY_PAID } from '@/utils/payments/paid-rule';
import { paymentStatus } from '@/utils/payments/payment-status';
import { planPaymentRecord } from '@/utils/payments/plan-payment-record';
import { books, manageInvoice, nok, record, settlement } from './support/samples';

function plan(
  invoice: AccountingInvoice,
  records: readonly PaymentRecord[],
  other: { manage?: Partial<ManageInvoice>; own?: readonly number[] } = {},
): Decision {
  return planPaymentRecord({
    books: invoice,
    status: paymentStatus(invoice),
    rule: USUALLY_PAID,
    manage: manageInvoice(other.manage),
    records,
    ownRecordIds: new Set(other.own ?? []),
  });
}

/** A decision in a line: what is done, to which record, from what to what, and why not. */
function line(decision: Decision): string {
  const notes = 'notes' in decision ? decision.notes.map(({ code }) => ` (${code})`).join('') : '';
  if (decision.do === 'nothing') return `nothing${notes}`;
  if (decision.do === 'skip') return `skip ${decision.reason.code} ${decision.takeOver ?? ''}`.trim();
  const { change } = decision;
  if (change.strategy !== 'payment-record') return 'the other strategy';
  const id = change.action === 'create' ? '' : ` ${change.recordId}`;
  const shown = ({ amount, date }: typeof change.to) =>
    `${amount === null ? '' : toDecimalText(amount)}@${date ?? ''}`;
  return `${change.action}${id} ${shown(change.from)} → ${shown(change.to)}${notes}`;
}

const paid = books([settlement('payment', '1250', '2026-03-01')]);
const part = books([settlement('payment', '50', '2026-03-01')]);
const twoParts = books([
  settlement('payment', '50', '2026-03-01'),
  settlement('payment', '100', '2026-03-09'),
]);
const creditedLater = books([
  settlement('payment', '1000', '2026-03-01'),
  settlement('credit', '250', '2026-04-15'),
]);
const undated = books([settlement('unclassified', '50', null)]);
const foreign = record('1250', '2026-02-28');
const own = [foreign.id];

describe('the payment record of an invoice', () => {
  it.each<[string, Decision, string]>([
    ['paid in full, none yet', plan(paid, []), 'create @ → 1250.00@2026-03-01'],
    ['paid in part, none yet', plan(part, []), 'create @ → 50.00@2026-03-01'],
    ['paid in two parts, none yet', plan(twoParts, []), 'create @ → 150.00@2026-03-09'],
    ['unpaid, none yet', plan(books(), []), 'nothing'],
    ['as the books have it', plan(part, [record('50', '2026-03-01')]), 'nothing'],
    [
      'as the books have it, made by somebody else',
      plan(paid, [record('1250', '2026-03-01', { appliedBy: 'somebody' })]),
      'nothing',
    ],
    [
      'from before the second payment',
      plan(twoParts, [record('50', '2026-03-01')]),
      'update 501 50.00@2026-03-01 → 150.00@2026-03-09',
    ],
    [
      'of the right amount and the wrong day, our own',
      plan(paid, [foreign], { own }),
      'update 501 1250.00@2026-02-28 → 1250.00@2026-03-01',
    ],
    [
      'without a day, our own',
      plan(paid, [record('1250', null)], { own }),
      'update 501 1250.00@ → 1250.00@2026-03-01',
    ],
    [
      'paid, then closed by a credit',
      plan(creditedLater, [record('1000', '2026-03-01')]),
      'update 501 1000.00@2026-03-01 → 1000.00@2026-04-15',
    ],
    ['no longer paid, our own', plan(books(), [foreign], { own }), 'delete 501 1250.00@2026-02-28 → @'],
    [
      'of a reversed invoice, our own',
      plan({ ...paid, state: 'reversed' }, [foreign], { own }),
      'delete 501 1250.00@2026-02-28 → @',
    ],
    [
      'of a reversed invoice, recognised by its figures',
      plan({ ...paid, state: 'reversed' }, [record('1250', '2026-03-01')]),
      'delete 501 1250.00@2026-03-01 → @',
    ],
    ['of somebody else, on another day', plan(paid, [foreign]), 'skip otherPaymentRecord 501'],
    ['of somebody else on an unpaid invoice', plan(books(), [foreign]), 'skip otherPaymentRecord 501'],
    [
      'two of them, though one is our own',
      plan(paid, [foreign, record('1', '2026-03-01', { id: 502 })], { own }),
      'skip severalPaymentRecords',
    ],
    ['paid on a day nobody knows, none yet', plan(undated, []), 'skip paymentDateUnknown'],
    [
      'paid on a day nobody knows, of another amount',
      plan(undated, [record('20', '2026-03-01')]),
      'skip paymentDateUnknown',
    ],
    ['paid on a day nobody knows, entered by hand', plan(undated, [record('50', '2026-03-01')]), 'nothing'],
    [
      'closed on a day the books know, though no payment has one',
      plan({ ...books([settlement('unclassified', '1250', null)]), closedOn: isoDate('2026-03-07') }, []),
      'create @ → 1250.00@2026-03-07',
    ],
    [
      'paid in full on a day the books do not know, the payments dated',
      plan({ ...paid, closedOn: null }, []),
      'create @ → 1250.00@2026-03-01',
    ],
    [
      'paid beyond what Manage leaves open',
      plan(paid, [], { manage: { credits: nok('250') } }),
      'create @ → 1000.00@2026-03-01 (cappedAtOpenAmount)',
    ],
    [
      'paid, where Manage leaves nothing open',
      plan(paid, [], { manage: { credits: nok('1250') } }),
      'nothing (cappedAtOpenAmount)',
    ],
    [
      'paid, where Manage leaves nothing open any more',
      plan(paid, [foreign], { manage: { credits: nok('1250') }, own }),
      'delete 501 1250.00@2026-02-28 → @ (cappedAtOpenAmount)',
    ],
    [
      'paid in full, one øre short of Manage',
      plan(paid, [], { manage: { total: nok('1250.01') } }),
      'create @ → 1250.01@2026-03-01',
    ],
    [
      'paid in full, one øre above Manage',
      plan(paid, [], { manage: { total: nok('1249.99') } }),
      'create @ → 1249.99@2026-03-01',
    ],
    [
      'paid in full, two øre above Manage',
      plan(paid, [], { manage: { total: nok('1249.98') } }),
      'create @ → 1249.98@2026-03-01 (cappedAtOpenAmount)',
    ],
  ])('%s', (_, decision, expected) => {
    expect(line(decision)).toBe(expected);
  });

  it('names what is left over', () => {
    expect(plan(paid, [], { manage: { credits: nok('250') } })).toMatchObject({
      notes: [{ code: 'cappedAtOpenAmount', params: { over: nok('250') } }],
    });
  });

  it('names what somebody else entered, as far as Manage tells', () => {
    expect(plan(paid, [foreign])).toMatchObject({
      reason: { params: { amount: nok('1250'), date: { day: '2026-02-28' }, by: 'kari' } },
    });
    expect(plan(paid, [record('7', null, { appliedBy: '' })])).toMatchObject({
      reason: { params: { date: '–', by: '–' } },
    });
  });

  it('says which invoice of Manage the change is for', () => {
    expect(plan(paid, [], { manage: { id: 99, number: '00042' } })).toMatchObject({
      change: { strategy: 'payment-record', invoiceId: 99, invoiceNumber: '00042' },
    });
  });
});
