// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OptionsPort } from '@/components/options/options-port';
import { reason } from '@/utils/payments/reason';
import { descriptionOf } from './support/description-of';
import { expectAccessible } from './support/expect-accessible';
import { aPort, no, open, press, type, yes } from './support/options';
import { NOTHING_STORED, STORED } from './support/settings';

afterEach(cleanup);

const ORIGINS = ['na.myconnectwise.net', 'api-na.myconnectwise.net', 'goapi.poweroffice.net'];

function fillIn(): void {
  type('Manage site', 'https://na.myconnectwise.net/');
  type('Company ID', 'acme');
  fireEvent.click(screen.getByRole('radio', { name: 'API keys' }));
  type('Public key', 'public');
  type('Private key', 'private');
  type('Client ID', 'client');
  type('Application key', 'app');
  type('Client key', 'key');
  type('Subscription key', 'subscription');
}

describe('connecting by hand', () => {
  it('saves what was filled in, and asks for exactly the hosts it needs', async () => {
    const port = aPort(NOTHING_STORED);
    const { container } = await open(port);
    await expectAccessible(container);
    fillIn();
    press('Save');
    await screen.findByText(/^Saved/);
    expect(port.requestOrigins).toHaveBeenCalledExactlyOnceWith(ORIGINS.map((host) => `https://${host}/*`));
    expect(port.saveSettings).toHaveBeenCalledOnce();
    await expectAccessible(container);
  });

  it('asks the browser before the submit event is over, as it must be asked', async () => {
    const port = aPort(NOTHING_STORED);
    await open(port);
    fillIn();
    const form = screen.getByLabelText('Manage site').closest('form');
    form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    expect(port.requestOrigins).toHaveBeenCalledOnce();
  });

  it('never shows a stored secret, and need not be told it again', async () => {
    const port = aPort(STORED);
    await open(port);
    const field: HTMLInputElement = screen.getByLabelText('Private key');
    expect([field.type, field.value, field.required]).toEqual(['password', '', false]);
    expect(field.placeholder).toMatch(/^Stored\./);
    press('Save');
    await screen.findByText(/^Saved/);
    expect(port.saveSettings).toHaveBeenCalledWith(expect.objectContaining({ secrets: {} }));
  });

  it('forgets typed secrets once they are saved', async () => {
    await open(aPort(NOTHING_STORED));
    fillIn();
    press('Save');
    await screen.findByText(/^Saved/);
    const field: HTMLInputElement = screen.getByLabelText('Client key');
    expect([field.value, field.placeholder]).toEqual(['', expect.stringMatching(/^Stored/)]);
  });

  it('shows what is being typed only while asked to', async () => {
    await open(aPort(NOTHING_STORED));
    const field: HTMLInputElement = screen.getByLabelText('Private key');
    press('Show Private key');
    expect(field.type).toBe('text');
    press('Show Private key');
    expect(field.type).toBe('password');
  });

  it('marks what is missing, goes to the first of it, and saves nothing', async () => {
    const port = aPort(NOTHING_STORED);
    const { container } = await open(port);
    fillIn();
    type('Company ID', '');
    type('Client ID', '');
    press('Save');
    await screen.findByText(/^Not kept yet/);
    const company = screen.getByLabelText('Company ID');
    await waitFor(() => expect(document.activeElement).toBe(company));
    expect(descriptionOf(company)).toMatch(/^Fill in this field\./);
    expect(company.getAttribute('aria-invalid')).toBe('true');
    expect(port.saveSettings).not.toHaveBeenCalled();
    expect(port.requestOrigins).not.toHaveBeenCalled();
    await expectAccessible(container);
  });

  it('opens the fold that hides a wrong field', async () => {
    await open(aPort(STORED));
    type('Titles of the screen', '');
    press('Save');
    const field = screen.getByLabelText('Titles of the screen');
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(field.closest('details')?.open).toBe(true);
  });

  it('asks for captions with custom fields only', async () => {
    const { container } = await open(aPort(STORED));
    expect(screen.queryByLabelText('Paid Amount caption')).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: 'Custom fields' }));
    expect(screen.getByLabelText('Paid Amount caption')).toHaveProperty('value', 'Paid Amount');
    expect(screen.getByLabelText('Date Paid caption')).toHaveProperty('value', 'Date Paid');
    fireEvent.click(screen.getByRole('radio', { name: 'Payment record' }));
    expect(screen.queryByLabelText('Date Paid caption')).toBeNull();
    await expectAccessible(container);
  });

  it('asks for keys of Manage only where they are used', async () => {
    await open(aPort(STORED));
    fireEvent.click(screen.getByRole('radio', { name: 'My signed-in Manage session' }));
    expect(screen.queryByLabelText('Public key')).toBeNull();
    expect(screen.queryByLabelText('Private key')).toBeNull();
  });

  it('keeps the settings when access is denied, says so, and offers it again', async () => {
    const port = aPort(STORED);
    vi.mocked(port.requestOrigins).mockResolvedValueOnce(false);
    const { container } = await open(port);
    press('Save');
    await screen.findByText(/^Your settings are kept, but access was not allowed/);
    expect(port.saveSettings).toHaveBeenCalledOnce();
    await expectAccessible(container);
    press('Allow access');
    await screen.findByText('Access is allowed.');
    expect(screen.queryByRole('button', { name: 'Allow access' })).toBeNull();
  });

  it('says why the worker refused, and that nothing was kept', async () => {
    const refused = reason('settingsInvalid', { where: 'manage.site', why: 'wrong' });
    await open(aPort(STORED, { saveSettings: () => no(refused) }));
    press('Save');
    await screen.findByText(/^Not kept: The settings have a mistake at “manage\.site”/);
  });

  it('says so when the worker does not answer', async () => {
    await open(aPort(STORED, { saveSettings: () => Promise.reject(new Error('gone')) }));
    press('Save');
    await screen.findByText(/^Payment Sync did not answer/);
  });
});

describe('the connection check', () => {
  it('gives verdict, evidence and remedy of each probe, and the button that mends a missing permission', async () => {
    const missing = reason('hostPermissionMissing', { host: 'goapi.poweroffice.net' });
    const port = aPort(STORED, {
      checkConnections: () =>
        yes([
          { of: 'manage', results: [{ probe: 'manageReachable', verdict: 'ok', evidence: 'v2025.1' }] },
          {
            of: 'poweroffice-go',
            results: [{ probe: 'manageReport', verdict: 'failed', evidence: '', reason: missing }],
          },
        ]),
    });
    const { container } = await open(port);
    press('Check connections');
    await screen.findByText('1 line needs attention.');
    const [good, bad] = [...container.querySelectorAll('.checks li')].map((each) => each.textContent);
    expect(good).toMatch(/OK.*v2025\.1/);
    expect(bad).toMatch(/Failed.*The browser does not let Payment Sync reach goapi\.poweroffice\.net/);
    expect(screen.getByRole('heading', { name: 'PowerOffice Go', level: 3 })).toBeTruthy();
    await expectAccessible(container);
    fireEvent.click(screen.getAllByRole('button', { name: 'Allow access' }).at(-1) as HTMLElement);
    expect(port.requestOrigins).toHaveBeenCalledOnce();
  });

  it('tells two connections to the same system apart, on the page and in the copied text', async () => {
    const [nord] = STORED.settings.connections;
    if (nord === undefined) throw new Error('nothing is stored');
    const connections = [
      { ...nord, name: 'Nord IT' },
      { ...nord, id: 'sor', name: 'Sør IT, PowerOffice GO' },
    ];
    const port = aPort(
      { ...STORED, settings: { ...STORED.settings, connections } },
      {
        checkConnections: () =>
          yes(
            connections.map(({ id }) => ({
              of: id,
              results: [{ probe: 'accountingReachable', verdict: 'ok', evidence: '' }],
            })),
          ),
      },
    );
    await open(port);
    press('Check connections');
    fireEvent.click(await screen.findByRole('button', { name: 'Copy result' }));
    for (const name of ['Nord IT (PowerOffice Go)', 'Sør IT, PowerOffice GO']) {
      expect(screen.getByRole('heading', { name, level: 3 })).toBeTruthy();
      expect(port.copy).toHaveBeenCalledWith(expect.stringContaining(`\n${name}\n`));
    }
  });
});

describe('the settings file', () => {
  it.each([false, true])('is written with secrets: %s', async (withSecrets) => {
    const port = aPort(STORED);
    await open(port);
    if (withSecrets)
      fireEvent.click(screen.getByRole('checkbox', { name: 'Include keys and other secrets' }));
    press('Export settings');
    await screen.findByText('Settings file written.');
    expect(port.exportSettings).toHaveBeenCalledExactlyOnceWith({ withSecrets });
    expect(port.download).toHaveBeenCalledExactlyOnceWith('payment-sync-settings.json', '{"version":1}');
  });

  const choose = (text: string): void => {
    const input = screen.getByLabelText('Settings file to import');
    Object.defineProperty(input, 'files', { value: [new File([text], 'settings.json')], configurable: true });
    fireEvent.change(input);
  };

  it('is read, and the form shows what it held', async () => {
    const port = aPort(NOTHING_STORED);
    await open(port);
    vi.mocked(port.readSettings).mockReturnValue(yes(STORED));
    choose('{"version":1}');
    await screen.findByText('Settings imported.');
    expect(port.importSettings).toHaveBeenCalledExactlyOnceWith({ text: '{"version":1}' });
    expect(screen.getByLabelText('Company ID')).toHaveProperty('value', 'acme');
    expect(screen.getByRole('button', { name: 'Allow access' })).toBeTruthy();
  });

  it('is refused with what is wrong with it', async () => {
    await open(aPort(STORED, { importSettings: () => no(reason('settingsNotJson')) }));
    choose('<html>');
    await screen.findByText(/^Not kept: The file is no settings file/);
  });
});

describe('what another tab has saved meanwhile', () => {
  const elsewhere = { ...STORED, settings: { ...STORED.settings, keepSecrets: 'session' as const } };
  /** The page, before somebody saves something in another tab. */
  async function openBefore(): Promise<{ port: OptionsPort; look: () => void }> {
    let look = (): void => undefined;
    const port = aPort(STORED, { onShown: (listener) => ((look = listener), () => undefined) });
    await open(port);
    return { port, look: () => look() };
  }

  it('is not undone by what is saved here', async () => {
    const { port } = await openBefore();
    vi.mocked(port.readSettings).mockReturnValue(yes(elsewhere));
    type('Company ID', 'other');
    press('Save');
    await screen.findByText(/^The settings were changed in another tab/);
    expect(port.saveSettings).not.toHaveBeenCalled();
    expect(screen.getByLabelText<HTMLInputElement>('Company ID').value).toBe('other');
  });

  it('is seen as soon as one looks here again', async () => {
    const { port, look } = await openBefore();
    vi.mocked(port.readSettings).mockReturnValue(yes(elsewhere));
    look();
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Only until/ }).checked).toBe(true),
    );
    press('Save');
    await screen.findByText(/^Saved/);
  });

  it('does not take the place of what was entered here', async () => {
    const { port, look } = await openBefore();
    type('Company ID', 'other');
    vi.mocked(port.readSettings).mockReturnValue(yes(elsewhere));
    look();
    await screen.findByText(/^The settings were changed in another tab/);
    expect(screen.getByLabelText<HTMLInputElement>('Company ID').value).toBe('other');
  });

  it('is nothing to speak of where nothing was saved', async () => {
    const { port, look } = await openBefore();
    look();
    press('Save');
    await screen.findByText(/^Saved/);
    expect(port.saveSettings).toHaveBeenCalledOnce();
  });
});
