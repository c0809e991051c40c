// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { expectAccessible } from './support/expect-accessible';
import { aPort, choose, open, press, type } from './support/options';
import { DYNAMICS_NAV, NOTHING_STORED, STORED } from './support/settings';

afterEach(cleanup);

const TWO = {
  settings: { ...STORED.settings, connections: [...STORED.settings.connections, DYNAMICS_NAV] },
  secretsSet: [...STORED.secretsSet, 'dynamics-nav.webServiceKey'],
  managed: {},
};

const savedLast = (port: ReturnType<typeof aPort>) => {
  const [input] = vi.mocked(port.saveSettings).mock.calls.at(-1) ?? [];
  if (input === undefined) throw new Error('nothing was saved');
  return input;
};
/** Chooses a connection, and waits until it is shown. */
async function show(id: string, name: string): Promise<void> {
  choose('Connection', id);
  await waitFor(() => expect(value('Connection name')).toBe(name));
}

const value = (label: string): string => screen.getByLabelText<HTMLInputElement>(label).value;

it('one connection is shown at a time, and another one when it is chosen', async () => {
  const { container } = await open(aPort(TWO));
  expect(value('Connection name')).toBe('PowerOffice Go');
  await show('dynamics-nav', 'Dynamics NAV');
  expect(value('OData address')).toBe(DYNAMICS_NAV.baseUrl);
  await expectAccessible(container);
});

it('one is renamed, and the other stays', async () => {
  const port = aPort(TWO);
  await open(port);
  await show('dynamics-nav', 'Dynamics NAV');
  type('Connection name', 'Sør IT');
  press('Save');
  await screen.findByText('Saved.');
  const { connections } = savedLast(port).settings;
  expect(connections.map(({ id, name }) => [id, name])).toEqual([
    ['poweroffice-go', 'PowerOffice Go'],
    ['dynamics-nav', 'Sør IT'],
  ]);
});

it('a second one to the same system is added with keys of its own', async () => {
  const port = aPort(STORED);
  await open(port);
  await show('+', '');
  type('Connection name', 'Sør IT');
  type('Application key', 'app');
  type('Client key', 'client');
  type('Subscription key', 'subscription');
  press('Save');
  await screen.findByText('Saved.');
  const { settings, secrets } = savedLast(port);
  expect(settings.connections.map(({ id, name }) => [id, name])).toEqual([
    ['poweroffice-go', 'PowerOffice Go'],
    ['poweroffice-go-2', 'Sør IT'],
  ]);
  expect(secrets).toEqual({
    'poweroffice-go-2.applicationKey': 'app',
    'poweroffice-go-2.clientKey': 'client',
    'poweroffice-go-2.subscriptionKey': 'subscription',
  });
});

it('one is removed once that is confirmed', async () => {
  const port = aPort(TWO);
  const { container } = await open(port);
  press('Remove this connection');
  await screen.findByText(/^“PowerOffice Go” is disconnected/);
  expect(port.saveSettings).not.toHaveBeenCalled();
  await expectAccessible(container);
  press('Remove now');
  await screen.findByText('Saved.');
  expect(savedLast(port)).toMatchObject({ settings: { connections: [DYNAMICS_NAV] }, secrets: {} });
});

it('what is not saved is not dropped at the first try', async () => {
  await open(aPort(TWO));
  fireEvent.input(screen.getByLabelText('Connection name'), { target: { value: 'Sør IT' } });
  choose('Connection', 'dynamics-nav');
  await screen.findByText(/^What you changed is not saved yet/);
  expect(value('Connection name')).toBe('Sør IT');
  await show('dynamics-nav', 'Dynamics NAV');
});

it('there is nothing to choose while nothing is connected', async () => {
  await open(aPort(NOTHING_STORED));
  expect(screen.queryByLabelText('Connection')).toBeNull();
});
