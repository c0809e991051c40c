// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { createBadge } from '@/utils/invoice-search/badge';
import { badgeContent } from '@/utils/invoice-search/badge-content';
import type { BadgeFacts } from '@/utils/messaging/protocol';
import { factsOf } from './support/facts';

const STATES: BadgeFacts['state'][] = [
  'unpaid',
  'partly-paid',
  'paid',
  'nothing-to-pay',
  'credit-memo',
  'credited',
];

const shadowOf = (facts: BadgeFacts, number = '12345'): ShadowRoot => {
  const { shadowRoot } = createBadge(document, badgeContent(number, facts, 'en-US'), () => undefined).element;
  if (shadowRoot === null) throw new Error('a badge has a shadow root');
  return shadowRoot;
};

describe('a badge is told in words', () => {
  test.each<[BadgeFacts, string]>([
    [
      factsOf('paid', 125_000, '2020-03-01'),
      'Invoice 12345: Paid Amount $1,250.00, Date Paid Mar 1, 2020, paid in full',
    ],
    [factsOf('paid'), 'Invoice 12345: Paid Amount $1,250.00, paid in full'],
    [factsOf('paid', 125_000, null), 'Invoice 12345: Paid Amount $1,250.00, paid in full'],
    [factsOf('partly-paid', 5_000), 'Invoice 12345: Paid Amount $50.00, partly paid'],
    [factsOf('partly-paid', 5_000, '2020-03-01'), 'Invoice 12345: Paid Amount $50.00, partly paid'],
    [factsOf('unpaid', 0), 'Invoice 12345: Paid Amount $0.00, unpaid'],
    [factsOf('credited', 0), 'Invoice 12345: Paid Amount $0.00, credited'],
    [factsOf('nothing-to-pay', 0), 'Invoice 12345: nothing to pay'],
    [factsOf('credit-memo', 0), 'Invoice 12345: credit memo'],
  ])('%o', (facts, name) => {
    expect(badgeContent('12345', facts, 'en-US').name).toBe(name);
  });

  test('as a button with that name, which opens a dialog', () => {
    const button = shadowOf(factsOf('unpaid', 0)).querySelector('button');
    expect(button?.getAttribute('aria-haspopup')).toBe('dialog');
    expect(button?.getAttribute('aria-label')).toMatch(/^Invoice 12345: .*, unpaid$/);
  });
});

describe('a badge shows', () => {
  const parts = (facts: BadgeFacts): (string | null)[] =>
    [...shadowOf(facts).querySelectorAll('.face > span')].map(({ textContent }) => textContent);

  test('amount, compact amount and date of a paid invoice', () => {
    expect(parts(factsOf('paid', 125_000, '2020-03-01'))).toEqual(['$1,250.00', '$1.25K', '3/1/20']);
  });

  test('no date unless the invoice is paid in full', () => {
    expect(parts(factsOf('partly-paid', 5_000, '2020-03-01'))).toEqual(['$50.00', '$50']);
  });

  test('only a sign where there is nothing to pay', () => {
    expect(parts(factsOf('nothing-to-pay', 0))).toEqual([]);
  });

  test('each state by a shape of its own', () => {
    const shapes = STATES.map((state) =>
      [...shadowOf(factsOf(state)).querySelectorAll('.sign path')]
        .map((path) => path.getAttribute('d'))
        .join(' '),
    );
    expect(new Set(shapes).size).toBe(STATES.length);
    expect(shapes).not.toContain('');
  });
});

test('a number that looks like markup stays text', () => {
  const hostile = '<img src=x onerror="alert(1)">';
  const root = shadowOf(factsOf('paid'), hostile);
  expect(root.querySelector('button')?.getAttribute('aria-label')).toContain(hostile);
  expect(root.querySelector('img')).toBeNull();
});
