import { expect, it } from 'vitest';
import { minorUnitDigits } from '@/utils/payments/currency';

it.each([
  ['NOK', 2],
  ['USD', 2],
  ['JPY', 0],
  ['ISK', 0],
  ['UGX', 0],
  ['KWD', 3],
  ['CLF', 4],
  ['HUF', 2],
  ['XYZ', 2],
  ['', 2],
  ['constructor', 2],
  ['__proto__', 2],
])('the minor unit of %j has %d decimals', (currency, digits) => {
  expect(minorUnitDigits(currency)).toBe(digits);
});
