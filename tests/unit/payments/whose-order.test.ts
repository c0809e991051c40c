import { describe, expect, it } from 'vitest';
import { isSameVendor } from '@/utils/payments/whose-order';

const vendor = { customerNumber: '20001', partyName: 'Nordvik Distribusjon AS' };
const company = { companyName: 'Skagerak Data', vendorIdentifier: 'SKAGERAK' };

describe('a bill and an order are one vendor’s', () => {
  it.each([
    [
      'by the vendor’s number, which Manage has for short name',
      { ...company, vendorIdentifier: '20001' },
      [],
    ],
    ['by the name but for its form', { ...company, companyName: 'NORDVIK DISTRIBUSJON' }, []],
    [
      'because the firm says so by names',
      company,
      [{ books: 'nordvik distribusjon', manage: 'Skagerak Data' }],
    ],
    ['because the firm says so by numbers', company, [{ books: ' 20001', manage: 'skagerak' }]],
  ])('%s', (_, other, aliases) => {
    expect(isSameVendor(vendor, other, aliases)).toBe(true);
  });
});

describe('they are not', () => {
  it.each([
    ['where nothing says so', company, []],
    ['by an alias of another vendor', company, [{ books: '20002', manage: 'SKAGERAK' }]],
    ['by an alias of another company', company, [{ books: '20001', manage: 'BOLGEN' }]],
    ['by two empty short names', { companyName: '', vendorIdentifier: '' }, []],
  ])('%s', (_, other, aliases) => {
    expect(
      isSameVendor({ ...vendor, ...(other.companyName === '' && { customerNumber: '' }) }, other, aliases),
    ).toBe(false);
  });

  it('by a name that the books do not tell', () => {
    expect(isSameVendor({ customerNumber: '20001' }, { ...company, companyName: '' }, [])).toBe(false);
  });
});
