import fc from 'fast-check';
import { expect, it } from 'vitest';
import { billKey, billOfKey } from '@/utils/payments/bill-key';

it('a key reads as people would write it', () => {
  expect(billKey({ bill: 'ND-48210', vendor: '20001' })).toBe('ND-48210 · 20001');
});

it('a key names its bill again, whatever the bill’s number holds', () => {
  const vendor = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !text.includes(' · '));
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 50 }), vendor, (bill, of) => {
      expect(billOfKey(billKey({ bill, vendor: of }))).toEqual({ bill, vendor: of });
    }),
  );
});

it.each(['PO3001', '', ' · 20001', 'A · ', 'A·B'])('%j is no key of a bill', (text) => {
  expect(billOfKey(text)).toBeNull();
});
