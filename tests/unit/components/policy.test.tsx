// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { reason } from '@/utils/payments/reason';
import type { Policy } from '@/utils/storage/policy-schema';
import { NO_SETTINGS, type Connection } from '@/utils/storage/settings';
import { descriptionOf } from './support/description-of';
import { expectAccessible } from './support/expect-accessible';
import { aPort, no, open, press, type, yes } from './support/options';
import { DYNAMICS_NAV, NOTHING_STORED, STORED, storedWith } from './support/settings';
import { aSetupPort, openSetup } from './support/setup';

afterEach(cleanup);

const WORDS = 'Set by your organisation';
const { manage: MANAGE } = STORED.settings;
if (MANAGE === null) throw new Error('nothing is stored');
const { matching: _, paid: __, ...NAV } = DYNAMICS_NAV;

/** All of it, as a policy that leaves nothing but keys to the user. */
const EVERYTHING: Policy = {
  manage: MANAGE,
  connections: [DYNAMICS_NAV],
  allowOwnConnections: false,
  invoiceSearch: STORED.settings.invoiceSearch,
  schedule: { everyHours: 4, notify: true },
  keepSecrets: 'session',
};

const under = (managed: Policy, connection: Connection = DYNAMICS_NAV) => ({
  ...storedWith(connection, 'webServiceKey'),
  managed,
});
const isLocked = (label: string): boolean => {
  const control = screen.getByLabelText<HTMLInputElement>(label);
  const locked = control.readOnly || control.getAttribute('aria-disabled') === 'true';
  expect(descriptionOf(control).includes(WORDS)).toBe(locked);
  return locked;
};

describe('A field that the organisation has set', () => {
  it('cannot be changed and says by whom, and those beside it can', async () => {
    const port = aPort(under({ manage: { site: 'na.myconnectwise.net' }, connections: [NAV] }));
    const { container } = await open(port);
    expect(['Manage site', 'Company', 'Accounting system', 'Connection name'].map(isLocked)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['Company ID', 'Client ID', 'Run the sync', 'Rounding tolerance'].map(isLocked)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    await expectAccessible(container);
    type('Client ID', 'another');
    press('Save');
    await screen.findByText(/^Saved/);
    expect(port.saveSettings).toHaveBeenCalledWith({
      secrets: {},
      settings: { ...under({}).settings, manage: { ...MANAGE, clientId: 'another' } },
    });
  });

  it('is sent as it was set, whatever kind of field it is', async () => {
    const settings = {
      ...under({}).settings,
      schedule: { everyHours: 4, notify: true },
      keepSecrets: 'session' as const,
    };
    const port = aPort({ ...under(EVERYTHING), settings });
    const { container } = await open(port);
    await expectAccessible(container);
    fireEvent.click(screen.getByRole('checkbox', { name: /^Show a notification/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: /^Write payment records beside/ }));
    press('Save');
    await screen.findByText(/^Saved/);
    expect(port.saveSettings).toHaveBeenCalledWith({ secrets: {}, settings });
    expect(
      screen.getByRole<HTMLInputElement>('radio', { name: 'My signed-in Manage session' }).disabled,
    ).toBe(true);
  });

  it('is prefilled before anything is connected, and what hangs on it appears', async () => {
    await open(
      aPort({ ...NOTHING_STORED, managed: { manage: { site: 'na.myconnectwise.net', signIn: 'session' } } }),
    );
    expect(screen.getByLabelText('Manage site')).toHaveProperty('value', 'na.myconnectwise.net');
    await waitFor(() => expect(screen.queryByLabelText('Private key')).toBeNull());
  });

  it('is drawn anew when the organisation sets something else', async () => {
    let changed: () => void = () => undefined;
    const port = aPort(STORED, { onManaged: (listener) => ((changed = listener), () => undefined) });
    await open(port);
    expect(isLocked('Manage site')).toBe(false);
    vi.mocked(port.readSettings).mockReturnValue(
      yes({ ...STORED, managed: { manage: { site: MANAGE.site } } }),
    );
    changed();
    await waitFor(() => expect(isLocked('Manage site')).toBe(true));
  });
});

describe('Connections', () => {
  it('of the policy cannot be removed; others can, and be added', async () => {
    const settings = { ...STORED.settings, connections: [DYNAMICS_NAV, ...STORED.settings.connections] };
    await open(aPort({ ...STORED, settings, managed: { connections: [NAV] } }));
    expect(screen.queryByRole('button', { name: 'Remove this connection' })).toBeNull();
    expect(screen.getByRole('option', { name: 'Add a connection…' })).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Connection'), { target: { value: 'poweroffice-go' } });
    await screen.findByRole('button', { name: 'Remove this connection' });
    expect(isLocked('Accounting system')).toBe(false);
  });

  it('cannot be added where the policy does not let them', async () => {
    await open(aPort(under({ connections: [NAV], allowOwnConnections: false })));
    expect(screen.queryByRole('option', { name: 'Add a connection…' })).toBeNull();
  });
});

it('A settings file that wants something else says what it could not change', async () => {
  await open(aPort(STORED, { importSettings: () => yes(['manage.site', 'schedule.everyHours']) }));
  const input = screen.getByLabelText('Settings file to import');
  Object.defineProperty(input, 'files', { value: [new File(['{}'], 'settings.json')] });
  fireEvent.change(input);
  await screen.findByText(
    /^Settings imported, except what your organisation has set: manage\.site.* schedule\.everyHours\.$/,
  );
});

it('A policy with a mistake is told in place of the settings', async () => {
  const { render } = await import('@testing-library/preact');
  const { OptionsPage } = await import('@/components/options/options-page');
  const port = aPort(STORED, {
    readSettings: () => no(reason('policyInvalid', { where: 'schedule.everyHours', why: 'at most 168' })),
  });
  render(<OptionsPage port={port} />);
  await screen.findByText(/What your organisation has set .* has a mistake at “schedule\.everyHours”/);
  expect(screen.queryByLabelText('Manage site')).toBeNull();
});

describe('The guided setup', () => {
  it('asks for nothing but keys where everything else is set', async () => {
    const settings = { ...NO_SETTINGS, manage: MANAGE, connections: [DYNAMICS_NAV] };
    const { port } = aSetupPort({ settings, secretsSet: [], managed: EVERYTHING });
    const { container } = await openSetup(port);
    const open = () =>
      [
        ...container.querySelectorAll<HTMLInputElement>(
          'form :is(input:not([type="hidden"], :disabled), select, textarea)',
        ),
      ]
        .filter(
          (control) =>
            !control.readOnly && control.getAttribute('aria-disabled') !== 'true' && control.type !== 'radio',
        )
        .map(({ name }) => name);
    await waitFor(() => expect(open()).toEqual(['privateKey']));
    await expectAccessible(container);
    type('Private key', 'private');
    press('Check and continue');
    await screen.findByRole('heading', { name: 'Your accounting system' });
    expect(open()).toEqual(['webServiceKey']);
    await expectAccessible(container);
    type('Web service access key', 'key');
    press('Check and continue');
    await screen.findByRole('heading', { name: 'How invoices match' });
    expect(open()).toEqual([]);
    expect(port.saveSetup).toHaveBeenCalledWith(expect.objectContaining({ settings }));
  });

  it('does not fill over what is set by what was entered before', async () => {
    const { port } = aSetupPort({
      ...NOTHING_STORED,
      managed: { manage: { site: MANAGE.site, clientId: 'firm' } },
    });
    await port.keepSetup({ step: 'manage', fields: { clientId: 'mine', companyId: 'nordit' }, secrets: {} });
    await openSetup(port);
    await waitFor(() => expect(screen.getByLabelText('Company ID')).toHaveProperty('value', 'nordit'));
    expect(screen.getByLabelText('Client ID')).toHaveProperty('value', 'firm');
  });
});
