import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessCentralAddress, INVOICE_ADDRESS, invoiceAddress } from '@/utils/payments/invoice-address';

const SITE = 'na.myconnectwise.net';
const MANAGE = 'https://{site}/open.rails?recordType=InvoiceFV&recid={id}';

describe('where an invoice is opened', () => {
  it.each([
    [MANAGE, { site: SITE, id: '42' }, `https://${SITE}/open.rails?recordType=InvoiceFV&recid=42`],
    [
      MANAGE,
      { site: 'manage.firm.example:8443', id: '7' },
      'https://manage.firm.example:8443/open.rails?recordType=InvoiceFV&recid=7',
    ],
    [
      'https://books.example/i/{number}',
      { number: 'A/1?b#c&d' },
      'https://books.example/i/A%2F1%3Fb%23c%26d',
    ],
    ["https://books.example/?q='{number}'", { number: "O'Hara" }, 'https://books.example/?q=%27O%27Hara%27'],
    ['https://books.example/i/{number}/edit', { number: '..' }, null],
    ['https://books.example/i/{number}', { number: '' }, null],
    ['https://books.example/i/{id}', { number: '42' }, null],
    ['', { number: '42' }, null],
  ])('%s for %j is %s', (template, values, address) => {
    expect(invoiceAddress(template, values)).toBe(address);
  });

  it('without encryption only where that was allowed', () => {
    const plain = 'http://nav.firm.example:8080/nav/?no={number}';
    expect(invoiceAddress(plain, { number: '1' })).toBeNull();
    expect(invoiceAddress(plain, { number: '1' }, { allowHttp: true })).toBe(
      'http://nav.firm.example:8080/nav/?no=1',
    );
  });

  it.each([
    'javascript:alert(1)//{number}',
    'data:text/html,{number}',
    'https://{number}/',
    'https://{number}.example/',
    'https://books.example{number}',
    'https://user:{number}@books.example/',
    'https://books.example@evil.example/{number}',
    'https://books.example\\@evil.example/{number}',
    'https://books.example/{company}',
    'https://books.example/{number',
    'https://books.example/ {number}',
    '//books.example/{number}',
    'books.example/{number}',
  ])('is no address: %s', (template) => {
    expect(INVOICE_ADDRESS.test(template)).toBe(false);
    expect(invoiceAddress(template, { site: SITE, id: '1', number: '1' }, { allowHttp: true })).toBeNull();
  });

  it('never elsewhere, whatever the number', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (number) => {
        const inPath = invoiceAddress('https://books.example/firm/{number}', { number });
        if (inPath !== null) {
          const { origin, pathname, search, hash } = new URL(inPath);
          expect(origin).toBe('https://books.example');
          expect(pathname.split('/')).toHaveLength(3);
          expect(pathname.startsWith('/firm/')).toBe(true);
          expect(search + hash).toBe('');
        }
        const asked = invoiceAddress('https://books.example/?no={number}&x=1', { number });
        if (asked === null) return;
        expect([...new URL(asked).searchParams.keys()]).toEqual(['no', 'x']);
        expect(new URL(asked).searchParams.get('no')).toBe(number.toWellFormed());
      }),
    );
  });
});

describe('a posted invoice in Business Central', () => {
  const books = { tenantId: 'aaaa-bbbb', environment: 'Production', company: 'CRONUS Norge AS' };

  it('is opened on its page, by its number', () => {
    const address = new URL(businessCentralAddress(books, '103032') ?? '');
    expect(address.origin + address.pathname).toBe(
      'https://businesscentral.dynamics.com/aaaa-bbbb/Production/',
    );
    expect(Object.fromEntries(address.searchParams)).toEqual({
      company: 'CRONUS Norge AS',
      page: '132',
      filter: "'No.' IS '103032'",
    });
    expect(address.search).toContain('company=CRONUS%20Norge%20AS&');
  });

  it.each([
    ['whose number would end the filter', books, "1' OR"],
    ['without a number', books, ''],
    ['of an environment that is not chosen yet', { ...books, environment: '' }, '1'],
    ['of a company that is not chosen yet', { ...books, company: '' }, '1'],
  ])('%s is not', (_, of, number) => {
    expect(businessCentralAddress(of, number)).toBeNull();
  });

  it('cannot be led elsewhere by names', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (company, number) => {
        const address = businessCentralAddress({ ...books, company }, number);
        if (address === null) return;
        const { searchParams, hash } = new URL(address);
        expect([...searchParams.keys()]).toEqual(['company', 'page', 'filter']);
        expect(searchParams.get('company')).toBe(company);
        expect(hash).toBe('');
      }),
    );
  });
});
