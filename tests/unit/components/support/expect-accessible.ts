import axe from 'axe-core';
import { expect } from 'vitest';

/** Colours and layout need a real browser; everything else axe knows is asked for here. */
const NEEDS_LAYOUT = ['color-contrast', 'target-size'];

/** Fails with what axe finds wrong in the element, by rule and place. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, {
    resultTypes: ['violations'],
    rules: Object.fromEntries(NEEDS_LAYOUT.map((rule) => [rule, { enabled: false }])),
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
