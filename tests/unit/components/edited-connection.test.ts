import { describe, expect, it } from 'vitest';
import { identified, narrowed, whole } from '@/components/options/accounting/edited-connection';
import { BUSINESS_CENTRAL, DYNAMICS_NAV, STORED } from './support/settings';

const [POWEROFFICE] = STORED.settings.connections;
if (POWEROFFICE === undefined) throw new Error('nothing is stored');
const all = [POWEROFFICE, DYNAMICS_NAV];
const stored = {
  settings: { ...STORED.settings, connections: all },
  secretsSet: [...STORED.secretsSet, 'dynamics-nav.webServiceKey'],
  managed: {},
};
const read = (...connections: typeof all) => ({ ...stored.settings, connections });

describe('the form of one connection', () => {
  it('sees that one and its keys alone', () => {
    expect(narrowed(stored, { id: 'dynamics-nav' })).toEqual({
      settings: read(DYNAMICS_NAV),
      managed: {},
      secretsSet: ['manage.privateKey', 'dynamics-nav.webServiceKey'],
    });
  });

  it('that is to be added sees none', () => {
    expect(narrowed(stored, 'new')).toEqual({
      settings: read(),
      managed: {},
      secretsSet: ['manage.privateKey'],
    });
  });
});

describe('all connections, once one was edited,', () => {
  it('have it in its place', () => {
    const renamed = { ...POWEROFFICE, name: 'Sør IT' };
    expect(whole(read(renamed), all, { id: 'poweroffice-go' }).connections).toEqual([renamed, DYNAMICS_NAV]);
  });

  it('have it in its place although it is one to another system now', () => {
    const { connections } = whole(read(BUSINESS_CENTRAL), all, { id: 'poweroffice-go' });
    expect(connections).toEqual([BUSINESS_CENTRAL, DYNAMICS_NAV]);
  });

  it('have a new one last', () => {
    expect(whole(read(BUSINESS_CENTRAL), all, 'new').connections).toEqual([...all, BUSINESS_CENTRAL]);
  });

  it('are as they were where nothing of a new one was filled in', () => {
    expect(whole(read(), all, 'new').connections).toEqual(all);
  });
});

describe('a second connection to one system', () => {
  const reading = {
    ok: true,
    settings: read(POWEROFFICE),
    secrets: { 'poweroffice-go.clientKey': 'x' },
  } as const;

  it('gets an id of its own, and its keys are named by that', () => {
    const second = identified(reading, all);
    expect(second.settings.connections[0]?.id).toBe('poweroffice-go-2');
    expect(second.secrets).toEqual({ 'poweroffice-go-2.clientKey': 'x' });
  });

  it('gets one that is free', () => {
    const taken = [...all, { ...POWEROFFICE, id: 'poweroffice-go-2' }];
    expect(identified(reading, taken).settings.connections[0]?.id).toBe('poweroffice-go-3');
  });

  it('keeps the id it has', () => {
    expect(identified(reading, [DYNAMICS_NAV])).toEqual(reading);
  });
});
