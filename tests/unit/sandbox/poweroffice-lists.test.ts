import { beforeEach, describe, expect, it } from 'vitest';
import { powerOfficeApi } from '../../../sandbox/poweroffice-go/api';
import type { LedgerEntryRow, OutgoingInvoiceRow } from '../../../sandbox/poweroffice-go/state';
import { createWorld } from '../../../sandbox/world';
import { createClock, NOW, signIn } from './poweroffice-client';

const world = createWorld(NOW, createClock());
const LEDGER = '/v2/Customerledger';
const SINCE = 'balanceLastChangedDateTimeOffsetGreaterThan';
let get: Awaited<ReturnType<typeof signIn>>;

beforeEach(async () => {
  get = await signIn(powerOfficeApi(world));
});

async function invoices(query = ''): Promise<OutgoingInvoiceRow[]> {
  const answer = await get(`/v2/OutgoingInvoices?${query}`);
  return answer.status === 204 ? [] : ((await answer.json()) as OutgoingInvoiceRow[]);
}

async function entries(path: string): Promise<LedgerEntryRow[]> {
  const answer = await get(LEDGER + path);
  return answer.status === 204 ? [] : ((await answer.json()) as LedgerEntryRow[]);
}

describe('A list', () => {
  it('is a bare array of PascalCase rows without any paging header', async () => {
    const answer = await get('/v2/OutgoingInvoices?invoiceNos=12345');
    const [row] = (await answer.json()) as OutgoingInvoiceRow[];
    expect(row).toMatchObject({ InvoiceNo: 12345, CustomerNo: 10018, TotalAmount: 1250, Balance: 0 });
    expect(answer.headers.get('x-pagination')).toBeNull();
  });

  it('is 204 without a body when it is empty', async () => {
    const answer = await get('/v2/OutgoingInvoices?invoiceNos=99999');
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  });

  it.each([
    '/v2/OutgoingInvoices?lastChangedDateTimeOffsetGreaterThan=2026-10-23T00:00:00Z',
    '/v2/OutgoingInvoices?$filter=Balance eq 0',
    '/v2/OutgoingInvoices?resourceParameter[PageSize]=10',
    '/v2/OutgoingInvoices?pageSize=10',
    '/v2/OutgoingInvoices?PageSize=10&PageSize=20',
    '/v2/OutgoingInvoices?PageSize=20001',
    '/v2/OutgoingInvoices?PageSize=0',
    '/v2/OutgoingInvoices?PageNumber=0',
    '/v2/OutgoingInvoices?Fields=InvoiceNo,PaidDate',
    '/v2/OutgoingInvoices?OrderBy=PaidDate',
    '/v2/OutgoingInvoices?invoiceNos=12345,abc',
    '/v2/OutgoingInvoices?invoiceNos=-12345',
    '/v2/OutgoingInvoices?onlyUnpaidInvoices=yes',
    '/v2/OutgoingInvoices?fromDate=23.10.2026',
    `/v2/OutgoingInvoices?${SINCE}=2026-10-23`,
    `/v2/OutgoingInvoices?${SINCE}=2026-10-23T00:00:00`,
    `/v2/OutgoingInvoices?${SINCE}=2026-10-23T00:00:00.0000000+00:00`,
    `/v2/OutgoingInvoices?${SINCE}=2026-10-23T00:00:00.00000001Z`,
    `${LEDGER}/EntriesByMatchId?matchId=abc`,
    `${LEDGER}/EntriesByMatchId?matchIds=1`,
    `${LEDGER}/Statement?fromDate=2026-10-01&toDate=2026-11-23&onlyUnpaidInvoices=true`,
  ])('refuses %s with 400 and says why', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      title: expect.any(String) as string,
      detail: expect.any(String) as string,
      status: 400,
    });
  });

  it.each(['/Statement', '/Statement?fromDate=2026-10-01', '/OpenItems', '/EntriesByMatchId'])(
    'has no ledger at %s, where something required is missing: 404, not 400',
    async (path) => {
      expect((await get(LEDGER + path)).status).toBe(404);
    },
  );

  it('has 5,000 rows on a page unless told otherwise, and pages that do not overlap', async () => {
    const all = await invoices();
    expect(all).toHaveLength(world.powerOffice.invoices.length);
    const pages = [];
    for (let page = 1; page <= 5; page += 1) pages.push(await invoices(`PageSize=50&PageNumber=${page}`));
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 50, 50, all.length - 200]);
    expect(pages.flat()).toEqual(all);
  });

  it('comes in an order that tells nothing of when things happened', async () => {
    const times = (await invoices()).map((row) => row.BalanceLastChangedDateTimeOffset);
    expect(times).not.toEqual([...times].sort());
    expect(times).not.toEqual([...times].sort().reverse());
  });

  it('is sorted and cut to some fields when asked to, whatever their casing', async () => {
    const rows = await invoices('invoiceNos=12345,12301&OrderBy=invoiceNo desc&Fields=invoiceNo,totalAmount');
    expect(rows).toEqual([
      { InvoiceNo: 12345, TotalAmount: 1250 },
      { InvoiceNo: 12301, TotalAmount: 18_750 },
    ]);
  });
});

describe('The filters of OutgoingInvoices', () => {
  const numbers = async (query: string) => (await invoices(query)).map((row) => row.InvoiceNo).sort();

  it('take numbers and ranges, open ones too', async () => {
    expect(await numbers('invoiceNos=12307-12309, 12345')).toEqual([12307, 12308, 12309, 12345]);
    expect(await numbers('invoiceNos=12390-')).toEqual([12390, 12391]);
  });

  it('leave out the very moment asked for, to the seventh digit', async () => {
    const [row] = await invoices('invoiceNos=12345');
    const changed = row?.BalanceLastChangedDateTimeOffset ?? '';
    expect(changed).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}\+00:00$/);
    const earlier = changed.replace(
      /(\d{7})\+/,
      (_, digits: string) => `${String(Number(digits) - 1).padStart(7, '0')}+`,
    );
    const asked = (since: string) => numbers(`invoiceNos=12345&${SINCE}=${encodeURIComponent(since)}`);
    expect(await asked(changed)).toEqual([]);
    expect(await asked(earlier)).toEqual([12345]);
    const inOslo = changed.replace(
      /T(\d\d)/,
      (_, hour: string) => `T${String(Number(hour) + 1).padStart(2, '0')}`,
    );
    expect(await asked(inOslo.replace('+00:00', '+01:00'))).toEqual([]);
  });

  it('know an unpaid invoice by its balance, credit notes included', async () => {
    const rows = await invoices('onlyUnpaidInvoices=true');
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.every(({ Balance }) => Balance !== 0)).toBe(true);
  });

  it('take voucher dates with both ends included', async () => {
    const [row] = await invoices('invoiceNos=12345');
    const day = row?.VoucherDate ?? '';
    expect(await numbers(`fromDate=${day}&toDate=${day}`)).toContain(12345);
    expect(await numbers(`fromDate=${day}&toDate=${day}&customerNos=10001-10017`)).not.toContain(12345);
  });

  it('give one invoice by its id, in any case', async () => {
    const [row] = await invoices('invoiceNos=12345');
    const answer = await get(`/v2/OutgoingInvoices/${row?.Id.toUpperCase()}`);
    expect(await answer.json()).toEqual(row);
  });
});

describe('The customers’ ledger', () => {
  const whole = 'fromDate=2000-01-01&toDate=2027-11-23';

  it('shows the documented example: one bank journal line closes invoice 12345', async () => {
    const [invoice] = await invoices('invoiceNos=12345');
    const group = await entries(`/EntriesByMatchId?matchId=${invoice?.MatchId}`);
    expect(
      group.map(({ VoucherType, Amount, Balance, InvoiceNo }) => ({
        VoucherType,
        Amount,
        Balance,
        InvoiceNo,
      })),
    ).toEqual([
      { VoucherType: 'OutgoingInvoice', Amount: 1250, Balance: 0, InvoiceNo: '12345' },
      { VoucherType: 'BankJournal', Amount: -1250, Balance: 0, InvoiceNo: null },
    ]);
  });

  it('has nothing for a match that is not on it', async () => {
    expect((await get(`${LEDGER}/EntriesByMatchId?matchId=1`)).status).toBe(204);
  });

  it('does not find payments by invoice number', async () => {
    const found = await entries(`/Statement?${whole}&invoiceNos=12345`);
    expect(found.map(({ VoucherType }) => VoucherType)).toEqual(['OutgoingInvoice']);
  });

  it('shows balances of today up to today and beyond, and of the last day asked for before that', async () => {
    const balanceOf12307 = async (toDate: string) =>
      (await entries(`/Statement?fromDate=2026-01-01&toDate=${toDate}&invoiceNos=12307`))[0]?.Balance;
    expect(await balanceOf12307('2027-11-23')).toBe(0);
    expect(await balanceOf12307('2026-11-23')).toBe(0);
    expect(await balanceOf12307('2026-11-19')).toBe(10_000);
    expect(await balanceOf12307('2026-11-02')).toBe(20_000);
    expect(await balanceOf12307('2026-10-18')).toBe(30_000);
  });

  it('lists what was open at the end of a day', async () => {
    const openOn = async (date: string) =>
      (await entries(`/OpenItems?date=${date}&voucherTypes=OutgoingInvoice`)).map(
        ({ InvoiceNo }) => InvoiceNo,
      );
    expect(await openOn('2026-11-18')).toContain('12345');
    expect(await openOn('2026-11-19')).not.toContain('12345');
  });

  it('tells apart what was matched by what is left of it, credit notes included', async () => {
    const found = await entries(`/Statement?${whole}&onlyBalancesLessThanAmount=true&customerNos=10018`);
    expect(found.map(({ InvoiceNo }) => InvoiceNo)).toContain('12345');
    expect(found.every(({ Amount, Balance }) => Math.abs(Balance) < Math.abs(Amount))).toBe(true);
  });

  it('writes some days with a time part', async () => {
    const [giro] = await entries(`/Statement?${whole}&voucherTypes=IncomingOcrGiro`);
    expect(giro?.PostingDate).toMatch(/^\d{4}-\d\d-\d\dT00:00:00$/);
  });
});
