import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameVendorName } from '@/utils/payments/vendor-name';

describe('two names are one vendor’s', () => {
  it.each([
    ['Nordvik Distribusjon AS', 'NORDVIK DISTRIBUSJON'],
    ['Nordvik Distribusjon AS', 'Nordvik Distribusjon A/S'],
    ['AS Nordvik', 'Nordvik, AS'],
    ['Haugland & Sønner', 'Haugland og Sønner AS'],
    ['Haugland  Sønner', 'Haugland and Sønner'],
    ['Bayside Networks Inc.', 'Bayside Networks, Incorporated'],
    ['Bayside Networks Corp', 'Bayside Networks Corporation'],
    ['Rheinkabel-Müller GmbH & Co. KG', 'Rheinkabel Muller GmbH'],
    ['Atelier Lefèvre S.A.R.L.', 'ATELIER LEFEVRE'],
    ["O'Leary & Finch Limited", 'OLeary & Finch Ltd'],
    ['Data As a Service', 'data as a service'],
    ['Ｎｏｒｄ　ＩＴ', 'Nord IT'],
    ['J. Smith B.V.', 'J Smith'],
  ])('%s and %s', (a, b) => {
    expect(sameVendorName(a, b)).toBe(true);
    expect(sameVendorName(b, a)).toBe(true);
  });
});

describe('two names are two vendors’', () => {
  it.each([
    ['a firm in Norway and its sister in Sweden', 'Nord IT AS', 'Nord IT AB'],
    ['one whose name goes on', 'Nordvik', 'Nordvik Distribusjon'],
    ['one that has the form within its name', 'Data As a Service', 'Data a Service'],
    ['nothing but the form of a company', 'AS', 'AS'],
    ['no name', '', ''],
    ['a letter that is another one', 'Sønner', 'Sanner'],
  ])('%s', (_, a, b) => {
    expect(sameVendorName(a, b)).toBe(false);
    expect(sameVendorName(b, a)).toBe(false);
  });
});

it('case, blanks, punctuation and a form behind it never tell a name from itself', () => {
  const words = fc.array(fc.stringMatching(/^[a-zæøå]{3,8}$/), { minLength: 1, maxLength: 4 });
  const form = fc.constantFrom('', ' AS', ', A/S', ' Ltd.', ' GmbH', ' Inc');
  const between = fc.constantFrom(' ', '  ', '-', ', ', ' & ');
  fc.assert(
    fc.property(words, form, between, (parts, suffix, separator) => {
      // A name of forms alone is no name.
      const name = `firm ${parts.join(' ')} x`;
      const written = `${name.split(' ').join(separator).toUpperCase()}${suffix}`;
      expect(sameVendorName(name, written)).toBe(true);
    }),
  );
});
