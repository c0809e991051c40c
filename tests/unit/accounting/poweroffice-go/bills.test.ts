import { describe, expect, it, test } from 'vitest';
import type { ChangePage, ChangeQuery } from '@/utils/accounting/source';
import { isoDate } from '@/utils/payments/iso-date';
import { toDecimalText } from '@/utils/payments/money';
import { fakePowerOffice, never, type FakeBooks } from './support/fake-power-office';
import { inWords } from './support/read';
import { billEntry, billRow, entryRow, type BillRow } from './support/rows';

const MARCH: ChangeQuery = { from: 'day', day: isoDate('2026-03-01'), timeZone: 'Europe/Oslo' };
const BEFORE = '2026-01-01T00:00:00.0000000+00:00';

/** Books with these bills, each with its own entry in the ledger. */
const booksOf = (bills: readonly BillRow[], more: Partial<FakeBooks> = {}): FakeBooks => ({
  bills,
  ...more,
  entries: [...bills.map((bill) => billEntry(bill)), ...(more.entries ?? [])],
});

async function changes(books: FakeBooks) {
  const fake = fakePowerOffice(books);
  const pages: ChangePage[] = [];
  for await (const page of fake.source.changes(MARCH, never)) pages.push(page);
  const invoices = pages.flatMap((page) => page.invoices);
  return { ...fake, pages, invoices, unreadable: pages.flatMap((page) => page.unreadable) };
}

/** What the product makes of one bill. */
async function understood(bill: BillRow, ...others: Parameters<typeof entryRow>[0][]) {
  const { invoices } = await changes(booksOf([bill], { entries: others.map(entryRow) }));
  return invoices.map((each) => ({ total: toDecimalText(each.total), ...inWords(each) }))[0];
}

describe('a bill in the books', () => {
  it('is told with the vendor, by the number that the vendor gave it', async () => {
    const { invoices } = await changes(booksOf([billRow({ InvoiceNo: '000451' })]));
    expect(invoices).toMatchObject([
      {
        id: 'bill-40001',
        number: '000451',
        kind: 'invoice',
        ledger: 'payable',
        state: 'posted',
        customerNumber: '20001',
        partyName: 'Supplier 20001',
        total: { minor: 100_000, currency: 'NOK' },
        remaining: { minor: 100_000, currency: 'NOK' },
        settlements: [],
        closedOn: null,
      },
    ]);
  });

  test.each([
    ['BankJournal', 'payment'],
    ['OutgoingPayments', 'payment'],
    ['IncomingBankRemittance', 'payment'],
    ['ManualJournal', 'payment'],
    ['IncomingCreditNote', 'credit'],
    ['Expense', 'unclassified'],
    ['Unknown', 'unclassified'],
  ])('closed by %s was settled by a %s', async (VoucherType, kind) => {
    const bill = billRow({ MatchId: 7, Balance: 0 });
    const told = await understood(bill, { Amount: 1000, VoucherType });
    expect(told).toMatchObject({ total: '1000.00', settled: [`${kind} 1000.00 2026-03-01`], remaining: '0.00' }); // prettier-ignore
  });

  it('paid in part leaves what is still owed', async () => {
    const bill = billRow({ MatchId: 7, Balance: -600 });
    const told = await understood(bill, { Amount: 400 });
    expect(told).toMatchObject({ settled: ['payment 400.00 2026-03-01'], remaining: '600.00', closedOn: null }); // prettier-ignore
  });

  it('written off was not paid', async () => {
    const bill = billRow({ MatchId: 7, Balance: 0 });
    const told = await understood(bill, { Amount: 1000, VoucherType: 'ManualJournal', IsWriteOff: true });
    expect(told).toMatchObject({ settled: ['write-off 1000.00 2026-03-01'], closedOn: null });
  });

  it('in a foreign currency is told in it, at whatever rate it was paid', async () => {
    const bill = billRow({
      MatchId: 7,
      CurrencyCode: 'EUR',
      CurrencyExchangeRate: 11.5,
      TotalAmount: -100,
      TotalPostedAmount: -1150,
      Balance: 0,
    });
    const told = await understood(bill, { Amount: 1180, CurrencyAmount: 100, CurrencyCode: 'EUR', Balance: 0 }); // prettier-ignore
    expect(told).toMatchObject({
      total: '100.00',
      settled: ['payment 100.00 2026-03-01'],
      remaining: '0.00',
    });
  });

  it('nullified is owed no more', async () => {
    const { invoices } = await changes(booksOf([billRow({ IsReversed: true, MatchId: 7, Balance: 0 })]));
    expect(invoices).toMatchObject([{ state: 'reversed', settlements: [], remaining: { minor: 0 } }]);
  });

  it('of the vendor to the firm is a credit note, with a negative total', async () => {
    const { invoices } = await changes(
      booksOf([billRow({ VoucherType: 'IncomingCreditNote', TotalAmount: 250 })]),
    );
    expect(invoices).toMatchObject([{ kind: 'credit-note', total: { minor: -25_000 } }]);
  });

  it('of a vendor that the ledger does not name is told by the vendor’s number alone', async () => {
    const { invoices } = await changes({ bills: [billRow()] });
    expect(invoices).toMatchObject([{ customerNumber: '20001' }]);
    expect(invoices[0]).not.toHaveProperty('partyName');
  });
});

describe('bills that share a number', () => {
  const ours = billRow({ VoucherNo: 40_001 });
  const others = billRow({ VoucherNo: 40_002, SupplierNo: 20004, BalanceLastChangedDateTimeOffset: BEFORE });

  it('come together, of whatever vendor, when one of them changed', async () => {
    const { pages } = await changes(booksOf([ours, others]));
    expect(pages.map(({ invoices }) => invoices.map((each) => each.partyName))).toEqual([
      ['Supplier 20001', 'Supplier 20004'],
    ]);
  });

  it('come on one page, once, when they are a page apart', async () => {
    const between = Array.from({ length: 1000 }, (_, at) =>
      billRow({ VoucherNo: 50_000 + at, InvoiceNo: `X${at}` }),
    );
    const late = { ...others, BalanceLastChangedDateTimeOffset: ours.BalanceLastChangedDateTimeOffset };
    const { pages } = await changes(booksOf([ours, ...between, late]));
    const where = pages.map(({ invoices }) =>
      invoices.filter(({ number }) => number === 'B-100').map(({ id }) => id),
    );
    expect(where).toEqual([['bill-40001', 'bill-40002'], []]);
  });

  it('are found by that number, whenever they changed', async () => {
    const { source } = fakePowerOffice(
      booksOf([ours, others, billRow({ VoucherNo: 40_003, InvoiceNo: 'B-1' })]),
    );
    const { invoices, watermark } = await source.lookUp(['B-100'], never);
    expect(invoices.map(({ id }) => id)).toEqual(['bill-40001', 'bill-40002']);
    expect(watermark).toBeNull();
  });

  it('are never taken for those of a number written otherwise', async () => {
    const bills = [billRow({ InvoiceNo: 'b-100' }), billRow({ VoucherNo: 40_002, InvoiceNo: '0B-100' })];
    // A filter that does not mind how a number is written.
    const { source } = fakePowerOffice({
      ...booksOf(bills),
      instead: ({ pathname }) =>
        pathname.endsWith('/Statement')
          ? { text: JSON.stringify(bills.map((bill) => billEntry(bill))) }
          : undefined,
    });
    expect((await source.lookUp(['B-100'], never)).invoices).toEqual([]);
  });
});

describe('looking bills up', () => {
  it('asks for nothing where no bill can have such a number, or none could be asked for', async () => {
    const { source, requests } = fakePowerOffice(booksOf([billRow()]));
    const found = await source.lookUp(['', '  ', 'A,B', 'x'.repeat(101), 'a\u0000b'], never);
    expect(found).toEqual({ invoices: [], unreadable: [], watermark: null });
    expect(requests).toEqual([]);
  });

  it('never uses a filter that the list does not have', async () => {
    const { source, asked } = fakePowerOffice(booksOf([billRow()]));
    await source.lookUp(['B-100'], never);
    expect(asked('IncomingInvoices').map(({ search }) => search)).toEqual([
      '?voucherNos=40001&PageNumber=1&PageSize=1000',
    ]);
    expect(asked('Statement').map(({ search }) => search)).toEqual([
      '?fromDate=1990-01-01&toDate=2027-03-11&invoiceNos=B-100&PageNumber=1&PageSize=1000',
    ]);
  });

  it('keeps every address within 2,000 characters, whatever the numbers are', async () => {
    const bills = Array.from({ length: 900 }, (_, at) =>
      billRow({ VoucherNo: 40_000 + at * 3, InvoiceNo: `Ø&/${at}#${'x'.repeat(at % 40)}` }),
    );
    const { source, requests } = fakePowerOffice(booksOf(bills));
    const { invoices } = await source.lookUp(
      bills.flatMap(({ InvoiceNo }) => InvoiceNo ?? []),
      never,
    );
    expect(invoices).toHaveLength(900);
    for (const { href } of requests) expect(href.length).toBeLessThanOrEqual(2000);
  });
});

describe('what cannot be read of bills', () => {
  const bill = billRow();

  test.each([
    ['with an amount in words', { TotalAmount: 'much' }, 'TotalAmount: not a number'],
    ['with an amount beyond reason', { TotalAmount: -1e12 }, 'TotalAmount: too large for an amount'],
    ['with a number that is no text', { InvoiceNo: 4711 }, 'InvoiceNo: not text'],
    // The sign is read out of the words of the vendor's description; nothing must be made of another.
    [
      'with the sign of a credit note',
      { TotalAmount: 1000 },
      'TotalAmount: positive, where a bill is negative',
    ],
  ])('a bill %s is told by its number', async (_, wrong, where) => {
    const { invoices, unreadable } = await changes({
      bills: [{ ...bill, ...wrong } as unknown as BillRow, billRow({ VoucherNo: 40_002, InvoiceNo: 'B-2' })],
    });
    expect(invoices.map(({ number }) => number)).toEqual(['B-2']);
    expect(unreadable).toEqual([
      {
        number: String('InvoiceNo' in wrong ? wrong.InvoiceNo : 'B-100'),
        reason: { code: 'wrongShape', params: { what: 'PowerOffice Go IncomingInvoices', where } },
      },
    ]);
  });

  it('a bill whose own entry is malformed is told with all that share its number', async () => {
    const { invoices, unreadable } = await changes({
      bills: [bill, billRow({ VoucherNo: 40_002, SupplierNo: 20004 })],
      entries: [billEntry(bill, { PostingDate: '2026-02-30' })],
    });
    expect(invoices).toEqual([]);
    expect(unreadable).toMatchObject([{ number: 'B-100', reason: { code: 'wrongShape' } }]);
  });

  it('a bill that has no number yet belongs to no order', async () => {
    const { invoices, unreadable } = await changes(
      booksOf([billRow({ InvoiceNo: null }), billRow({ InvoiceNo: '' })]),
    );
    expect([invoices, unreadable]).toEqual([[], []]);
  });

  it('names the privileges that reading bills takes where it is refused', async () => {
    const instead: FakeBooks['instead'] = ({ pathname }) =>
      pathname.endsWith('/IncomingInvoices') ? { status: 403 } : undefined;
    await expect(changes(booksOf([bill], { instead }))).rejects.toMatchObject({
      reason: { code: 'powerOfficeForbidden', params: { privileges: 'IncomingInvoice, SupplierLedger' } },
    });
  });
});

describe('the connection check of bills', () => {
  const check = (integration: Record<string, unknown>) => {
    const fake = fakePowerOffice({
      bills: [],
      instead: ({ pathname }) =>
        pathname.endsWith('/ClientIntegrationInformation')
          ? { text: JSON.stringify(integration) }
          : undefined,
    });
    return fake.check(never);
  };

  it('tells only what bills need beside invoices', async () => {
    const results = await check({ ValidPrivileges: ['IncomingInvoice', 'SupplierLedger_Full'] });
    expect(results).toEqual([
      { probe: 'powerOfficePrivileges', verdict: 'ok', evidence: 'IncomingInvoice, SupplierLedger' },
      { probe: 'powerOfficeBills', verdict: 'ok', evidence: 'HTTP 204' },
      { probe: 'powerOfficeSupplierLedger', verdict: 'ok', evidence: 'HTTP 204' },
    ]);
  });

  it('names what is missing for them', async () => {
    const [privileges] = await check({ ValidPrivileges: ['OutgoingInvoice', 'CustomerLedger'] });
    expect(privileges?.reason).toEqual({
      code: 'powerOfficePrivilegeMissing',
      params: { privileges: 'IncomingInvoice, SupplierLedger' },
    });
  });
});
