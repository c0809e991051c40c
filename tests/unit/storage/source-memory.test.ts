import { beforeEach, describe, expect, it } from 'vitest';
import { booksOf } from '@/utils/storage/books-of';
import type { Database } from '@/utils/storage/database';
import { settingsSchema, NO_SETTINGS, type Connection } from '@/utils/storage/settings';
import { createSourceMemory } from '@/utils/storage/source-memory';
import { freshDatabase } from '../sync/support/run';

const GUID = '11111111-2222-4333-8444-555555555555';

function connectionTo(settings: Record<string, unknown>): Connection {
  const connections = [{ id: 'books', name: 'Books', ...settings }];
  const [connection] = settingsSchema.parse({ version: NO_SETTINGS.version, connections }).connections;
  if (connection === undefined) throw new Error('no connection');
  return connection;
}

const central = { system: 'business-central', tenantId: GUID, clientId: GUID, environment: 'Production' };
const nav = {
  system: 'dynamics-nav',
  baseUrl: 'https://nav.example.com:7048/NAVWS/ODataV4',
  localCurrency: 'NOK',
  user: 'SYNC',
};

describe('the books of a connection', () => {
  it.each([
    ['another company of Business Central', { ...central, company: 'A' }, { ...central, company: 'B' }],
    ['another environment', central, { ...central, environment: 'Sandbox' }],
    ['another company of NAV', { ...nav, company: 'A' }, { ...nav, company: 'B' }],
    [
      'another server',
      { ...nav, company: 'A' },
      { ...nav, company: 'A', baseUrl: 'https://test.example.com:7048/NAVWS/ODataV4' },
    ],
    [
      'the other environment of PowerOffice Go',
      { system: 'poweroffice-go' },
      { system: 'poweroffice-go', environment: 'demo' },
    ],
  ])('are others for %s', (_, one, other) => {
    expect(booksOf(connectionTo(one))).not.toBe(booksOf(connectionTo(other)));
  });

  it('stay the same when the connection gets another name or user', () => {
    const before = connectionTo({ ...nav, company: 'A' });
    expect(booksOf(connectionTo({ ...nav, company: 'A', name: 'NAV', user: 'OTHER' }))).toBe(booksOf(before));
  });

  it('are one line of text, whatever the company is called', () => {
    expect(booksOf(connectionTo({ ...central, company: 'A\nB' }))).not.toContain('\n');
  });
});

describe('what a source remembers', () => {
  let db: Database;
  beforeEach(async () => {
    db = await freshDatabase();
  });

  it('is kept by the books it is of', async () => {
    const [one, other] = ['A', 'B'].map((company) => connectionTo({ ...central, company }));
    if (one === undefined || other === undefined) throw new Error('no connections');
    expect(await createSourceMemory(db, one).read()).toBeNull();
    await createSourceMemory(db, one).write('seen');
    expect(await createSourceMemory(db, one).read()).toBe('seen');
    expect(await createSourceMemory(db, other).read()).toBeNull();
  });

  it('says so when it cannot be kept', async () => {
    db.close();
    const memory = createSourceMemory(db, connectionTo(central));
    await expect(memory.write('x')).rejects.toMatchObject({ reason: { code: 'storageGone' } });
  });
});
