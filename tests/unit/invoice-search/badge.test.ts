// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
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

describe('pressing a badge', () => {
  const pressedInRow = () => {
    const onPress = vi.fn();
    const { element } = createBadge(document, badgeContent('12345', factsOf('paid'), 'en-US'), onPress);
    const row = document.createElement('div');
    const heard: string[] = [];
    for (const kind of ['click', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'keydown', 'keyup'])
      row.addEventListener(kind, (event) => heard.push(event.type));
    row.append(element);
    document.body.replaceChildren(row);
    const button = element.shadowRoot?.querySelector('button');
    if (!button) throw new Error('a badge is a button');
    return { button, heard, onPress };
  };

  test('is not heard by its row, which would be selected or opened', () => {
    const { button, heard } = pressedInRow();
    for (const kind of ['pointerdown', 'mousedown', 'mouseup', 'click', 'dblclick'])
      button.dispatchEvent(new MouseEvent(kind, { bubbles: true, composed: true }));
    for (const key of ['Enter', ' '])
      button.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    expect(heard).toEqual([]);
  });

  test('leaves all other keys to the page', () => {
    const { button, heard } = pressedInRow();
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true }));
    expect(heard).toEqual(['keydown']);
  });

  test('is nothing that a script of the page can do', () => {
    const { button, onPress } = pressedInRow();
    button.click();
    expect(onPress).not.toHaveBeenCalled();
  });
});
