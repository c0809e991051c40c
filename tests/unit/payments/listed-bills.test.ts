import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listedBills } from '@/utils/payments/listed-bills';

it.each([
  ['', []],
  ['   ', []],
  ['ND-48210', ['ND-48210']],
  [' 000451 ', ['000451']],
  ['9001741; 9001790', ['9001741', '9001790']],
  ['9001741,9001790', ['9001741', '9001790']],
  ['000460 + 000472', ['000460', '000472']],
  ['A & B / C', ['A', 'B', 'C']],
  ['A\r\nB\nC', ['A', 'B', 'C']],
  ['RM/2026/118', ['RM/2026/118']],
  ['A+B', ['A+B']],
  ['R&D-7', ['R&D-7']],
  ['A,,B, A', ['A', 'B']],
  ['A / / B', ['A', 'B']],
  ['INV 2209', ['INV 2209']],
])('%j lists %j', (field, bills) => {
  expect(listedBills(field)).toEqual(bills);
});

it('lists every number that was put into it, whatever stood between them', () => {
  const number = fc.stringMatching(/^[A-Z0-9][A-Z0-9/&+-]{0,8}[A-Z0-9]$/);
  const between = fc.constantFrom(',', ', ', ';', ' ; ', '\n', ' + ', ' & ', ' / ');
  fc.assert(
    fc.property(fc.uniqueArray(number, { minLength: 1, maxLength: 5 }), between, (numbers, separator) => {
      expect(listedBills(numbers.join(separator))).toEqual(numbers);
    }),
  );
});
