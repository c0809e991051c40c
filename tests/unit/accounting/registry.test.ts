import { describe, expect, it } from 'vitest';
import { createSource, hostsOf, secretNamesOf, SYSTEMS } from '@/utils/accounting/registry';
import type { HttpClient } from '@/utils/http/http-client';
import { SAME_NUMBER } from '@/utils/payments/number-rule';
import { USUALLY_PAID } from '@/utils/payments/paid-rule';
import type { Connection } from '@/utils/storage/settings';

const connection: Connection = {
  id: 'go',
  name: 'Nord IT',
  system: 'poweroffice-go',
  environment: 'production',
  matching: { ...SAME_NUMBER, field: 'number' },
  paid: USUALLY_PAID,
};
const http: HttpClient = { send: () => Promise.reject(new Error('nothing is asked yet')) };
const unused = () => Promise.reject(new Error('nobody signs in here'));
const microsoft = { accessToken: unused, account: unused, drop: () => undefined };
const memory = () => ({ read: () => Promise.resolve(null), write: () => Promise.resolve() });
const world = { http, microsoft, memory, now: () => 0, monotonicNow: () => 0, timeZone: () => 'UTC' };

describe('the registry of accounting systems', () => {
  it('lists every system under its own id', () => {
    for (const [id, system] of Object.entries(SYSTEMS)) expect(system.id).toBe(id);
  });

  it('knows the hosts and secrets of a connection', () => {
    expect(hostsOf(connection)).toEqual(['https://goapi.poweroffice.net/*']);
    expect(secretNamesOf(connection)).toEqual(['applicationKey', 'clientKey', 'subscriptionKey']);
  });

  it('makes a source of a connection whose secrets are all set', async () => {
    const secret = (name: string) => Promise.resolve(`the ${name}`);
    const source = await createSource(connection, 'receivable', { ...world, secret });
    expect(source.capabilities).toMatchObject({ ledgers: ['receivable'], cursor: 'timestamp' });
  });

  it('makes a source of the ledger of vendors out of the same connection', async () => {
    const secret = (name: string) => Promise.resolve(`the ${name}`);
    const source = await createSource(connection, 'payable', { ...world, secret });
    expect(source.capabilities.ledgers).toEqual(['payable']);
  });

  it.each([null, '', '  '])('names the connection one of whose secrets is %j', async (missing) => {
    const secret = (name: string) => Promise.resolve(name === 'go.clientKey' ? missing : 'set');
    await expect(createSource(connection, 'receivable', { ...world, secret })).rejects.toMatchObject({
      reason: { code: 'accountingKeysMissing', params: { connection: 'Nord IT' } },
    });
  });
});
