import { describe, expect, it, test } from 'vitest';
import type { HttpAnswer } from '@/utils/http/http-client';
import { fakePowerOffice, never, NOW } from './support/fake-power-office';

const INTEGRATION = {
  ClientName: 'Fjord & Sønn AS',
  ValidPrivileges: ['CustomerLedger', 'OutgoingInvoice_Full'],
  InvalidPrivileges: [],
};

/** Checks a connection whose endpoints answer as told, by the last part of their path. */
async function check(
  answers: Readonly<Record<string, Partial<HttpAnswer>>> = {},
  date: string | null = new Date(NOW).toUTCString(),
) {
  const all = { ClientIntegrationInformation: { text: JSON.stringify(INTEGRATION) }, ...answers };
  const fake = fakePowerOffice({
    date,
    instead: ({ pathname }) =>
      Object.entries(all).find(([endpoint]) => pathname.endsWith(`/${endpoint}`))?.[1],
  });
  return fake.check(never);
}

describe('the connection check', () => {
  it('says whose books the keys open and that all can be read', async () => {
    expect(await check()).toEqual([
      { probe: 'powerOfficeKeys', verdict: 'ok', evidence: 'Fjord & Sønn AS' },
      { probe: 'powerOfficePrivileges', verdict: 'ok', evidence: 'OutgoingInvoice, CustomerLedger' },
      { probe: 'powerOfficeClock', verdict: 'ok', evidence: '2026-03-10T12:00:00.000Z' },
      { probe: 'powerOfficeInvoices', verdict: 'ok', evidence: 'HTTP 204' },
      { probe: 'powerOfficeLedger', verdict: 'ok', evidence: 'HTTP 204' },
    ]);
  });

  it('ends with keys that are refused', async () => {
    const refused = { status: 400, text: '{"error_description":"Client integration not found."}' };
    expect(await check({ Token: refused })).toEqual([
      {
        probe: 'powerOfficeKeys',
        verdict: 'failed',
        evidence: '',
        reason: {
          code: 'powerOfficeKeysRefused',
          params: { environment: 'production', detail: 'Client integration not found.' },
        },
      },
    ]);
  });

  test.each([
    [
      'a privilege nobody gave',
      { ValidPrivileges: ['OutgoingInvoice'] },
      'powerOfficePrivilegeMissing',
      'CustomerLedger',
    ],
    [
      'a privilege the subscription does not cover',
      { ValidPrivileges: ['OutgoingInvoice'], InvalidPrivileges: ['CustomerLedger_Full'] },
      'powerOfficeModuleMissing',
      'CustomerLedger',
    ],
    [
      'privileges that are not told',
      { ValidPrivileges: null, InvalidPrivileges: null },
      'powerOfficePrivilegeMissing',
      'OutgoingInvoice, CustomerLedger',
    ],
  ])('names %s', async (_, privileges, code, names) => {
    const text = JSON.stringify({ ...INTEGRATION, ...privileges });
    const results = await check({ ClientIntegrationInformation: { text } });
    expect(results.find(({ probe }) => probe === 'powerOfficePrivileges')).toMatchObject({
      verdict: 'failed',
      reason: { code, params: { privileges: names } },
    });
  });

  it('goes on with the ledger when invoices are refused', async () => {
    const results = await check({ OutgoingInvoices: { status: 403 } });
    expect(results.map(({ probe, verdict }) => `${probe} ${verdict}`).slice(-2)).toEqual([
      'powerOfficeInvoices failed',
      'powerOfficeLedger ok',
    ]);
  });

  test.each([
    [119_000, 'ok'],
    [121_000, 'warning'],
    [-121_000, 'warning'],
  ])('finds a vendor clock %i ms ahead %s', async (ahead, verdict) => {
    const results = await check({}, new Date(NOW + ahead).toUTCString());
    expect(results.find(({ probe }) => probe === 'powerOfficeClock')?.verdict).toBe(verdict);
  });

  it('says nothing of a clock it cannot see', async () => {
    const results = await check({}, null);
    expect(results.map(({ probe }) => probe)).not.toContain('powerOfficeClock');
  });

  it('tells a stopped check apart from a refused one', async () => {
    const fake = fakePowerOffice({});
    await expect(fake.check(AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
  });
});
