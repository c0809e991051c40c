import { expect, it } from 'vitest';
import { createGroupCache } from '@/utils/accounting/poweroffice-go/group-cache';

it('the cache of match groups keeps the 5000 read last', () => {
  const cache = createGroupCache();
  const group = { entries: [], surelyWhole: true };
  for (let id = 0; id < 5000; id += 1) cache.keep(String(id), group);
  cache.keep('0', group);
  cache.keep('5000', group);
  expect(cache.get('0')).toBe(group);
  expect(cache.get('1')).toBeUndefined();
  expect(cache.get('2')).toBe(group);
});
