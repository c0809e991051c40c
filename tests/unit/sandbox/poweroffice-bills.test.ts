import { beforeEach, describe, expect, it } from 'vitest';
import { powerOfficeApi } from '../../../sandbox/poweroffice-go/api';
import type { IncomingInvoiceRow, SupplierEntryRow } from '../../../sandbox/poweroffice-go/state';
import { createWorld } from '../../../sandbox/world';
import { createClock, NOW, signIn } from './poweroffice-client';

const world = createWorld(NOW, createClock());
const LEDGER = '/v2/Supplierledger';
const SINCE = 'balanceLastChangedDateTimeOffsetGreaterThan';
const WHOLE = 'fromDate=2000-01-01&toDate=2027-11-23';
let get: Awaited<ReturnType<typeof signIn>>;

beforeEach(async () => {
  get = await signIn(powerOfficeApi(world));
});

async function bills(query = ''): Promise<IncomingInvoiceRow[]> {
  const answer = await get(`/v2/IncomingInvoices?${query}`);
  return answer.status === 204 ? [] : ((await answer.json()) as IncomingInvoiceRow[]);
}

async function entries(path: string): Promise<SupplierEntryRow[]> {
  const answer = await get(LEDGER + path);
  return answer.status === 204 ? [] : ((await answer.json()) as SupplierEntryRow[]);
}

const billOf = async (number: string) => {
  const [entry] = await entries(`/Statement?${WHOLE}&invoiceNos=${number}`);
  const [bill] = await bills(`voucherNos=${entry?.VoucherNo}`);
  if (bill === undefined) throw new Error(`there is no bill ${number}`);
  return bill;
};

describe('The list of incoming invoices', () => {
  it('has texts for numbers and negative amounts for what is owed', async () => {
    expect(await billOf('ND-48210')).toMatchObject({
      InvoiceNo: 'ND-48210',
      VoucherType: 'IncomingInvoice',
      SupplierNo: 20001,
      TotalAmount: -18_400,
      TotalPostedAmount: -18_400,
      Balance: 0,
      IsReversed: null,
    });
    expect(await billOf('000451')).toMatchObject({ InvoiceNo: '000451' });
    expect(await billOf('9001734')).toMatchObject({ TotalAmount: -62_000, Balance: -42_000 });
    expect(await billOf('9001699')).toMatchObject({ IsReversed: true });
  });

  it('has positive amounts for what a supplier credited, and names what was credited', async () => {
    expect(await billOf('ND-K-907')).toMatchObject({
      VoucherType: 'IncomingCreditNote',
      TotalAmount: 3_125,
      RelatedInvoiceNo: 'ND-48199',
    });
  });

  it('has foreign amounts in two currencies', async () => {
    expect(await billOf('INV-2209')).toMatchObject({
      CurrencyCode: 'USD',
      TotalAmount: -4_250,
      TotalPostedAmount: -43_439.25,
      CurrencyExchangeRate: 10.221,
    });
  });

  it.each([
    'invoiceNos=10045',
    'customerNos=20001',
    'lastChangedDateTimeOffsetGreaterThan=2026-10-23T00:00:00Z',
    'sentDateTimeOffsetGreaterThan=2026-10-23T00:00:00Z',
    'orderNos=1',
    'voucherTypes=OutgoingInvoice',
    'supplierNos=abc',
    `${SINCE}=2026-10-23`,
  ])('refuses %s with 400', async (query) => {
    expect((await get(`/v2/IncomingInvoices?${query}`)).status).toBe(400);
  });

  it('is 204 without a body when it is empty', async () => {
    const answer = await get('/v2/IncomingInvoices?supplierNos=1-2');
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  });

  it('takes suppliers, vouchers, days, types and what is unpaid', async () => {
    const all = await bills();
    expect(all).toHaveLength(world.powerOffice.bills.length);
    const of20006 = await bills('supplierNos=20006');
    expect(of20006.map(({ InvoiceNo }) => InvoiceNo).sort()).toEqual(['10045', '771200341', '771200988']);
    const credits = await bills('voucherTypes=IncomingCreditNote');
    expect(credits.map(({ InvoiceNo }) => InvoiceNo).sort()).toEqual(['000439-K', 'ND-K-907']);
    const unpaid = await bills('onlyUnpaidInvoices=true');
    expect(unpaid.every(({ Balance }) => Balance < 0)).toBe(true);
    const bill = await billOf('10099');
    const sameDay = await bills(`fromDate=${bill.VoucherDate}&toDate=${bill.VoucherDate}`);
    expect(sameDay.map(({ Id }) => Id)).toContain(bill.Id);
  });

  it('leaves out the very moment asked for', async () => {
    const { BalanceLastChangedDateTimeOffset: changed, VoucherNo } = await billOf('ND-48210');
    const since = encodeURIComponent(changed ?? '');
    expect(await bills(`voucherNos=${VoucherNo}&${SINCE}=${since}`)).toEqual([]);
  });

  it('gives one bill by its id', async () => {
    const bill = await billOf('KR-5512');
    expect(await (await get(`/v2/IncomingInvoices/${bill.Id}`)).json()).toEqual(bill);
    expect((await get('/v2/IncomingInvoices/00000000-0000-0000-0000-000000000000')).status).toBe(404);
  });
});

describe('The ledger of suppliers', () => {
  it('shows a match group: the bill negative, the payment positive, only the bill with a number', async () => {
    const { MatchId } = await billOf('ND-48210');
    const group = await entries(`/EntriesByMatchId?matchId=${MatchId}`);
    const told = group.map(({ VoucherType, Amount, Balance, InvoiceNo, SupplierName }) => [
      VoucherType,
      Amount,
      Balance,
      InvoiceNo,
      SupplierName,
    ]);
    expect(told).toEqual([
      ['IncomingInvoice', -18_400, 0, 'ND-48210', 'Nordvik Distribusjon AS'],
      ['BankJournal', 18_400, 0, null, 'Nordvik Distribusjon AS'],
    ]);
  });

  it('is another ledger than the customers’, with match groups of its own', async () => {
    const { MatchId } = await billOf('ND-48210');
    expect((await get(`/v2/Customerledger/EntriesByMatchId?matchId=${MatchId}`)).status).toBe(204);
    expect((await get(`${LEDGER}/EntriesByMatchId?matchId=1`)).status).toBe(204);
  });

  it('finds bills of every supplier by number, and no payments', async () => {
    const found = await entries(`/Statement?${WHOLE}&invoiceNos=10045,KR-5512`);
    expect(found.map(({ SupplierAccountNo }) => SupplierAccountNo).sort()).toEqual([
      20001, 20004, 20006, 20007,
    ]);
    expect(new Set(found.map(({ VoucherType }) => VoucherType))).toEqual(new Set(['IncomingInvoice']));
  });

  it('shows what was open on a day of the past', async () => {
    const openOn = async (date: string) =>
      (await entries(`/OpenItems?date=${date}`)).map(({ InvoiceNo }) => InvoiceNo);
    expect(await openOn('2026-11-17')).toContain('ND-48210');
    expect(await openOn('2026-11-18')).not.toContain('ND-48210');
  });

  it('tells what was matched by a filter of its own name', async () => {
    const found = await entries(`/Statement?${WHOLE}&onlyBalancesGreaterThanAmount=true&supplierNos=20006`);
    expect(found.map(({ InvoiceNo }) => InvoiceNo)).toEqual(['771200341', '10045', null, null]);
    for (const query of ['onlyBalancesLessThanAmount=true', 'customerNos=20006']) {
      expect((await get(`${LEDGER}/Statement?${WHOLE}&${query}`)).status).toBe(400);
    }
  });

  it('writes some days with a time part', async () => {
    const [old] = await entries(`/Statement?${WHOLE}&voucherTypes=OutgoingPayments`);
    expect(old?.PostingDate).toMatch(/^\d{4}-\d\d-\d\dT00:00:00$/);
  });

  it.each(['/Statement', '/Statement?fromDate=2026-10-01', '/OpenItems', '/EntriesByMatchId'])(
    'is not found at %s, where something required is missing',
    async (path) => {
      expect((await get(LEDGER + path)).status).toBe(404);
    },
  );
});

describe('What the integration may read of suppliers', () => {
  it.each([
    ['IncomingInvoice', '/v2/IncomingInvoices', `${LEDGER}/EntriesByMatchId?matchId=1`],
    ['SupplierLedger', `${LEDGER}/EntriesByMatchId?matchId=1`, '/v2/IncomingInvoices'],
  ] as const)('goes by the privilege %s', async (privilege, refused, allowed) => {
    const narrow = createWorld(NOW, createClock());
    narrow.powerOffice.privileges.delete(privilege);
    const ask = await signIn(powerOfficeApi(narrow));
    expect((await ask(refused)).status).toBe(403);
    expect((await ask(allowed)).ok).toBe(true);
    expect((await ask('/v2/OutgoingInvoices')).status).toBe(200);
  });

  it('counts with everything else towards ten requests in a second', async () => {
    const ask = await signIn(powerOfficeApi(world));
    const statuses = [];
    for (let at = 0; at < 10; at += 1) statuses.push((await ask('/v2/IncomingInvoices')).status);
    // The sign-in was the first of ten.
    expect(statuses).toEqual([...Array<number>(9).fill(200), 429]);
  });
});
