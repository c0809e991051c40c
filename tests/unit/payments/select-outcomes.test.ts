import { describe, expect, it } from 'vitest';
import { money } from '@/utils/payments/money';
import type { Outcome } from '@/utils/payments/outcome';
import { reason } from '@/utils/payments/reason';
import { selectOutcomes, type OutcomeQuery } from '@/utils/payments/select-outcomes';

const outcome = (invoiceNumber: string, more: Partial<Outcome> = {}): Outcome => ({
  invoiceNumber,
  kind: 'failed',
  reasons: [],
  ...more,
});

const OUTCOMES: readonly Outcome[] = [
  outcome('10', { company: 'Ærlig AS', total: money(500, 'NOK'), reasons: [reason('timeout')] }),
  outcome('9', { company: 'Café Bølgen', total: money(270_000, 'NOK'), reasons: [reason('network')] }),
  outcome('100', { total: money(10, 'EUR') }),
  outcome('A-1', { company: 'acme', reasons: [reason('network')] }),
  outcome('8', { kind: 'updated', company: 'acme' }),
];

const select = (query: Partial<OutcomeQuery>): string[] =>
  selectOutcomes(
    OUTCOMES,
    { kind: 'failed', search: '', order: 'number', descending: false, ...query },
    ({ code }) => `Because of ${code}.`,
    'en',
  ).map(({ invoiceNumber }) => invoiceNumber);

describe('a list of outcomes', () => {
  it.each<[Partial<OutcomeQuery>, string[]]>([
    [{ order: 'number' }, ['9', '10', '100', 'A-1']],
    [{ order: 'number', descending: true }, ['A-1', '100', '10', '9']],
    [{ order: 'company' }, ['A-1', '10', '9', '100']],
    [{ order: 'amount' }, ['100', '10', '9', 'A-1']],
    [{ order: 'reason' }, ['9', 'A-1', '10', '100']],
    [{ kind: 'updated' }, ['8']],
    [{ kind: 'skipped' }, []],
  ])('asked for by %j is %j', (query, numbers) => {
    expect(select(query)).toEqual(numbers);
  });

  it.each([
    ['1', ['10', '100', 'A-1']],
    ['CAFE', ['9']],
    ['2700.00', ['9']],
    ['NOK 2,700.00', ['9']],
    ['2.700,00', ['9']],
    ['2 700,5', []],
    ['2’700', ['9']],
    ['because NETWORK', ['9', 'A-1']],
    ['acme network', ['A-1']],
    ['  ', ['9', '10', '100', 'A-1']],
    ['.*', []],
  ])('searched for “%s” is %j', (search, numbers) => {
    expect(select({ search })).toEqual(numbers);
  });
});
