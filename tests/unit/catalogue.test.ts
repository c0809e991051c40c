import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('Every name in the message catalogue is one that browsers take', () => {
  const names = [...readFileSync('locales/en.yml', 'utf8').matchAll(/^ *([^\s:#'"][^:]*):/gm)].map(
    ([, name]) => name ?? '',
  );
  expect(names.length).toBeGreaterThan(400);
  // Chromium refuses the whole extension for a single other one.
  expect(names.filter((name) => !/^\w+$/.test(name))).toEqual([]);
});
