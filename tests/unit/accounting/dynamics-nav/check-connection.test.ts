import { describe, expect, it, test } from 'vitest';
import type { ChangeQuery, Watermark } from '@/utils/accounting/source';
import { Problem } from '@/utils/payments/problem';
import { navLedger } from './support/nav-ledger';
import { navServer, never, SERVICES, type ServerOptions } from './support/nav-server';

const ALL: ChangeQuery = { from: 'watermark', watermark: '{"entryNo":0,"marks":[]}' as Watermark };
const ORIGIN = 'https://nav.nordit.example';

type Server = ReturnType<typeof navServer>;

function serverWith(options: ServerOptions = {}, change: (server: Server) => void = () => undefined): Server {
  const ledger = navLedger();
  ledger.settle(ledger.invoice('1001', 500), 500);
  ledger.invoice('1002', 500, { currency: 'EUR' });
  const server = navServer(ledger.pages, options);
  change(server);
  return server;
}

async function check(options: ServerOptions = {}, change?: (server: Server) => void) {
  const results = await serverWith(options, change).check(never);
  return {
    results,
    /** What is not as it should be, by probe. */
    amiss: results.flatMap(({ probe, verdict, reason }) =>
      verdict === 'ok' ? [] : [{ probe, verdict, code: reason?.code, params: reason?.params }],
    ),
  };
}

/** What a run that meets the same is told. */
async function told(options: ServerOptions = {}, change?: (server: Server) => void) {
  const error: unknown = await serverWith(options, change)
    .changes(ALL)
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof Problem)) throw new Error('the run went through');
  return error.reason;
}

describe('a check of a connection', () => {
  it('tells what it found where all is well', async () => {
    const { results } = await check();
    expect(results.map(({ probe, verdict, evidence }) => `${probe} ${verdict}: ${evidence}`)).toEqual([
      `navReachable ok: ${ORIGIN}`,
      'navSignIn ok: PAYMENTSYNC',
      'navCompany ok: Nord IT AS',
      'navInvoices ok: PostedSalesInvoices',
      'navEntries ok: CustomerLedgerEntries',
      'navDetailed ok: DetailedCustLedgEntries',
      'navCurrency ok: NOK, EUR',
      'navOptions ok: Invoice, Payment',
      'navClock ok: 2026-03-10T12:00:00.000Z',
    ]);
  });

  it('takes a few requests, however large the ledger', async () => {
    const server = serverWith();
    await server.check(never);
    expect(server.requests).toHaveLength(4);
  });

  it('says nothing of currency and names of an empty ledger', async () => {
    const results = await navServer(navLedger().pages).check(never);
    expect(results.map(({ probe }) => probe)).not.toContain('navCurrency');
    expect(results.every(({ verdict }) => verdict === 'ok')).toBe(true);
  });

  it('ends when it is stopped', async () => {
    await expect(serverWith().check(AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
  });
});

describe('a server that cannot be reached', () => {
  it.each(['network', 'timeout'] as const)(
    'by way of %s is told with its address and four causes',
    async (code) => {
      const instead = () => {
        throw new Problem(code, { host: 'nav' }, { retryable: true });
      };
      const expected = { code: 'navUnreachable', params: { origin: ORIGIN } };
      expect(await told({ instead })).toEqual(expected);
      expect((await check({ instead })).amiss).toEqual([
        { probe: 'navReachable', verdict: 'failed', ...expected },
      ]);
    },
  );

  it('any more after it has answered is told as what happened', async () => {
    let asked = 0;
    const instead = () => {
      asked += 1;
      if (asked > 1) throw new Problem('network', { host: 'nav' }, { retryable: true });
      return undefined;
    };
    expect(await told({ instead })).toMatchObject({ code: 'network' });
  });
});

describe('a server without OData V4', () => {
  it('is told with the address and what to enable', async () => {
    const off = ({ state }: Server): void => void (state.knobs.odataV4 = false);
    const address = `${ORIGIN}/DynamicsNAV110/ODataV4`;
    expect(await told({}, off)).toEqual({ code: 'navNoODataV4', params: { address } });
    expect((await check({}, off)).amiss).toMatchObject([{ probe: 'navReachable', code: 'navNoODataV4' }]);
  });
});

describe('a sign-in', () => {
  it('of Windows alone is told to the administrator with what to change', async () => {
    const windows = ({ state }: Server): void => void (state.knobs.credentialType = 'Windows');
    const expected = { code: 'navWindowsSignIn', params: { origin: ORIGIN, schemes: 'Negotiate, NTLM' } };
    expect(await told({}, windows)).toEqual(expected);
    const { results, amiss } = await check({}, windows);
    expect(results[0]).toMatchObject({ probe: 'navReachable', verdict: 'ok' });
    expect(amiss).toEqual([{ probe: 'navSignIn', verdict: 'failed', ...expected }]);
  });

  test.each([
    ['a wrong key', { webServiceKey: 'wrong' }],
    ['a user who is not there', { connection: { user: 'NOBODY' } }],
    ['a refusal that names no way to sign in', { instead: () => new Response('', { status: 401 }) }],
    [
      'a server that takes both ways',
      {
        instead: () =>
          new Response('', { status: 401, headers: { 'WWW-Authenticate': 'Negotiate, Basic realm=""' } }),
      },
    ],
  ])('with %s is told with its three usual causes', async (_, options: ServerOptions) => {
    expect(await told(options)).toMatchObject({ code: 'navSignInRefused', params: { origin: ORIGIN } });
    expect((await check(options)).amiss).toMatchObject([{ probe: 'navSignIn', code: 'navSignInRefused' }]);
  });

  test.each([
    ['user', { connection: { user: 'ÅSE' } }],
    ['key', { webServiceKey: 'nøkkel' }],
  ])(
    'with letters beyond ASCII in the %s is refused before anything is sent',
    async (_, options: ServerOptions) => {
      const server = serverWith(options);
      expect((await server.check(never)).map(({ probe, reason }) => [probe, reason?.code])).toEqual([
        ['navSignIn', 'navSignInNotAscii'],
      ]);
      expect(server.requests).toEqual([]);
    },
  );

  it('revoked half-way ends the run with its causes', async () => {
    let asked = 0;
    const instead = () => ((asked += 1) > 2 ? new Response('', { status: 401 }) : undefined);
    expect(await told({ instead })).toMatchObject({ code: 'navSignInRefused' });
  });

  it('sends user and key as they are, and never in an address', async () => {
    const server = serverWith();
    await server.check(never);
    const [first] = server.sent;
    expect(atob(first?.headers?.Authorization?.slice('Basic '.length) ?? '')).toMatch(
      /^PAYMENTSYNC:k2Zr.*=$/,
    );
    for (const { url } of server.sent) expect(url).not.toContain('k2Zr');
  });
});

describe('a company', () => {
  test.each([
    ['that was renamed', 'Nord IT Norge AS', { code: 'navCompanyNotFound' }],
    ['in other letters', 'NORD IT AS', { code: 'navCompanyCase', params: { actual: 'Nord IT AS' } }],
  ])('%s is told with the names there are', async (_, company, why) => {
    const options = { connection: { company } };
    expect(await told(options)).toEqual({ code: 'navCompanyNotFound', params: { company } });
    const { results, amiss } = await check(options);
    expect(amiss).toMatchObject([{ probe: 'navCompany', code: why.code }]);
    expect(results.find(({ probe }) => probe === 'navCompany')).toMatchObject({
      evidence: 'Nord IT AS',
      reason: why,
    });
  });

  it('with a quote in its name is asked for by it', async () => {
    const company = "O'Leary & Finch";
    const server = serverWith({ connection: { company } }, ({ state }) => void (state.company = company));
    expect((await server.changes(ALL)).numbers).toEqual(['1001', '1002']);
  });
});

describe('a web service', () => {
  const services = ['PostedSalesInvoices', 'CustomerLedgerEntries', 'DetailedCustLedgEntries'];
  const probes = ['navInvoices', 'navEntries', 'navDetailed'];

  it.each(services)('that is not published is named with its page: %s', async (service) => {
    const unpublish = ({ state }: Server): void => void state.services.delete(service);
    const { amiss } = await check({}, unpublish);
    expect(amiss).toMatchObject([{ code: 'navServiceMissing', params: { service } }]);
    expect(amiss[0]?.probe).toBe(probes[services.indexOf(service)]);
    expect(await told({}, unpublish)).toMatchObject({ code: 'navServiceMissing', params: { service } });
  });

  it('that is published under another name is recognised by its columns', async () => {
    const { amiss } = await check({}, ({ state }) => {
      state.services.delete('CustomerLedgerEntries');
      state.services.set('Kundeposter', 25);
    });
    expect(amiss).toMatchObject([
      { probe: 'navEntries', code: 'navServiceNamedOtherwise', params: { other: 'Kundeposter' } },
    ]);
  });

  it('that is published from one of the other two pages is recognised by its columns', async () => {
    const { amiss } = await check({}, ({ state }) => void state.services.set('CustomerLedgerEntries', 573));
    expect(amiss).toMatchObject([
      {
        probe: 'navEntries',
        code: 'navOtherPage',
        params: { page: '25 Customer Ledger Entries', actual: '573 Detailed Cust. Ledg. Entries' },
      },
    ]);
  });

  it('that is published from the card is told with the columns it lacks', async () => {
    const { amiss } = await check({}, ({ state }) => void state.services.set('PostedSalesInvoices', 132));
    expect(amiss).toMatchObject([{ probe: 'navInvoices', code: 'navColumnsMissing' }]);
    expect(amiss[0]?.params?.columns).toContain('Amount_Including_VAT');
  });

  it.each([
    [143, 'navInvoices', 'PostedSalesInvoices'],
    [25, 'navEntries', 'CustomerLedgerEntries'],
    [573, 'navDetailed', 'DetailedCustLedgEntries'],
  ] as const)(
    'that the user may not read is told apart from the others: page %i',
    async (page, probe, what) => {
      const forbid = ({ state }: Server): void => void state.knobs.forbidden.add(page);
      const { amiss } = await check({}, forbid);
      expect(amiss).toMatchObject([{ probe, code: 'navPermissionMissing', params: { what } }]);
      expect(await told({}, forbid)).toMatchObject({ code: 'navPermissionMissing', params: { what } });
    },
  );

  it('that refuses for want of a permission, whatever the status, is told so', async () => {
    const message = 'You do not have the following permissions on TableData Cust. Ledger Entry: Read';
    const instead = (url: URL) =>
      url.pathname.endsWith('/CustomerLedgerEntries')
        ? Response.json({ error: { code: 'Unknown', message } }, { status: 400 })
        : undefined;
    expect(await told({ instead })).toMatchObject({
      code: 'navPermissionMissing',
      params: { detail: message },
    });
  });

  it('can have any name', async () => {
    const services = { ...SERVICES, invoices: 'Faktura', entries: 'Poster', detailed: 'Detaljer' };
    const connection = { services };
    const rename = ({ state }: Server): void => {
      state.services.clear();
      for (const [name, page] of [['Faktura', 143], ['Poster', 25], ['Detaljer', 573]] as const) state.services.set(name, page); // prettier-ignore
    };
    expect((await check({ connection }, rename)).amiss).toEqual([]);
    expect((await serverWith({ connection }, rename).changes(ALL)).numbers).toEqual(['1001', '1002']);
  });
});

describe('a connection that works', () => {
  it('without encryption is warned of', async () => {
    const { amiss } = await check({
      connection: { baseUrl: 'http://nav.nordit.example/DynamicsNAV110/ODataV4' },
    });
    expect(amiss).toMatchObject([{ probe: 'navEncrypted', verdict: 'warning', code: 'navPlainHttp' }]);
  });

  it('whose entries name the local currency is warned of', async () => {
    const { amiss } = await check({ connection: { localCurrency: 'EUR' } });
    expect(amiss).toMatchObject([
      {
        probe: 'navCurrency',
        verdict: 'warning',
        code: 'navLocalCurrencyDoubtful',
        params: { currency: 'EUR' },
      },
    ]);
  });

  it('with document types in another language is warned of', async () => {
    const ledger = navLedger();
    ledger.invoice('1001', 500, { type: 'Rechnung' });
    const results = await navServer(ledger.pages).check(never);
    expect(results.find(({ probe }) => probe === 'navOptions')).toMatchObject({
      verdict: 'warning',
      reason: { code: 'navDocumentTypeUnknown', params: { type: 'Rechnung' } },
    });
  });

  it('with another clock is warned of, and says nothing of one it does not know', async () => {
    const late = await check({ date: 'Tue, 10 Mar 2026 12:07:00 GMT' });
    expect(late.amiss).toMatchObject([
      { probe: 'navClock', verdict: 'warning', code: 'clockDiffersFrom', params: { minutes: '7' } },
    ]);
    const unknown = await check({ date: null });
    expect(unknown.results.map(({ probe }) => probe)).not.toContain('navClock');
  });
});
