import { beforeEach, describe, expect, it } from 'vitest';
import { payNow, unmatch, vendorsOf } from '../../../sandbox/books/happenings';
import { BUSINESS_CENTRAL } from '../../../sandbox/business-central/keys';
import { DYNAMICS_NAV } from '../../../sandbox/dynamics-nav/keys';
import { openBusinessCentral } from './business-central-client';

const TODAY = '2026-11-22';

let desk: ReturnType<typeof openBusinessCentral>;
beforeEach(() => {
  desk = openBusinessCentral();
});

describe('Business Central', () => {
  const company = `companies(${BUSINESS_CENTRAL.company})`;
  const bills = (query = '') => desk.get(`${desk.api}/v2.0/${company}/purchaseInvoices${query}`);
  const ledger = (query = '') =>
    desk.get(`${desk.api}/microsoft/analytics/v1.0/${company}/vendorLedgerEntries${query}`);

  it('lists bills by the vendor’s number, positive, and says nothing of what remains', async () => {
    const { rows } = await bills(`?$filter=vendorInvoiceNumber eq '9001734'`);
    expect(rows).toMatchObject([
      {
        number: '70002',
        vendorNumber: '20002',
        vendorName: 'Skagerak Data ASA',
        payToVendorNumber: '20002',
        totalAmountIncludingTax: 62_000,
        status: 'Open',
      },
    ]);
    expect(rows[0]).not.toHaveProperty('remainingAmount');
  });

  it.each([
    ['what remains', '?$select=remainingAmount'],
    ['the customers’ names for things', `?$filter=externalDocumentNumber eq '1'`],
    ['a filter on a variable of the page', `?$filter=currencyCode eq 'NOK'`],
    ['or between two fields', `?$filter=number eq '1' or vendorInvoiceNumber eq '1'`],
  ])('refuses to tell of bills by %s', async (_, query) => {
    expect((await bills(query)).status).toBe(400);
  });

  it.each<[string, (world: typeof desk.world) => void, boolean]>([
    ['a payment of a part', (world) => payNow(vendorsOf(world), 70_004, 1000, TODAY), false],
    ['the payment that closes it', (world) => payNow(vendorsOf(world), 70_004, 3990, TODAY), true],
  ])('after %s the time stamp of a bill moves only with its status', async (_, happen, moves) => {
    const stampOf = async () =>
      Date.parse(String((await bills(`?$filter=number eq '70004'`)).rows[0]?.['lastModifiedDateTime']));
    const before = await stampOf();
    desk.advance(90_000);
    happen(desk.world);
    expect(await stampOf()).toBe(moves ? desk.world.now() : before);
  });

  it('has what is owed to vendors as negative amounts in their ledger', async () => {
    const { rows } = await ledger(`?$filter=dvleDocumentNo eq '70002'`);
    const [initial] = rows;
    expect(initial).toMatchObject({
      dvleEntryType: 'Initial_x0020_Entry',
      dvleDocumentType: 'Invoice',
      dvleAmountLCY: -62_000,
      dvleVendorNo: '20002',
      purchInvHeaderDocumentNo: '70002',
      vleOpen: true,
    });
    const all = await ledger(`?$filter=vleEntryNo eq ${String(initial?.['vleEntryNo'])}`);
    expect(all.rows.map((row) => row['dvleAmountLCY'])).toEqual([-62_000, 20_000]);
  });

  it('knows no column of the customer ledger there', async () => {
    expect((await ledger('?$filter=cleEntryNo eq 1')).status).toBe(400);
    expect((await ledger('?$select=dvleCustomerNo')).status).toBe(400);
  });

  it('hides what somebody limited, who may be another than the one who limited customers', async () => {
    const { knobs } = desk.world.businessCentral;
    const everything = (await ledger()).rows.length;
    knobs.ledgerFrom = '2027-01-01';
    expect((await ledger()).rows).toHaveLength(everything);
    knobs.vendorLedgerFrom = '2027-01-01';
    expect((await ledger()).rows).toEqual([]);
  });

  it('forbids each list by itself', async () => {
    desk.world.businessCentral.knobs.forbidden.add('purchaseInvoices');
    expect([(await bills()).status, (await ledger()).status, (await desk.invoices()).status]).toEqual([
      403, 200, 200,
    ]);
  });
});

describe('NAV', () => {
  const { baseUrl, user, webServiceKey } = DYNAMICS_NAV;
  const page = (service: string, query = '') =>
    desk.get(`${baseUrl}/Company('Nord%20IT%20AS')/${service}${query}`, {
      authorization: `Basic ${btoa(`${user}:${webServiceKey}`)}`,
    });

  it('shows a bill positive on its document, and negative in the ledger', async () => {
    const { rows: documents } = await page(
      'PostedPurchaseInvoices',
      `?$filter=Vendor_Invoice_No eq '9001734'`,
    );
    expect(documents).toMatchObject([
      { No: '70002', Buy_from_Vendor_No: '20002', Amount_Including_VAT: 62_000, Closed: false },
    ]);
    const { rows: entries } = await page('VendorLedgerEntries', `?$filter=External_Document_No eq '9001734'`);
    expect(entries).toMatchObject([
      {
        Document_No: '70002',
        Vendor_No: '20002',
        Original_Amount: -62_000,
        Remaining_Amount: -42_000,
        Open: true,
      },
    ]);
    const of = String(entries[0]?.['Entry_No']);
    const { rows } = await page('DetailedVendLedgEntries', `?$filter=Vendor_Ledger_Entry_No eq ${of}`);
    expect(rows.map((row) => row['Amount'])).toEqual([-62_000, 20_000]);
  });

  it.each([
    ['VendorLedgerEntries', 'Closed_at_Date'],
    ['VendorLedgerEntries', 'Vendor_Name'],
    ['VendorLedgerEntries', 'Customer_No'],
    ['DetailedVendLedgEntries', 'Cust_Ledger_Entry_No'],
    ['PostedPurchaseInvoices', 'Order_No'],
    ['PostedPurchaseInvoices', 'External_Document_No'],
  ])('has no column that NAV 2018 or vendors’ pages lack: %s, %s', async (service, column) => {
    expect((await page(service, `?$select=${column}`)).status).toBe(400);
    expect((await page(service, `?$filter=${column} eq '1'`)).status).toBe(400);
  });

  it.each([
    [146, 'PostedPurchaseInvoices'],
    [29, 'VendorLedgerEntries'],
    [574, 'DetailedVendLedgEntries'],
  ] as const)(
    'forbids page %i by itself, and serves another where it was published as it',
    async (no, service) => {
      const { knobs, services } = desk.world.dynamicsNav;
      services.set('CustomersInstead', no);
      services.set(service, 25);
      expect((await page(service, '?$select=Customer_No')).status).toBe(200);
      knobs.forbidden.add(no);
      expect([(await page('CustomersInstead')).status, (await page(service)).status]).toEqual([403, 200]);
    },
  );

  it('goes on by new rows as vendors are paid', async () => {
    const before = (await page('DetailedVendLedgEntries')).rows.length;
    payNow(vendorsOf(desk.world), 70_004, 1000, TODAY);
    unmatch(vendorsOf(desk.world), 70_002);
    const { rows } = await page('DetailedVendLedgEntries');
    expect(rows.slice(before).map((row) => [row['Entry_Type'], row['Amount'], row['Unapplied']])).toEqual([
      ['Initial Entry', 1000, false],
      ['Application', 1000, false],
      ['Application', -1000, false],
      ['Application', -20_000, true],
      ['Application', 20_000, true],
    ]);
  });
});
