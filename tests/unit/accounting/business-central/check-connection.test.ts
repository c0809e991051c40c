import { describe, expect, it } from 'vitest';
import { keepBooks } from './support/books';
import { fakeBusinessCentral, never, refusal, type FakeOptions } from './support/fake-business-central';

async function checked(options: FakeOptions = {}, books = openInvoices()) {
  const results = await fakeBusinessCentral(books, options).check(never);
  return results.map(({ probe, verdict, evidence, reason }) =>
    [probe, verdict, evidence, reason?.code].filter((part) => part !== undefined && part !== '').join(' '),
  );
}

function openInvoices() {
  const books = keepBooks();
  for (const number of ['A', 'B', 'C']) books.invoice(number, 1000);
  return books;
}

describe('the connection check', () => {
  it('says who is signed in, where, and how dates are known', async () => {
    expect(await checked()).toEqual([
      'microsoftSignIn ok kari@nord-it.example',
      'businessCentralEnvironment ok Production',
      'businessCentralCompany ok Nord IT',
      'businessCentralClock ok 2026-02-01T08:03:00.000Z',
      'businessCentralInvoices ok',
      'businessCentralLedger ok businessCentralLedgerExact',
      'businessCentralLedgerWhole ok 3/3',
    ]);
  });

  it('says what it means that the ledger is not offered, and offers custom fields first', async () => {
    expect((await checked({ analytics: false })).slice(-2)).toEqual([
      'businessCentralLedger warning businessCentralLedgerMissing',
      'businessCentralDates warning businessCentralDatesChoice',
    ]);
  });

  it('says which days count once the user has accepted them', async () => {
    const options = { analytics: false, connection: { datedWhenFirstSeen: true } };
    expect((await checked(options)).at(-1)).toBe(
      'businessCentralDates warning businessCentralDatesFirstSeen',
    );
  });

  it('tells a missing permission for the ledger from a missing ledger', async () => {
    const options: FakeOptions = {
      instead: (url) =>
        url.pathname.endsWith('customerLedgerEntries') ? refusal(403, 'Unknown') : undefined,
    };
    expect(await checked(options)).toContain('businessCentralLedger warning businessCentralLedgerForbidden');
  });

  it('notices that a filter hides old invoices', async () => {
    const books = openInvoices();
    books.lines.splice(0, 2);
    const results = await fakeBusinessCentral(books).check(never);
    expect(results.at(-1)).toEqual({
      probe: 'businessCentralLedgerWhole',
      verdict: 'warning',
      evidence: '1/3',
      reason: {
        code: 'businessCentralLedgerFiltered',
        params: { asked: '3', found: '1' },
      },
    });
  });

  it('has nothing to compare where no invoice is open', async () => {
    expect((await checked({}, keepBooks())).at(-1)).toBe(
      'businessCentralLedger ok businessCentralLedgerExact',
    );
  });

  it('warns of a clock that is wrong', async () => {
    const books = openInvoices();
    const results = await fakeBusinessCentral(books, {
      now: () => books.now() + 5 * 60_000,
      date: new Date(books.now()).toUTCString(),
    }).check(never);
    expect(results.find(({ probe }) => probe === 'businessCentralClock')).toMatchObject({
      verdict: 'warning',
      reason: { code: 'clockDiffersFrom', params: { minutes: '5' } },
    });
  });

  it('is silent about a clock it does not know', async () => {
    expect((await checked({ date: null })).join()).not.toContain('businessCentralClock');
  });

  it.each<[string, FakeOptions, string]>([
    [
      'nobody may be there',
      { connection: { environment: 'Test' } },
      'businessCentralEnvironment failed businessCentralEnvironmentUnknown',
    ],
    ['no company', { connection: { company: '' } }, 'businessCentralCompany failed businessCentralNotChosen'],
    [
      'no such company',
      { connection: { company: 'Other' } },
      'businessCentralCompany failed businessCentralCompanyUnknown',
    ],
    [
      'no permission for invoices',
      {
        instead: (url) => (url.pathname.endsWith('salesInvoices') ? refusal(403, 'Unknown') : undefined),
      },
      'businessCentralInvoices failed businessCentralForbidden',
    ],
  ])('ends with what failed first: %s', async (_, options, last) => {
    expect((await checked(options)).at(-1)).toBe(last);
  });

  it('is ended by its signal', async () => {
    await expect(fakeBusinessCentral(openInvoices()).check(AbortSignal.abort())).rejects.toThrow();
  });
});
