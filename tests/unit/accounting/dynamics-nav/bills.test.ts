import { describe, expect, it } from 'vitest';
import type { ChangeQuery, Watermark } from '@/utils/accounting/source';
import { isoDate } from '@/utils/payments/iso-date';
import { navLedger, type NavLedger } from './support/nav-ledger';
import { navServer, never, SERVICES, type ServerOptions } from './support/nav-server';
import { vendorPages } from './support/vendor-pages';

const ALL: ChangeQuery = { from: 'watermark', watermark: '{"entryNo":0,"marks":[]}' as Watermark };
const FROM_DAY: ChangeQuery = { from: 'day', day: isoDate('2026-01-01'), timeZone: 'Europe/Oslo' };
const after = (watermark: Watermark): ChangeQuery => ({ from: 'watermark', watermark });

const vendorsOf = (ledger: NavLedger, options: ServerOptions = {}) =>
  navServer(vendorPages(ledger), { ...options, ledger: 'payable' });

describe('a vendor’s bill', () => {
  it('is told by the vendor’s own number and name, and positive where it is owed', async () => {
    const ledger = navLedger();
    ledger.settle(ledger.invoice('108001', 1000, { external: 'ND-48210', customer: '20001' }), 400);
    const { invoices } = await vendorsOf(ledger).changes(ALL);
    expect(invoices).toMatchObject([
      {
        number: 'ND-48210',
        kind: 'invoice',
        ledger: 'payable',
        customerNumber: '20001',
        partyName: 'Vendor 20001',
        total: { minor: 100_000 },
        settlements: [{ kind: 'payment', amount: { minor: 40_000 } }],
        remaining: { minor: 60_000 },
      },
    ]);
  });

  it('is of the vendor it was bought from, where another is paid', async () => {
    const ledger = navLedger();
    ledger.settle(ledger.invoice('108001', 1000, { customer: '20001' }), 1000);
    const pages = vendorPages(ledger);
    const bills = pages[146].map((row) => ({
      ...row,
      Buy_from_Vendor_No: '20077',
      Buy_from_Vendor_Name: 'Bought from',
    }));
    const server = navServer({ ...pages, 146: bills }, { ledger: 'payable' });
    const [bill] = (await server.changes(ALL)).invoices;
    expect([bill?.customerNumber, bill?.partyName, bill?.remaining?.minor]).toEqual([
      '20077',
      'Bought from',
      0,
    ]);
  });

  it('that was booked through a journal alone has its number from the ledger, and no name', async () => {
    const ledger = navLedger();
    ledger.settle(ledger.invoice('J-1', 1000, { journal: true, customer: '20001' }), 1000);
    const server = vendorsOf(ledger);
    const { invoices } = await server.changes(ALL);
    expect(invoices).toMatchObject([{ number: 'J-1', customerNumber: '20001', remaining: { minor: 0 } }]);
    expect(invoices[0]).not.toHaveProperty('partyName');
    expect((await server.source.lookUp(['J-1'], never)).invoices).toEqual(invoices);
  });

  it('is not known by the firm’s own number', async () => {
    const ledger = navLedger();
    ledger.invoice('108001', 1000, { external: 'ND-48210' });
    const { source } = vendorsOf(ledger);
    expect((await source.lookUp(['108001'], never)).invoices).toEqual([]);
    expect((await source.lookUp(['ND-48210'], never)).invoices).toHaveLength(1);
  });

  it('that cannot be read is told by the vendor’s number', async () => {
    const ledger = navLedger();
    ledger.settle(ledger.invoice('108001', 1000, { external: 'ND-1' }), 1000);
    ledger.settle(ledger.invoice('108002', 1000, { external: 'ND-2' }), 1000);
    const pages = { ...vendorPages(ledger) };
    pages[29] = pages[29].map((row, at) => (at === 0 ? { ...row, Open: 'perhaps' } : row));
    const { numbers, unreadable } = await navServer(pages, { ledger: 'payable' }).changes(ALL);
    expect(numbers).toEqual(['ND-2']);
    expect(unreadable).toMatchObject([
      { number: 'ND-1', reason: { code: 'wrongShape', params: { what: 'VendorLedgerEntries' } } },
    ]);
  });
});

describe('a number that two vendors use', () => {
  function sameNumber() {
    const ledger = navLedger();
    ledger.invoice('108001', 1000, { external: '4711', customer: '20001' });
    const second = ledger.invoice('108002', 500, { external: '4711', customer: '20002' });
    return { ledger, second };
  }

  it('comes with the bills of both, though only one changed', async () => {
    const { ledger, second } = sameNumber();
    const { watermark } = await vendorsOf(ledger).changes(ALL);
    ledger.settle(second, 500);
    const { invoices } = await vendorsOf(ledger).changes(after(watermark));
    expect(invoices.map(({ customerNumber }) => customerNumber).sort()).toEqual(['20001', '20002']);
  });

  it('comes with both from a day, though a page of the ledger holds but one of them', async () => {
    const { ledger } = sameNumber();
    const server = vendorsOf(ledger);
    server.state.knobs.maxPageSize = 1;
    const { invoices } = await server.changes(FROM_DAY);
    expect(invoices.map(({ customerNumber }) => customerNumber).sort()).toEqual(['20001', '20002']);
  });

  it('is looked up of both', async () => {
    const { ledger } = sameNumber();
    const { invoices } = await vendorsOf(ledger).source.lookUp(['4711'], never);
    expect(invoices.map(({ customerNumber }) => customerNumber).sort()).toEqual(['20001', '20002']);
  });
});

it.each([
  ['posted as a document', false],
  ['booked through a journal alone', true],
])('two bills of one vendor under one number come together, the other %s', async (_, journal) => {
  const ledger = navLedger();
  const mine = ledger.invoice('108001', 1000, { external: '108002' });
  ledger.invoice('108002', 1000, { journal });
  const { watermark } = await vendorsOf(ledger).changes(ALL);
  ledger.settle(mine, 400);
  const { pages } = await vendorsOf(ledger).changes(after(watermark));
  expect(pages.map(({ invoices }) => invoices.length).filter((count) => count > 0)).toEqual([2]);
});

describe('bills of several numbers that a journal has under one of its own', () => {
  const OPENING = { journal: true, customer: '20001' };

  it('are told of where they changed, and the others are left alone', async () => {
    const ledger = navLedger();
    const open = ledger.invoice('OPENING', 900, { ...OPENING, external: '100' });
    ledger.settle(ledger.invoice('OPENING', 700, { ...OPENING, external: '123' }), 700);
    ledger.invoice('108001', 700, { external: '123', customer: '20001' });
    const first = await vendorsOf(ledger).changes(ALL);
    expect([...first.numbers].sort()).toEqual(['100', '123', '123']);
    ledger.settle(open, 900);
    expect((await vendorsOf(ledger).changes(after(first.watermark))).numbers).toEqual(['100']);
  });

  it('do not keep another vendor’s bill of such a number from being told', async () => {
    const ledger = navLedger();
    ledger.settle(ledger.invoice('OPENING', 700, { ...OPENING, external: '123', on: '2025-12-01' }), 700, {
      on: '2025-12-02',
    });
    ledger.settle(
      ledger.invoice('108001', 500, { external: '123', customer: '20002', on: '2025-12-01' }),
      200,
      {
        on: '2025-12-02',
      },
    );
    ledger.invoice('OPENING', 900, { ...OPENING, external: '100' });
    const { pages } = await vendorsOf(ledger).changes(FROM_DAY);
    const told = pages.map(({ invoices }) =>
      invoices.map((each) => `${each.number} ${each.customerNumber}`).sort(),
    );
    expect(told.filter(({ length }) => length > 0)).toEqual([['100 20001'], ['123 20001', '123 20002']]);
  });

  it('are known as reversed each by itself', async () => {
    const ledger = navLedger();
    ledger.invoice('OPENING', 900, { ...OPENING, external: '100' });
    const wrong = ledger.invoice('OPENING', 700, { ...OPENING, external: '123' });
    const { watermark } = await vendorsOf(ledger).changes(ALL);
    ledger.reverse(wrong);
    const { invoices } = await vendorsOf(ledger).changes(after(watermark));
    expect(invoices.map(({ number, state }) => `${number} ${state}`)).toEqual(['123 reversed']);
  });

  it('are read though one of them is of a kind that is not known', async () => {
    const ledger = navLedger();
    ledger.invoice('OPENING', 900, { ...OPENING, external: '100', type: 'Faktura' });
    ledger.settle(ledger.invoice('OPENING', 700, { ...OPENING, external: '123' }), 700);
    const { numbers, unreadable } = await vendorsOf(ledger).changes(ALL);
    expect(numbers).toEqual(['123']);
    expect(unreadable).toMatchObject([{ number: '100', reason: { code: 'navDocumentTypeUnknown' } }]);
    expect((await vendorsOf(ledger).source.lookUp(['123'], never)).unreadable).toEqual([]);
  });
});

describe('the check of a connection’s bills', () => {
  const services = ['PostedPurchaseInvoices', 'VendorLedgerEntries', 'DetailedVendLedgEntries'] as const;
  const probes = ['navBills', 'navVendorEntries', 'navVendorDetailed'];

  function server(options: ServerOptions = {}) {
    const ledger = navLedger();
    ledger.settle(ledger.invoice('108001', 500), 500);
    return vendorsOf(ledger, options);
  }
  const check = async (nav: ReturnType<typeof server>) =>
    (await nav.check(never)).map(({ probe, verdict, evidence, reason }) =>
      [probe, verdict, evidence, reason?.code].filter(Boolean).join(' '),
    );

  it('tries what is theirs', async () => {
    expect(await check(server())).toEqual(probes.map((probe, at) => `${probe} ok ${services[at]}`));
  });

  it.each(services)('names a page that is not published: %s', async (service) => {
    const nav = server();
    nav.state.services.delete(service);
    const lines = await check(nav);
    expect(lines).toContain(`${probes[services.indexOf(service)]} failed ${service} navServiceMissing`);
    await expect(nav.changes(ALL)).rejects.toMatchObject({ reason: { code: 'navServiceMissing' } });
  });

  it.each([
    [146, 'navBills', 'PostedPurchaseInvoices'],
    [29, 'navVendorEntries', 'VendorLedgerEntries'],
    [574, 'navVendorDetailed', 'DetailedVendLedgEntries'],
  ] as const)(
    'tells a permission that is missing, and which ones are: page %i',
    async (page, probe, what) => {
      const nav = server();
      nav.state.knobs.forbidden.add(page);
      expect(await check(nav)).toContain(`${probe} failed ${what} navBillsPermissionMissing`);
      await expect(nav.changes(ALL)).rejects.toMatchObject({
        reason: { code: 'navBillsPermissionMissing', params: { what } },
      });
    },
  );

  it('recognises the customers’ page under the vendors’ name', async () => {
    const nav = server();
    nav.state.services.set('VendorLedgerEntries', 25);
    const [, entries] = await nav.check(never);
    expect(entries?.reason).toEqual({
      code: 'navOtherPage',
      params: {
        service: 'VendorLedgerEntries',
        page: '29 Vendor Ledger Entries',
        actual: '25 Customer Ledger Entries',
      },
    });
  });

  it('can have any names', async () => {
    const renamed = { ...SERVICES, bills: 'Kjop', vendorEntries: 'Poster', vendorDetailed: 'Detaljer' };
    const nav = server({ connection: { services: renamed } });
    nav.state.services.clear();
    for (const [name, page] of [['Kjop', 146], ['Poster', 29], ['Detaljer', 574]] as const) nav.state.services.set(name, page); // prettier-ignore
    expect(await check(nav)).toEqual([
      'navBills ok Kjop',
      'navVendorEntries ok Poster',
      'navVendorDetailed ok Detaljer',
    ]);
  });

  it('says in one line that the server does not even answer', async () => {
    const nav = server({ webServiceKey: 'wrong' });
    expect(await check(nav)).toEqual(['navBills failed PostedPurchaseInvoices navSignInRefused']);
  });
});
